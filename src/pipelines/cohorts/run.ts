import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import type { CohortUnit } from '../../metrics/choices.ts';
import type { CustomerGroup } from '../../metrics/choices.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../metrics/runner.ts';
import type { ViewContext } from '../../views/context.ts';
import { allUnusable } from '../parts/all-unusable.ts';
import { hasDatedOrders, noDatedOrders } from '../parts/dated-orders.ts';

export interface CohortInput extends ViewContext {
  readonly ingested: Ingested;
  readonly unit: CohortUnit;
  /** Cohorts are those of customers whose first purchase lies in it; null: all. */
  readonly period: Period | null;
  /** What revenue retention is broken down by; null: nothing. */
  readonly by: CustomerGroup | null;
}

const wanted = ['cohort_averages', 'cohort_model', 'cohort_projection', 'revenue_retention', 'revenue_retention_months'];

function wantedFor(by: CustomerGroup | null): string[] {
  return by === null ? wanted : [...wanted, 'revenue_retention_groups'];
}

/** Canonical fields that cohorts read. */
export function cohortFields(by: CustomerGroup | null): Set<string> {
  return fieldsFor(wantedFor(by));
}

/** Computes every metric of the cohorts. Throws `no-cohorts` (usage) where the files do not say who bought when. */
export async function computeCohorts({ engine, ingested, unit, period, by }: CohortInput): Promise<RunReport> {
  const { asOf, available } = ingested;
  if (!hasDatedOrders(available))
    throw (await allUnusable(ingested)) ?? noDatedOrders('no-cohorts', { en: 'a count of cohorts', 'zh-CN': '批次分析' }, ingested);
  const parameters = { as_of: asOf, cohorts: { unit, range: period }, ...(by === null ? {} : { group_by: by }) };
  // Of customers in scope all orders count, whoever sold them: who was taken over from another is no new customer.
  const standing = engine.whole === undefined ? [] : ['order_totals'];
  await engine.whole?.lend(standing, parameters, engine);
  return runMetrics({ engine, metrics: wantedFor(by), registry: metrics, available, parameters, standing });
}
