import { join, sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText, percentText } from '../../../views/number-words.ts';
import type { Action, ActionInput, ActionSource, Done, EarlierAction } from './action.ts';
import { foundOf, mostOfEach } from './most-of-each.ts';

/** Rates over fewer deals are no ground for an estimate. */
const leastDeals = 10;

/** Open deals that are late or slow: to be moved, or closed as lost. */
export const dealsToMove: ActionSource = {
  subject: 'deal',
  find: async (input, wanted) => {
    const rows = await input.engine.rows<ResultRow>(
      mostOfEach(input, {
        from: sql`
          select
            deals.rep, deals.opportunity_id as subject_id, deals.name, deals.customer_id, profile.customer_name, deals.amount, deals.risk,
            deals.open_days, deals.closed_on, deals.slow_days,
            deals.risk <> 'overdue' and decided.slow >= ${leastDeals} as is_of_slow,
            case when deals.risk <> 'overdue' and decided.slow >= ${leastDeals} then decided.slow else decided.decided end as decided,
            case when deals.risk <> 'overdue' and decided.slow >= ${leastDeals} then decided.slow_amount else decided.amount end as decided_amount,
            case when deals.risk <> 'overdue' and decided.slow >= ${leastDeals} then decided.slow_won_amount else decided.won_amount end as won_amount
          from deal_rows as deals
          left join customer_profile as profile on profile.customer_id = deals.customer_id
          cross join (
            select
              count(*) as decided, sum(amount) as amount, sum(amount) filter (where state = 'won') as won_amount,
              count(*) filter (where took_days > slow_days) as slow, sum(amount) filter (where took_days > slow_days) as slow_amount,
              sum(amount) filter (where took_days > slow_days and state = 'won') as slow_won_amount
            from deal_rows
            where state <> 'open'
          ) as decided
          where deals.risk is not null and deals.opportunity_id is not null`,
        value: sql`amount`,
        waited: sql`open_days`,
        wanted,
      }),
    );
    return foundOf(rows, (row) => actionOf(row, input));
  },
  done: decidedSince,
};

function actionOf(row: ResultRow, { money }: ActionInput): Action {
  const [id, rep] = [String(row['subject_id']), String(row['rep'])];
  const amount = numberOf(row['amount']);
  const [decided, decidedAmount, wonAmount] = [Number(row['decided']), Number(row['decided_amount']), Number(row['won_amount'])];
  const share = decided >= leastDeals && decidedAmount > 0 ? wonAmount / decidedAmount : null;
  const isOverdue = row['risk'] !== 'slow';
  const [name, whose] = [row['name'] ?? null, String(row['customer_name'] ?? row['customer_id'] ?? row['name'] ?? id)];
  const label = [id, ...(name === null || name === id || name === whose ? [] : [String(name)])].join(' ');
  const [days, usual] = [numberOf(row['open_days']), numberOf(row['slow_days'])];
  const worth = amount === null ? both('open', '进行中') : both(moneyText(amount, money), moneyText(amount, money));
  const late = isOverdue ? both(`; was to close on ${String(row['closed_on'])}`, `；原定 ${String(row['closed_on'])} 成交`) : both('', '');
  const slow =
    row['risk'] === 'overdue' || usual === null
      ? both('', '')
      : both(`; 90% of those won took at most ${Math.round(usual)}`, `（90% 的赢单不超过 ${Math.round(usual)} 天）`);
  const age = days === null ? both('', '') : both(`, open for ${days} days`, `，已开 ${days} 天`);
  const among =
    row['is_of_slow'] === true && usual !== null
      ? both(` that took more than ${Math.round(usual)} days`, `用时超过 ${Math.round(usual)} 天的`)
      : both('', '');
  return {
    subject: 'deal',
    id,
    rep,
    kind: isOverdue ? 'overdue_deal' : 'slow_deal',
    what: isOverdue ? both('Sign, or set a new day', '签约或重定日期') : both('Next step, or drop', '定下一步或放弃'),
    about: both(whose, whose),
    why: both(
      `${label}: ${worth.en}${age.en}${late.en}${slow.en}`,
      `${label}：${worth['zh-CN']}${age['zh-CN']}${late['zh-CN']}${slow['zh-CN']}`,
    ),
    days: isOverdue ? 3 : 5,
    value: amount === null || share === null ? null : amount * share,
    waited: days,
    estimate:
      amount === null || share === null
        ? null
        : both(
            `amount × ${percentText(share)}, the share of the money won in ${decided} decided deals${among.en}`,
            `商机金额 × ${percentText(share)}（${decided} 个${among['zh-CN']}已结束商机按金额的赢单率）`,
          ),
    customer: typeof row['customer_id'] === 'string' ? row['customer_id'] : null,
  };
}

async function decidedSince({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, Done>> {
  const rows = await engine.rows<{ opportunity_id: string; state: string; closed_on: string | null }>(sql`
    select opportunity_id, min(state) as state, max(closed_on) as closed_on
    from deal_rows
    where opportunity_id in (${join(earlier.map(({ id }) => sql`${id}`))}) and state <> 'open'
    group by opportunity_id`);
  return new Map(
    rows.map(({ opportunity_id: id, state, closed_on: on }) => {
      const [day, zhDay] = on === null ? ['', ''] : [` on ${on}`, `${on} `];
      return [id, { on, how: state === 'won' ? both(`won${day}`, `${zhDay}赢单`) : both(`lost${day}`, `${zhDay}输单`) }];
    }),
  );
}
