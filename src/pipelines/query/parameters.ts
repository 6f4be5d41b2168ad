import type { Config } from '../../config/schema.ts';
import type { Engine } from '../../engine/engine.ts';
import { churnOrigins, dataSpan } from '../../forecast/origins.ts';
import type { Ingested } from '../../ingest/contract.ts';
import { both } from '../../lib/localized.ts';
import type { Period } from '../../lib/dates.ts';
import { inOrder } from '../../metrics/graph.ts';
import type { RunParameters } from '../../metrics/parameters.ts';
import { metrics } from '../../metrics/registry.ts';
import { comparedPeriods } from '../../metrics/windows.ts';
import { hasDatedOrders } from '../parts/dated-orders.ts';
import { refusal } from '../parts/refusals.ts';
import { scoreParameters } from '../parts/scoring.ts';
import { holdoutWindow } from '../parts/value-window.ts';

interface Asked {
  readonly engine: Engine;
  readonly ingested: Ingested;
  readonly period: Period | null;
  readonly config: Config;
}

/** Metrics that look at past windows: those that a forecast of churn needs, or the hold-out of the lifetime value. */
export const windowed = ['purchase_history', 'win_back'];
export const lifetime = ['value_histories', 'value_holdout'];

/** What metrics are computed with: as the command has it that prints them. Throws where two commands compute them differently. */
export async function metricParameters(wanted: readonly string[], { engine, ingested, period, config }: Asked): Promise<RunParameters> {
  const { asOf } = ingested;
  const { churn, value, pool, satisfaction } = config;
  return {
    as_of: asOf,
    period,
    ...scoreParameters(config.score),
    churn,
    value,
    pool,
    satisfaction,
    ...(period === null ? {} : { cohorts: { range: period } }),
    ...(period === null || asOf === null ? {} : { comparison: comparedPeriods(period, 'previous', asOf) }),
    ...(await pastWindows(wanted, { engine, ingested, period, config })),
  };
}

async function pastWindows(wanted: readonly string[], { engine, ingested, config }: Asked): Promise<Pick<RunParameters, 'retention'>> {
  const rests = (id: string, on: readonly string[]): boolean => inOrder(metrics, [id]).some((metric) => on.includes(metric.id));
  const ofValue = wanted.filter((id) => rests(id, lifetime));
  const ofChurn = wanted.filter((id) => !ofValue.includes(id) && rests(id, windowed));
  if (ofValue.length > 0 && ofChurn.length > 0) {
    const [value, churn] = [ofValue.join(', '), ofChurn.join(', ')];
    throw refusal(
      'query-invalid',
      both(`${value} and ${churn} rest on different past windows`, `${value} 与 ${churn} 依据的历史窗口不同`),
      both('ask for them in two queries', '请分两次查询'),
    );
  }
  if (ofValue.length > 0) return holdoutWindow({ engine, ingested }, config.value);
  if (ofChurn.length === 0 || ingested.asOf === null || !hasDatedOrders(ingested.available)) return {};
  const { firstOn, customers } = await dataSpan(engine);
  const { horizon_days: horizonDays } = config.churn;
  if (firstOn === null || firstOn > ingested.asOf) return {};
  return { retention: { origins: churnOrigins(firstOn, ingested.asOf, { horizonDays, customers }), horizon_days: horizonDays } };
}
