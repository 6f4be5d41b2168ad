import { sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import type { TrackInput } from './run.ts';
import { type Standing, standingOf } from './standing.ts';
import { levels } from '../../parts/target-words.ts';

/** A target of the period or of the year with all that is known of it. */
export interface Goal {
  readonly reach: 'period' | 'year';
  readonly level: string;
  readonly scope: string;
  /** What counts, by the column scope_key; empty of the company. */
  readonly key: string;
  readonly owner: string | null;
  readonly metric: string;
  readonly ambition: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly target: number | null;
  readonly actual: number | null;
  readonly attainment: number | null;
  readonly gap: number | null;
  readonly timeProgress: number;
  readonly isOver: boolean;
  readonly missing: string | null;
  readonly blanks: number;
  /** Targets in it with a value that the metric cannot have. */
  readonly slips: number;
  readonly standing: Standing;
  readonly chance: number | null;
  /** All columns of the metrics, by their names. */
  readonly row: ResultRow;
}

/** Company first, then teams, reps, customers and products; in each the furthest behind first. */
export async function goalRows({ engine }: Pick<TrackInput, 'engine'>): Promise<Goal[]> {
  const rows = await engine.rows<ResultRow>(sql`
    select
      goals.*, attained.attainment, attained.gap, attained.starts_on, attained.ends_on, attained.joined_within, attained.has_left,
      attained.told_by, attained.own_share, attained.due, attained.last_sale_on, attained.working_days,
      attained.passed_days, attained.time_progress, attained.pace, attained.needed_per_day, attained.reached_per_day,
      forecasts.forecast, forecasts.withheld, forecasts.low, forecasts.high, forecasts.chance, forecasts.run_rate, forecasts.forecast_attainment, forecasts.forecast_gap,
      forecasts.windows, forecasts.tests, forecasts.held, forecasts.with_interval, forecasts.error, forecasts.run_rate_error,
      deals.deals, deals.deal_amount, deals.weighted_amount
    from target_goals as goals
    inner join target_attainment as attained on attained.goal_order = goals.goal_order
    left join target_forecasts as forecasts on forecasts.goal_order = goals.goal_order
    left join target_deals as deals on deals.goal_order = goals.goal_order
    order by goals.goal_order`);
  return rows.map(goalOf).toSorted(byUrgency);
}

function goalOf(row: ResultRow): Goal {
  const figures = { target: numberOf(row['target']), actual: numberOf(row['actual']), chance: numberOf(row['chance']) };
  const isOver = row['is_over'] === true;
  const isWhole = row['joined_within'] !== true && row['has_left'] !== true;
  return {
    reach: row['reach'] as Goal['reach'],
    level: String(row['level']),
    scope: String(row['scope']),
    key: String(row['scope_key'] ?? ''),
    owner: row['owner'] as string | null,
    metric: String(row['metric']),
    ambition: String(row['ambition']),
    from: row['period_start'] as IsoDate,
    to: row['period_end'] as IsoDate,
    ...figures,
    attainment: numberOf(row['attainment']),
    gap: numberOf(row['gap']),
    timeProgress: Number(row['time_progress']),
    isOver,
    missing: row['missing'] as string | null,
    blanks: Number(row['blanks']),
    slips: Number(row['slips']),
    standing: standingOf({
      ...figures,
      chance: isWhole ? figures.chance : null,
      due: numberOf(row['due']),
      isOver: isOver || row['has_left'] === true,
      pace: numberOf(row['pace']),
    }),
    row,
  };
}

/** Rows of one level stand together; what is missed most, as a share, comes first. */
function byUrgency(one: Goal, other: Goal): number {
  const level = levels.indexOf(one.level) - levels.indexOf(other.level);
  if (level !== 0) return level;
  const expected = (goal: Goal): number =>
    numberOf(goal.row['forecast_attainment']) ?? numberOf(goal.row['pace']) ?? goal.attainment ?? Infinity;
  const [left, right] = [expected(one), expected(other)];
  return left === right ? Number(one.row['goal_order']) - Number(other.row['goal_order']) : left - right;
}
