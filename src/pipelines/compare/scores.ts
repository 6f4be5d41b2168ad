import { withTables } from '../../engine/scope.ts';
import { sql } from '../../engine/sql.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import type { RunParameters } from '../../metrics/parameters.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../metrics/runner.ts';
import type { ComparedPeriods } from '../../metrics/windows.ts';
import { type ScoreInput, scoreParameters } from '../parts/scoring.ts';

const scores = ['customer_profile', 'customer_scores', 'customer_state', 'score_factors'];
const comparisons = [
  'customer_periods',
  'customer_movement',
  'goods_changes',
  'revenue_bridge',
  'revenue_groups',
  'period_totals',
  'month_totals',
  'period_changes',
  'customer_turnover',
  'yearly_revenue',
  'year_to_date',
];

/** Canonical fields that comparing reads. */
export function compareFields(): Set<string> {
  return fieldsFor([...scores, ...comparisons]);
}

/**
 * Computes the scores as of the last day of either period, with the same settings, and the comparison. A table is named after its metric, so
 * the earlier scores are computed first, in a scope of their own, of which `earlier_scores` (one row a customer: score, rank, tier, segment)
 * and `earlier_factors` (one row a customer and factor: points, contribution) are kept; the later ones then stand under the usual names.
 * Summary columns of the customer file have no history and do not count.
 */
export async function computeComparison(input: ScoreInput, comparison: ComparedPeriods): Promise<RunReport> {
  const { engine, ingested, settings, churn } = input;
  const common = { registry: metrics, available: ingested.available };
  const parameters = (asOf: IsoDate): RunParameters => ({
    as_of: asOf,
    customer_summaries: false,
    comparison: { before: { ...comparison.before }, after: { ...comparison.after } },
    ...scoreParameters(settings),
    churn,
    retention: { horizon_days: churn.horizon_days },
  });
  const lastDay = ({ to }: { readonly to: IsoDate }): IsoDate => addDays(to, -1);
  await withTables(engine, async (scope) => {
    await runMetrics({ ...common, engine: scope, metrics: scores, parameters: parameters(lastDay(comparison.before)) });
    await engine.create(
      'earlier_scores',
      sql`
      select profile.customer_id, scores.score, scores.rank, scores.tier, states.rfm_segment
      from customer_profile as profile
      left join customer_scores as scores on scores.customer_id = profile.customer_id
      left join customer_state as states on states.customer_id = profile.customer_id`,
    );
    await engine.create('earlier_factors', sql`select customer_id, factor_order, points, contribution from score_factors`);
  });
  return runMetrics({ ...common, engine, metrics: [...scores, ...comparisons], parameters: parameters(lastDay(comparison.after)) });
}
