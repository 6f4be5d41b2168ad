import { join, sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText } from '../../../views/number-words.ts';
import type { Action, ActionInput, ActionSource, Done, EarlierAction } from './action.ts';
import { foundOf, mostOfEach } from './most-of-each.ts';
import { type WinChance, winChances } from './win-chance.ts';

/** Open deals that are late or slow: to be moved, or closed as lost. */
export const dealsToMove: ActionSource = {
  subject: 'deal',
  find: async (input, wanted) => {
    const rows = await input.engine.rows<ResultRow>(
      mostOfEach(input, {
        from: sql`
          select
            deals.rep, deals.opportunity_id as subject_id, deals.name, deals.customer_id, profile.customer_name, deals.amount, deals.risk,
            deals.open_days, deals.closed_on, deals.slow_days
          from deal_rows as deals
          left join customer_profile as profile on profile.customer_id = deals.customer_id
          where deals.risk is not null and deals.opportunity_id is not null`,
        value: sql`amount`,
        waited: sql`open_days`,
        wanted,
      }),
    );
    const chanceAt = await winChances(input);
    return foundOf(rows, (row) => actionOf(row, chanceAt(numberOf(row['open_days'])), input));
  },
  done: decidedSince,
};

function actionOf(row: ResultRow, chance: WinChance | null, { money }: ActionInput): Action {
  const [id, rep] = [String(row['subject_id']), String(row['rep'])];
  const amount = numberOf(row['amount']);
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
    value: amount === null || chance === null ? null : amount * chance.rate,
    waited: days,
    estimate: amount === null || chance === null ? null : chance.basis,
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
