import type { Engine } from '../../engine/engine.ts';
import { dataSpan, valueHoldout } from '../../forecast/origins.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { RunParameters, Value } from '../../metrics/parameters.ts';
import { hasDatedOrders } from './dated-orders.ts';
import { daysPerUnit } from '../../stats/purchases/time-unit.ts';

/** Metrics of the lifetime value; what they use comes with them. */
export const valueMetrics = ['lifetime_value', 'spend_independence', 'simple_lifetime_value', 'referral_value', 'value_holdout'] as const;

/** What is held out to test the models of purchases; nothing where the data are too short. */
export async function holdoutWindow(
  { engine, ingested: { asOf, available } }: { readonly engine: Engine; readonly ingested: Ingested },
  { horizon_months: months }: Value,
): Promise<Pick<RunParameters, 'retention'>> {
  const dated = hasDatedOrders(available);
  const { firstOn } = dated ? await dataSpan(engine) : { firstOn: null };
  if (asOf === null || firstOn === null || firstOn > asOf) return {};
  const held = valueHoldout(firstOn, asOf, Math.round(months * daysPerUnit.month));
  return held === null ? {} : { retention: { origins: [held.origin, asOf], horizon_days: held.days } };
}
