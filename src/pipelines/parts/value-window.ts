import type { Engine } from '../../engine/engine.ts';
import { dataSpan } from '../../forecast/churn/origins.ts';
import type { Ingested } from '../../ingest/contract.ts';
import { addDays, daysBetween } from '../../lib/dates.ts';
import type { RunParameters, Value } from '../../metrics/parameters.ts';
import { hasDatedOrders } from './dated-orders.ts';
import { daysPerUnit } from '../../stats/purchases/time-unit.ts';

/** Metrics of the lifetime value; what they use comes with them. */
export const valueMetrics = ['lifetime_value', 'spend_independence', 'simple_lifetime_value', 'referral_value', 'value_holdout'] as const;

/** Less than four weeks tell nothing of a year. */
const leastDays = 28;

/**
 * What is held out to test the models of purchases: the last days, as many as the horizon has; where the data are not twice as long, the
 * later half of them. Nothing where that is less than four weeks.
 */
export async function holdoutWindow(
  { engine, ingested: { asOf, available } }: { readonly engine: Engine; readonly ingested: Ingested },
  { horizon_months: months }: Value,
): Promise<Pick<RunParameters, 'retention'>> {
  const dated = hasDatedOrders(available);
  const { firstOn } = dated ? await dataSpan(engine) : { firstOn: null };
  if (asOf === null || firstOn === null || firstOn > asOf) return {};
  const horizon = Math.round(months * daysPerUnit.month);
  const days = Math.min(horizon, Math.floor((daysBetween(firstOn, asOf) + 1) / 2));
  return days < leastDays ? {} : { retention: { origins: [addDays(asOf, -days), asOf], horizon_days: days } };
}
