import { sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import type { Read } from '../../../forecast/read.ts';
import type { Cohorts } from '../../parameters.ts';
import { lastCompletePeriod, periodNumber } from './cohort-calendar.ts';
import type { CohortUnit } from '../../choices.ts';
import { type Known, type ReturnCount, type Survival, survivalAt } from '../../../forecast/retention/survival.ts';
import { fitShiftedBetaGeometric, type RetentionFit } from '../../../stats/shifted-beta-geometric.ts';

/** The counts that survival and its model are made of, and how far the data reach. */
export interface CohortCounts {
  readonly unit: CohortUnit;
  readonly returns: readonly ReturnCount[];
  readonly known: Known;
}

/** Null without a customer. Without an as-of date the day of the last order stands in for it. */
export async function readCohorts(
  rows: Read,
  { as_of, cohorts: { unit } }: { readonly as_of: IsoDate | null; readonly cohorts: Cohorts },
): Promise<CohortCounts | null> {
  const found = await rows(sql`select cohort_on, age, gap, customers from cohort_returns order by cohort_on, age, gap`);
  if (found.length === 0) return null;
  const day = as_of ?? (await lastDay(rows));
  return {
    unit,
    returns: found.map(({ cohort_on, age, gap, customers }) => ({
      cohort: periodNumber(unit, String(cohort_on)),
      age: Number(age),
      gap: Number(gap),
      customers: Number(customers),
    })),
    known: { through: periodNumber(unit, day), complete: lastCompletePeriod(unit, day) },
  };
}

async function lastDay(rows: Read): Promise<IsoDate> {
  const [last] = await rows(sql`select max(ordered_on) as ordered_on from order_totals`);
  return String(last?.['ordered_on']);
}

/** The model over all cohorts, each as old as it is. */
export function fitCohorts({ returns, known }: CohortCounts): { readonly survival: Survival; readonly fit: RetentionFit } {
  const survival = survivalAt(returns, known);
  return { survival, fit: fitShiftedBetaGeometric([...survival.cohorts.values()]) };
}
