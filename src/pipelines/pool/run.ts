import type { PoolRuleValues } from '../../config/pool-rules.ts';
import type { Config } from '../../config/schema.ts';
import { sql } from '../../engine/sql.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { PoolRecordKind } from '../../metrics/choices.ts';
import { holdingRecords } from '../../metrics/leads/parts/holding-records.ts';
import type { PoolRecords } from '../../metrics/parameters.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type NotComputed, runMetrics } from '../../metrics/runner.ts';
import { type ComparedPeriods, comparedPeriods, lastFullMonths } from '../../metrics/windows.ts';
import type { ViewContext } from '../../views/context.ts';
import { periodNotBegun } from '../parts/refusals.ts';
import { chooseRecords } from './records.ts';

const wanted = [
  'lead_course',
  'log_contradictions',
  'pool_periods',
  'pool_months',
  'rep_leads',
  'rep_signals',
  'lead_conversion',
  'conversion_by_age',
  'rep_conversion',
  'contact_speed',
  'speed_conversion',
  'rep_follow_ups',
  'lead_factors',
  'lead_columns',
  'lead_models',
  'lead_scores',
  'lead_worth',
  'pool_distribution',
  'lead_allocation',
  'rep_allocation',
  'allocation_plans',
  'allocation_choice',
  'rep_strengths',
  'customer_recycling',
];

/** Wanted where the log is replayed under other rules. */
const replayed = ['what_if_rules'];

export interface PoolInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['pool'];
  /** The one under review; null: the last three months that are over for the overview, and all leads for the other sections. */
  readonly period: Period | null;
  /** Whether leads are evaluated, or customers that pools hand out; null: what the files have. */
  readonly of: PoolRecordKind | null;
  /** Other rules that the log is replayed under; null: none. */
  readonly whatIf?: PoolRuleValues | null;
}

/** What was computed, and for which periods. */
export interface PoolRun {
  readonly of: PoolRecordKind;
  /** Whether the files have what could be evaluated instead: customers of a pool, or leads. */
  readonly hasOther: boolean;
  /** The period of the overview and the one before; null where no lead has a date. */
  readonly periods: ComparedPeriods | null;
  /** Whether somebody wrote down what happens to the leads in the pool. */
  readonly hasLog: boolean;
  /** Leads of the pool of which a list without a log has forgotten who had them: nothing is known of what reps took, then. 0: none. */
  readonly forgotten: number;
  /** Whether the files say who holds a lead. */
  readonly knowsHolders: boolean;
  readonly notComputed: readonly NotComputed[];
}

/** Canonical fields that the command reads. */
export function poolFields(): Set<string> {
  return fieldsFor([...wanted, ...replayed]);
}

const usualMonths = 3;

/** Computes the metrics of the pool. Throws `no-leads` (usage) where the files hold none. */
export async function computePool({ engine, ingested, settings, period, of, whatIf = null }: PoolInput): Promise<PoolRun> {
  const { asOf } = ingested;
  const { of: kind, id, hasOther } = await chooseRecords({ engine, ingested, of });
  const available = fieldsOf(kind, id, ingested.available);
  const hasLog = available.has(`pool_events.${id}`);
  if (period !== null && asOf !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  const periods = asOf === null ? null : comparedPeriods(period ?? lastFullMonths(usualMonths, asOf), 'previous', asOf);
  const { notComputed } = await runMetrics({
    engine,
    metrics: whatIf === null ? wanted : [...wanted, ...replayed],
    registry: metrics,
    available,
    parameters: {
      as_of: asOf,
      period,
      // What a customer file has beside its fields is not kept.
      pool: kind === 'customers' ? { ...settings, attributes: { ...settings.attributes, fields_only: true } } : settings,
      pool_records: { of: kind, id },
      what_if: whatIf ?? {},
      ...(periods === null ? {} : { comparison: periods }),
    },
  });
  return {
    of: kind,
    hasOther,
    periods: periods !== null && (await anyDated(engine)) ? periods : null,
    hasLog,
    forgotten: await forgottenLeads(engine),
    knowsHolders: hasLog || available.has(`${kind}.owner`),
    notComputed,
  };
}

/** Without what the files say of events, and of contacts with leads, of the other kind; contacts with customers tell which of them fall back. */
function fieldsOf(kind: PoolRecordKind, id: PoolRecords['id'], available: ReadonlySet<string>): ReadonlySet<string> {
  const others = new Set([
    ...(kind === 'leads' ? [] : ['activities.lead_id']),
    id === 'lead_id' ? 'pool_events.customer_id' : 'pool_events.lead_id',
  ]);
  return new Set([...available].filter((field) => !others.has(field)));
}

async function forgottenLeads(engine: ViewContext['engine']): Promise<number> {
  const [row] = await engine.rows<{ forgotten: number }>(holdingRecords);
  return row?.forgotten ?? 0;
}

async function anyDated(engine: ViewContext['engine']): Promise<boolean> {
  const [row] = await engine.rows<{ first: IsoDate | null }>(sql`select min(created_at) as first from lead_course`);
  return (row?.first ?? null) !== null;
}
