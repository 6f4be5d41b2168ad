import type { Config } from '../../../config/schema.ts';
import { sql } from '../../../engine/sql.ts';
import type { Ingested } from '../../../ingest/contract.ts';
import type { Period } from '../../../lib/dates.ts';
import { fieldsFor, metrics } from '../../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../../metrics/runner.ts';
import type { ViewContext } from '../../../views/context.ts';
import { periodNotBegun, refusal } from '../../parts/refusals.ts';
import { bookMetric } from '../../parts/shrinking-books.ts';
import { seasonMetrics } from '../parts/seasons.ts';

export interface TrackInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['targets'];
  /** The targets under review lie in it; null: those that the as-of date lies in. */
  readonly period: Period | null;
}

const wanted = [
  'target_rows',
  'target_slips',
  'target_actuals',
  'target_goals',
  'target_gaps',
  'target_parts',
  'target_picks',
  'target_attainment',
  'target_forecasts',
  'target_forecast_tests',
  'target_deals',
];

/** Canonical fields that the command reads. */
export function trackFields(): Set<string> {
  return fieldsFor([...wanted, bookMetric.id, ...seasonMetrics]);
}

/** Computes the metrics of tracking. Throws (usage) `no-targets` where the files hold none, and `period-not-begun` for a period after the as-of date. */
export async function computeTrack({ engine, ingested, settings, period }: TrackInput): Promise<RunReport> {
  const { asOf, available } = ingested;
  if (period !== null && asOf !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  const hasProducts = ['product', 'product_id', 'category'].some((field) => available.has(`orders.${field}`));
  // Whose book shrinks is told by orders with customers.
  const hasBooks = ['customer_id', 'ordered_at', 'amount'].every((field) => available.has(`orders.${field}`));
  const report = await runMetrics({
    engine,
    metrics: [...wanted, ...(hasBooks ? [bookMetric.id] : []), ...(hasProducts ? seasonMetrics : [])],
    registry: metrics,
    available,
    parameters: { as_of: asOf, targets: ofProducts(settings), target_period: period, group_by: bookMetric.group_by },
  });
  const [found] = await engine.rows<{ n: number }>(
    sql`select count(value) as n from target_rows where period_start is not null and period_end is not null`,
  );
  if ((found?.n ?? 0) === 0) throw noTargets();
  return report;
}

/** Months are summed by product, of revenue, whatever the settings split. */
function ofProducts(settings: TrackInput['settings']): TrackInput['settings'] {
  return { ...settings, split: { ...settings.split, metric: 'revenue', levels: ['product'] } };
}

function noTargets() {
  return refusal(
    'no-targets',
    { en: 'no row of the files is a target with a value and a period', 'zh-CN': '文件中没有带目标值与期间的目标' },
    {
      en: 'add the file of targets, or name its columns: --map targets.value=HEADER --map targets.period_start=HEADER',
      'zh-CN': '请加上目标文件，或指定列：--map targets.value=列名 --map targets.period_start=列名',
    },
  );
}
