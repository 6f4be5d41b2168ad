import type { Config } from '../../config/schema.ts';
import { sql } from '../../engine/sql.ts';
import type { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type NotComputed, runMetrics } from '../../metrics/runner.ts';
import { type ComparedPeriods, comparedPeriods, lastFullMonths } from '../../metrics/windows.ts';
import type { ViewContext } from '../../views/context.ts';
import { periodNotBegun, refusal } from '../parts/refusals.ts';

const wanted = [
  'lead_course',
  'pool_periods',
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

export interface PoolInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['pool'];
  /** The one under review; null: the last three months that are over for the overview, and all leads for the other sections. */
  readonly period: Period | null;
}

/** What was computed, and for which periods. */
export interface PoolRun {
  /** The period of the overview and the one before; null where no lead has a date. */
  readonly periods: ComparedPeriods | null;
  /** Whether somebody wrote down what happens to the leads in the pool. */
  readonly hasLog: boolean;
  /** Whether the files say who holds a lead. */
  readonly knowsHolders: boolean;
  readonly notComputed: readonly NotComputed[];
}

/** Canonical fields that the command reads. */
export function poolFields(): Set<string> {
  return fieldsFor(wanted);
}

const usualMonths = 3;

/** Computes the metrics of the pool. Throws `no-leads` (usage) where the files hold none. */
export async function computePool({ engine, ingested, settings, period }: PoolInput): Promise<PoolRun> {
  const { asOf, available } = ingested;
  const hasLog = available.has('pool_events.lead_id');
  if (!hasLog && !['lead_id', 'name', 'company'].some((field) => available.has(`leads.${field}`))) throw noLeads(ingested);
  if (period !== null && asOf !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  const periods = asOf === null ? null : comparedPeriods(period ?? lastFullMonths(usualMonths, asOf), 'previous', asOf);
  const { notComputed } = await runMetrics({
    engine,
    metrics: wanted,
    registry: metrics,
    available,
    parameters: { as_of: asOf, period, pool: settings, ...(periods === null ? {} : { comparison: periods }) },
  });
  return {
    periods: periods !== null && (await anyDated(engine)) ? periods : null,
    hasLog,
    knowsHolders: hasLog || available.has('leads.owner'),
    notComputed,
  };
}

async function anyDated(engine: ViewContext['engine']): Promise<boolean> {
  const [row] = await engine.rows<{ first: IsoDate | null }>(sql`select min(created_at) as first from lead_course`);
  return (row?.first ?? null) !== null;
}

function noLeads({ inputs }: Ingested): CrmEvalError {
  const read = inputs.map(({ file, role }) => (role === '' ? file : `${file} (${role})`)).join(', ');
  return refusal(
    'no-leads',
    { en: `no leads and no log of the pool are among the files: ${read}`, 'zh-CN': `文件中没有线索表或公海流转记录：${read}` },
    {
      en: 'add the export of the leads, or say which file it is: --leads FILE',
      'zh-CN': '请加入线索导出文件，或用 --leads 文件 指明',
    },
  );
}
