import { sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { moneyText, percentText } from '../../../views/number-words.ts';
import type { Action, ActionInput, ActionSource, Done, EarlierAction } from './action.ts';
import { foundOf, mostOfEach } from './most-of-each.ts';
import { leastDeals } from './win-chance.ts';

/** Running revenue targets of reps that neither the pace so far nor the open deals will reach. */
export const targetsToFill: ActionSource = {
  subject: 'target',
  find: async (input) => {
    const rows = await input.engine.rows<ResultRow>(
      mostOfEach(input, {
        from: sql`
          select * from (
            select
              goals.scope_key as rep, goals.scope_key as subject_id, goals.target, goals.actual, goals.period_end, attained.gap,
              attained.working_days - attained.passed_days as days_left,
              coalesce(attained.reached_per_day, 0) * (attained.working_days - attained.passed_days) as rest, deals.weighted_amount,
              decided.won, decided.decided
            from target_goals as goals
            join target_attainment as attained on attained.goal_order = goals.goal_order
            left join target_deals as deals on deals.goal_order = goals.goal_order
            cross join (
              select count(*) filter (where state = 'won') as won, count(*) filter (where state <> 'open') as decided from deal_rows
            ) as decided
            where ${isRevenueOfRep} and not goals.is_over and attained.gap > 0
          ) as running
          where days_left > 0 and gap - rest - coalesce(weighted_amount, 0) > 0`,
        value: sql`gap - rest - coalesce(weighted_amount, 0)`,
        wanted: [],
      }),
    );
    return foundOf(rows, (row) => actionOf(row, input));
  },
  done: reached,
};

const isRevenueOfRep = sql`goals.scope = 'rep' and goals.metric = 'revenue' and goals.ambition = 'base' and goals.reach = 'period'`;

/** One target of a rep is running at a time; the next one is another. */
function idOf(row: ResultRow): string {
  return `${String(row['rep'])} · ${String(row['period_end'])}`;
}

function actionOf(row: ResultRow, { money }: ActionInput): Action {
  const [gap, rest, deals] = [Number(row['gap']), Number(row['rest']), numberOf(row['weighted_amount'])];
  const open = gap - rest - (deals ?? 0);
  const [won, decided] = [Number(row['won']), Number(row['decided'])];
  const share = decided >= leastDeals && won > 0 ? won / decided : null;
  const text = (amount: number): string => moneyText(amount, money);
  const end = String(row['period_end']);
  const beside = deals === null ? both('', '') : both(`, open deals bring ${text(deals)}`, `，在手商机加权 ${text(deals)}`);
  const needed =
    share === null
      ? both('', '')
      : both(
          `; at ${percentText(share)} won that takes deals of ${text(open / share)}`,
          `；按赢单率 ${percentText(share)} 需新增商机 ${text(open / share)}`,
        );
  return {
    subject: 'target',
    id: idOf(row),
    rep: String(row['rep']),
    kind: 'pipeline',
    what: both('Find new deals', '补充商机'),
    about: both(`target to ${end}`, `截至 ${end} 的目标`),
    why: both(
      `${text(gap)} short of ${text(Number(row['target']))}; the pace so far brings ${text(rest)}${beside.en}${needed.en}`,
      `目标 ${text(Number(row['target']))} 尚差 ${text(gap)}；按目前进度可再完成 ${text(rest)}${beside['zh-CN']}${needed['zh-CN']}`,
    ),
    days: Math.min(10, Number(row['days_left'])),
    value: open,
    estimate: both(
      'gap − pace so far over the rest of the period − open deals by their chances',
      '缺口 − 按目前进度的剩余完成额 − 在手商机加权额',
    ),
    customer: null,
    isGoal: true,
  };
}

async function reached({ engine }: ActionInput, earlier: readonly EarlierAction[]): Promise<Map<string, Done>> {
  const wanted = new Set(earlier.map(({ id }) => id));
  const rows = await engine.rows<ResultRow>(sql`
    select goals.scope_key as rep, goals.period_end
    from target_goals as goals
    join target_attainment as attained on attained.goal_order = goals.goal_order
    where ${isRevenueOfRep} and attained.gap <= 0`);
  const done: Done = { on: null, how: both('the target is reached', '目标已达成') };
  return new Map(rows.map(idOf).flatMap((id) => (wanted.has(id) ? [[id, done] as const] : [])));
}
