import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { from, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { amountText } from '../../views/number-words.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import type { PoolInput } from './run.ts';

const metric = 'customer_recycling';

/** Customers in the hands of reps that should go back to the pool, or soon will: the latest first. */
export async function recycleSection(input: PoolInput): Promise<TableSection> {
  const { engine, lang, settings, ingested } = input;
  const [counts] = await engine.rows<ResultRow>(
    sql`select count(*) as customers, count(*) filter (where falls_back_on <= ${ingested.asOf}::date) as due from customer_recycling`,
  );
  return list(input, {
    id: 'recycle',
    name: both('Customers to recycle', '应收回客户'),
    title: titleOf(counts, settings.recycle_notice_days),
    of: metric,
    by: 'customer_id',
    order: [...descending(metric, 'late_days'), ...ascending(metric, 'falls_back_on', 'customer_id')],
    columns: [
      ...from(metric, 'customer_id'),
      ...from('customer_profile', 'customer_name'),
      ...from(metric, 'owner', 'level'),
      own(
        'reason',
        metricHeading(metric, 'reason'),
        reads(metric, 'reason'),
        (reason = null) => reasonWords[String(reason)]![lang],
        (reason = null) => reason,
      ),
      ...from(metric, 'falls_back_on', 'late_days'),
      own(
        'action',
        {
          title: both('What to do', '建议动作'),
          type: 'text',
          basis: both('By the rule, and by whether it has fallen due.', '按规则及是否到期。'),
        },
        reads(metric, 'reason', 'late_days', 'falls_back_on'),
        (reason = null, late = null, day = null) => actionOf(String(reason), Number(late), String(day), ingested.asOf)[lang],
      ),
      ...from('customer_profile', 'revenue'),
      ...from(metric, 'last_order_on', 'last_contact_on', 'contract_end_on', 'held_on'),
    ],
    glance: { first: ['customer_id', 'owner', 'reason', 'late_days', 'action', ['customer_name', 'level'], 'falls_back_on'], most: 10 },
  });
}

function titleOf(counts: ResultRow | undefined, notice: number): Localized {
  const due = numberOf(counts?.['due']) ?? 0;
  const soon = (numberOf(counts?.['customers']) ?? 0) - due;
  const now = both(
    `${amountText(due)} ${due === 1 ? 'customer' : 'customers'} to take back to the pool`,
    `${amountText(due)} 个客户应收回公海`,
  );
  if (soon === 0) return now;
  return both(
    `${now.en}, ${amountText(soon)} more within ${notice} days`,
    `${now['zh-CN']}，另有 ${amountText(soon)} 个 ${notice} 天内到期`,
  );
}

const reasonWords: Readonly<Record<string, Localized>> = {
  file: both('day in the customer file', '客户文件中的收回时间'),
  contract_ended: both('contract ended, no new order', '合同到期，无新订单'),
  no_order: both('no order on record', '无订单记录'),
  no_contact: both('no contact', '长期未跟进'),
};

function actionOf(reason: string, late: number, day: string, today: string | null): Localized {
  const isDue = late > 0 || day === today;
  if (reason === 'contract_ended')
    return isDue ? both('renew the contract, or take back', '续约，否则收回公海') : both(`renew before ${day}`, `${day} 前续约`);
  return isDue ? both('return to the pool', '收回公海') : both(`contact before ${day}`, `${day} 前跟进`);
}
