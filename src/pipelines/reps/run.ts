import type { Config } from '../../config/schema.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../metrics/runner.ts';
import { inOrder } from '../../metrics/graph.ts';
import { lastFullMonths } from '../../metrics/windows.ts';
import type { ViewContext } from '../../views/context.ts';
import { allUnusable } from '../parts/all-unusable.ts';
import { hasDatedOrders, noDatedOrders } from '../parts/dated-orders.ts';
import type { EarlierResult } from '../parts/since/earlier-result.ts';
import { type OrdersSpan, ordersSpan } from '../parts/orders-span.ts';
import { periodNotBegun, refusal } from '../parts/refusals.ts';
import { scoreParameters } from '../parts/scoring.ts';
import { bookMetric } from '../parts/shrinking-books.ts';
import { usualLength } from '../parts/usual-length.ts';

export interface RepsInput extends ViewContext {
  /** How reps are ranked. */
  readonly settings: Config['reps'];
  /** How customers are put into tiers. */
  readonly score: Config['score'];
  readonly ingested: Ingested;
  /** The one under review; null: as compare chooses it. */
  readonly period: Period | null;
  /** Whose page is wanted, by name or number; null: everybody's. */
  readonly rep: string | null;
  /** Whose reps are wanted; null: everybody's. */
  readonly manager: string | null;
  /** Whose calendar says by when actions are due. */
  readonly targets: Config['targets'];
  readonly pool: Config['pool'];
  /** The last review, whose actions are judged; null: none is given. */
  readonly earlier: EarlierResult | null;
}

/** What is under review. */
export interface Reviewed {
  readonly whole: Period;
  readonly asOf: IsoDate;
  /** From when to when there are orders; null: there are none, and deals alone are reviewed. */
  readonly span: OrdersSpan | null;
  /** Metrics that were computed to find the period, as of the same day. */
  readonly standing: readonly string[];
}

const wanted = [
  'rep_people',
  'rep_totals',
  'rep_drivers',
  'rep_changes',
  'rep_prices',
  'rep_measures',
  'rep_ranking',
  'rep_expected',
  'rep_deals',
  'deal_months',
  'rep_advantages',
  'win_patterns',
  'deal_examples',
  'deal_reasons',
  'deal_competitors',
  'rep_coaching',
];

/** Wanted where there are targets. */
const ofTargets = ['rep_targets', 'rep_gaps'];

/** What is told of contacts, and what actions are found by, as far as the files tell. */
const ofContacts = ['rep_activities', 'contact_effects'];
const ofActions = ['customer_needs', 'target_goals', 'target_attainment', 'target_deals', 'lead_follow_ups', 'lead_worth', 'action_states'];

/** Canonical fields that the review reads. */
export function repsFields(): Set<string> {
  return fieldsFor([...wanted, ...ofTargets, ...ofContacts, ...ofActions, bookMetric.id, 'purchase_days']);
}

/**
 * The period under review; of deals alone the last three months that are over. Throws usage errors where neither orders nor deals tell of reps, where nobody is named,
 * and where the period has not begun.
 */
export async function periodToReview(input: RepsInput): Promise<Reviewed> {
  const { engine, ingested, period } = input;
  const { asOf, available } = ingested;
  const span = hasDatedOrders(available) ? await ordersSpan(engine) : null;
  const hasDeals = available.has('opportunities.rep');
  if (asOf === null || (span === null && !hasDeals))
    throw (await allUnusable(ingested)) ?? noDatedOrders('nothing-to-review', { en: 'a review of reps', 'zh-CN': '销售复盘' }, ingested);
  if (!namesReps.some((field) => available.has(field))) throw noReps();
  const standing: string[] = [];
  let whole = period ?? lastFullMonths(3, asOf);
  if (period === null && span !== null) {
    standing.push('order_totals');
    await runMetrics({ engine, metrics: standing, registry: metrics, available, parameters: { as_of: asOf } });
    whole = lastFullMonths((await usualLength(input, asOf, span.firstOn, standing)).months, asOf);
  }
  if (whole.from > asOf) throw periodNotBegun(whole, asOf);
  return { whole, asOf, span, standing };
}

/** Fields of which one at least has to say who sold. */
const namesReps = ['orders.rep', 'customers.owner', 'opportunities.rep'];

function noReps() {
  return refusal(
    'nothing-to-review',
    { en: 'none of the files says who sold, or whose the customers are', 'zh-CN': '文件中没有成交的销售，也没有客户负责人' },
    {
      en: 'add the customers with their owner, or name the column: --map orders.rep=HEADER',
      'zh-CN': '请加入带负责人的客户表，或指定列：--map orders.rep=列名',
    },
  );
}

/** Computes every metric of the review; of contacts and of what actions are found by nothing is said where the files lack it. */
export async function computeReview(input: RepsInput, { whole, asOf, standing }: Reviewed): Promise<RunReport> {
  const { engine, ingested, settings, score, targets, pool } = input;
  // Whose book shrinks is told by orders with customers.
  const hasBooks = ['customer_id', 'ordered_at', 'amount'].every((field) => ingested.available.has(`orders.${field}`));
  const report = await runMetrics({
    engine,
    metrics: [...wanted, ...ofTargets, ...(hasBooks ? [bookMetric.id] : []), ...ofContacts, ...ofActions],
    registry: metrics,
    available: ingested.available,
    standing,
    parameters: { as_of: asOf, period: whole, reps: settings, targets, pool, group_by: bookMetric.group_by, ...scoreParameters(score) },
  });
  const said = new Set(inOrder(metrics, wanted).map(({ id }) => id));
  return { ...report, notComputed: report.notComputed.filter(({ metric }) => said.has(metric)) };
}
