import { sql } from '../../../engine/sql.ts';
import type { TrackInput } from './run.ts';

/** Targets in a unit that the file does not say. */
export interface MissingUnit {
  readonly metric: string;
  readonly factor: 1000 | 10_000 | 1_000_000;
}

const factors = [1000, 10_000, 1_000_000] as const;

/** Whoever reaches this much of a target, or more, has another unit; up to half of an order of magnitude around a factor. */
const around = Math.sqrt(10) * 0.8;

/**
 * Metrics of money of which the targets without a unit are smaller than what was sold in their periods by a factor near one that units have.
 * Owners that match nobody tell as well: all that was sold stands against all targets of reps and of unknown owners.
 */
export async function missingUnits({ engine }: TrackInput): Promise<MissingUnit[]> {
  const rows = await engine.rows<{ metric: string; target: number | null; actual: number | null }>(sql`
    with own as (
      select rows.metric, rows.level, rows.scope, rows.period_start, rows.period_end, rows.value, actuals.actual
      from target_rows as rows
      inner join target_actuals as actuals on actuals.target_order = rows.target_order
      where rows.unit is null and rows.ambition = 'base' and rows.metric in ('revenue', 'profit', 'payments') and rows.value > 0 and actuals.is_over
    ),
    known as (
      select metric, sum(value)::double precision as target, sum(actual) as actual from own where actual > 0 group by metric
    ),
    days as (select day, sum(revenue) as revenue from sales_days group by day),
    spans as (
      select metric, period_start, period_end, sum(value) as value
      from own
      where scope = 'unknown' and metric = 'revenue'
      group by metric, period_start, period_end
    ),
    all_sold as (
      select spans.metric, spans.period_start, spans.period_end, max(spans.value) as value, sum(days.revenue) as revenue
      from spans
      inner join days on days.day between spans.period_start and spans.period_end
      group by spans.metric, spans.period_start, spans.period_end
    ),
    unknown as (
      select metric, sum(value)::double precision as target, sum(revenue)::double precision as actual from all_sold group by metric
    )
    select metric, target, actual from known
    union all
    select unknown.metric, unknown.target, unknown.actual from unknown left join known on known.metric = unknown.metric where known.metric is null`);
  return rows.flatMap(({ metric, target, actual }) => {
    const factor = target === null || actual === null || target <= 0 ? null : factorOf(actual / target);
    return factor === null ? [] : [{ metric, factor }];
  });
}

/** The factor of units that a ratio is near; null for any other. */
export function factorOf(ratio: number): MissingUnit['factor'] | null {
  return factors.find((factor) => ratio > factor / around && ratio < factor * around) ?? null;
}
