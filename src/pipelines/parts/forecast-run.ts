import type { CrmEvalError } from '../../errors.ts';
import type { FoldSettings } from '../../forecast/churn/folds.ts';
import { churnOrigins, dataSpan } from '../../forecast/origins.ts';
import type { Read } from '../../forecast/read.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { ChurnModel } from '../../metrics/choices.ts';
import { metrics } from '../../metrics/registry.ts';
import { type NotComputed, runMetrics } from '../../metrics/runner.ts';
import { allUnusable } from './all-unusable.ts';
import { hasDatedOrders, noDatedOrders } from './dated-orders.ts';
import { periodNotBegun, refusal } from './refusals.ts';
import { type ScoreInput, scoreParameters } from './scoring.ts';

/** What `churn` and `backtest` start from. */
export interface ForecastInput extends ScoreInput {
  /** End of the calibration that the section `model` describes; null: the as-of date. */
  readonly until: IsoDate | null;
}

/** What a run looks at. */
export interface ForecastRun {
  readonly asOf: IsoDate;
  readonly horizonDays: number;
  readonly model: ChurnModel;
  /** What the contest goes by; its last origin is the as-of date. */
  readonly contest: FoldSettings;
  /** How the metrics read their tables: what they learned of them need not be learned again. */
  readonly read: Read;
  readonly notComputed: readonly NotComputed[];
}

/** Computes the metrics at the as-of date and the origins before, with so many past windows held out. Throws usage errors where there is no dated order to go by. */
export async function runForecast(
  input: ForecastInput,
  { wanted, folds }: { readonly wanted: readonly string[]; readonly folds: number },
): Promise<ForecastRun> {
  const { engine, ingested, settings, churn, until, period } = input;
  const { asOf, available } = ingested;
  const dated = hasDatedOrders(available);
  const { firstOn, customers } = dated ? await dataSpan(engine) : { firstOn: null, customers: 0 };
  if (asOf === null || firstOn === null)
    throw (await allUnusable(ingested)) ?? noDatedOrders('nothing-to-forecast', { en: 'a forecast', 'zh-CN': '预测' }, ingested);
  if (period !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  if (firstOn > asOf) throw beforeTheData('--as-of', asOf, firstOn);
  if (until !== null && until > asOf) throw untilAfter(until, asOf);
  if (until !== null && until < firstOn) throw beforeTheData('--until', until, firstOn);
  const { horizon_days: horizonDays, model } = churn;
  const origins = churnOrigins(firstOn, asOf, { horizonDays, customers });
  const read: Read = (query) => engine.rows(query);
  const { notComputed } = await runMetrics({
    engine,
    metrics: wanted,
    registry: metrics,
    available,
    read,
    parameters: {
      as_of: asOf,
      period,
      ...scoreParameters(settings),
      retention: { origins, further: until === null ? [] : [until], horizon_days: horizonDays },
      churn: { ...churn, model, folds },
    },
  });
  return {
    asOf,
    horizonDays,
    model,
    contest: { origins, horizonDays, model, folds, churn },
    read: engine.whole?.read ?? read,
    notComputed,
  };
}

function beforeTheData(option: string, day: IsoDate, firstOn: IsoDate): CrmEvalError {
  return refusal(
    'before-the-data',
    { en: `${option} ${day} is before the first order on ${firstOn}`, 'zh-CN': `${option} ${day} 早于首张订单 ${firstOn}` },
    { en: `give ${option} a later day`, 'zh-CN': `请为 ${option} 指定更晚的日期` },
  );
}

function untilAfter(until: IsoDate, asOf: IsoDate): CrmEvalError {
  return refusal(
    'until-after-as-of',
    { en: `--until ${until} is after ${asOf}, the as-of date`, 'zh-CN': `--until ${until} 晚于截止日期 ${asOf}` },
    { en: 'choose an earlier --until, or a later --as-of', 'zh-CN': '请选择更早的 --until，或更晚的 --as-of' },
  );
}
