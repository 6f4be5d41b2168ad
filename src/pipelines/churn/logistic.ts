import { fitLogisticRegression, type LogisticModel, predictProbabilities } from '../../stats/logistic-regression.ts';
import { blockedFolds, choosePenalty } from '../../stats/penalty-choice.ts';
import { churnFeatures, stackedFeatures } from './features.ts';
import type { Histories } from './histories.ts';

/** Rows the regression is trained on at most, over all origins, and rows its penalty is chosen on. */
export const trainingRows = 50_000;
const penaltyRows = 6_000;
const folds = 5;

export interface ChurnRegression {
  readonly model: LogisticModel;
  readonly names: readonly string[];
  readonly models: readonly string[];
}

/**
 * Ridge logistic regression of silence within the horizon on what was known at origins whose outcome is known. The penalty is chosen by
 * blocks of customers. Null where no origin is given, or one class is empty. `target` says which models' forecasts may be used.
 */
export function trainRegression(training: readonly Histories[], target: Histories): ChurnRegression | null {
  if (training.length === 0) return null;
  const models = [...target.models.keys()].filter((id) => training.every((data) => data.models.has(id)));
  const { features, silent } = stackedFeatures(training, models);
  if (silent.length === 0) return null;
  const step = Math.max(1, Math.ceil(silent.length / penaltyRows));
  const some = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: Math.ceil(values.length / step) }, (_, row) => values[row * step]!);
  const sample = { features: features.map(some), outcomes: some(silent) };
  const penalty = choosePenalty(sample, blockedFolds(sample.outcomes.length, Math.min(folds, sample.outcomes.length)))?.penalty ?? 1;
  const model = fitLogisticRegression({ features, outcomes: silent }, penalty);
  return model === null ? null : { model, models, names: [...churnFeatures(training[0]!, models).keys()] };
}

/** Probability of no purchase for each row. */
export function regress({ model, models }: ChurnRegression, data: Histories): Float64Array {
  return predictProbabilities(model, [...churnFeatures(data, models).values()]);
}

/** The same on one measure, for rules that rank but give no probability; null as above. */
export function regressOn(
  measure: (data: Histories) => Float64Array,
  training: readonly Histories[],
  target: Histories,
): Float64Array | null {
  const column = Float64Array.from(training.flatMap((data) => [...measure(data)]));
  const silent = Float64Array.from(training.flatMap((data) => [...data.outcome!.silent]));
  const model = column.length === 0 ? null : fitLogisticRegression({ features: [column], outcomes: silent }, 1);
  return model === null ? null : predictProbabilities(model, [measure(target)]);
}
