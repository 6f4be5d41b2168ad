import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultCell } from '../../result/result.ts';
import { unitFactor } from '../../metrics/targets/parts/units.ts';
import type { ViewContext } from '../../views/context.ts';
import { ownerText } from './target-words.ts';

/** Targets in a unit that the file does not say. */
export interface MissingUnit {
  readonly metric: string;
  /** What was reached over the targets: a thousand, ten thousand or a million times, or a part. */
  readonly factor: number;
  readonly n: number;
  readonly example: Localized;
}

interface Found {
  readonly [column: string]: ResultCell;
  readonly metric: string;
  readonly target: number | null;
  readonly actual: number | null;
  readonly n: number;
  readonly owner: string | null;
}

/**
 * Metrics of money of which the targets without a unit differ from what was sold in their periods by a factor near one that units have.
 * Owners that match nobody tell as well: all that was sold stands against all targets of reps and of unknown owners.
 */
export async function missingUnits({ engine }: Pick<ViewContext, 'engine'>): Promise<MissingUnit[]> {
  const rows = await engine.rows<Found>(sql`
    with own as (
      select rows.metric, rows.owner, rows.level, rows.scope, rows.period_start, rows.period_end, rows.value, actuals.part as reached
      from target_rows as rows
      inner join target_actuals as actuals on actuals.target_order = rows.target_order
      left join target_slips as slips on slips.target_order = rows.target_order
      where slips.slip is null and rows.unit is null and rows.ambition = 'base' and rows.metric in ('revenue', 'profit', 'payments') and rows.value > 0 and actuals.is_over
    ),
    known as (
      select metric, sum(value)::double precision as target, sum(reached)::double precision as actual, count(*) as n, min(owner) as owner
      from own
      where reached > 0
      group by metric
    ),
    days as (select day, sum(revenue) as revenue from sales_days group by day),
    spans as (
      select metric, period_start, period_end, sum(value) as value, count(*) as n, min(owner) as owner
      from own
      where scope = 'unknown' and metric = 'revenue'
      group by metric, period_start, period_end
    ),
    all_sold as (
      select spans.metric, spans.period_start, spans.period_end, max(spans.value) as value, max(spans.n) as n, min(spans.owner) as owner,
        sum(days.revenue) as revenue
      from spans
      inner join days on days.day between spans.period_start and spans.period_end
      group by spans.metric, spans.period_start, spans.period_end
    ),
    unknown as (
      select metric, sum(value)::double precision as target, sum(revenue)::double precision as actual, sum(n) as n, min(owner) as owner
      from all_sold
      group by metric
    )
    select metric, target, actual, n, owner from known
    union all
    select unknown.metric, unknown.target, unknown.actual, unknown.n, unknown.owner from unknown left join known on known.metric = unknown.metric where known.metric is null`);
  return rows.flatMap(({ metric, target, actual, n, owner }) => {
    const factor = unitFactor(actual, target);
    return factor === null ? [] : [{ metric, factor, n, example: ownerText(owner) }];
  });
}
