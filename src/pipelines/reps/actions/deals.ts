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
            deals.open_days, deals.closed_on, deals.slow_days, decided.won, decided.decided
          from deal_rows as deals
          left join customer_profile as profile on profile.customer_id = deals.customer_id
          cross join (
            select count(*) filter (where state = 'won') as won, count(*) filter (where state <> 'open') as decided from deal_rows
          ) as decided
          where deals.risk is not null and deals.opportunity_id is not null`,
        value: sql`amount`,
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
  const [won, decided] = [Number(row['won']), Number(row['decided'])];
  const share = decided >= leastDeals ? won / decided : null;
  const isOverdue = row['risk'] !== 'slow';
  const label = labelOf(row, id);
  const [days, usual] = [numberOf(row['open_days']), numberOf(row['slow_days'])];
  const worth = amount === null ? both('open', '进行中') : both(moneyText(amount, money), moneyText(amount, money));
  const late = isOverdue ? both(`; was to close on ${String(row['closed_on'])}`, `；原定 ${String(row['closed_on'])} 成交`) : both('', '');
  const slow =
    row['risk'] === 'overdue' || usual === null
      ? both('', '')
      : both(`; 90% of the deals won took at most ${Math.round(usual)}`, `；90% 的赢单不超过 ${Math.round(usual)} 天`);
  const age = days === null ? both('', '') : both(`, open for ${days} days`, `，已开 ${days} 天`);
  return {
    subject: 'deal',
    id,
    rep,
    what: isOverdue
      ? both(`Close ${label.en}, or set a new day with the customer`, `推动签约或与客户重定日期：${label['zh-CN']}`)
      : both(`Agree the next step of ${label.en}, or give it up`, `确定下一步或放弃：${label['zh-CN']}`),
    why: both(`${worth.en}${age.en}${late.en}${slow.en}`, `${worth['zh-CN']}${age['zh-CN']}${late['zh-CN']}${slow['zh-CN']}`),
    days: isOverdue ? 3 : 5,
    value: amount === null || share === null ? null : amount * share,
    estimate:
      amount === null || share === null
        ? null
        : both(
            `amount × ${percentText(share)}, the share won of ${decided} deals decided`,
            `商机金额 × ${percentText(share)}（${decided} 个已结束商机的赢单率）`,
          ),
    customer: typeof row['customer_id'] === 'string' ? row['customer_id'] : null,
  };
}

/** Name, customer and number, as far as they are known. */
function labelOf(row: ResultRow, id: string) {
  const name = row['name'] ?? null;
  const whose = row['customer_name'] ?? row['customer_id'] ?? null;
  const beside = [whose, name === null || name === id ? null : id].filter((text) => text !== null).map(String);
  const first = String(name ?? id);
  if (beside.length === 0) return both(first, first);
  return both(`${first} (${beside.join(', ')})`, `${first}（${beside.join('，')}）`);
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
