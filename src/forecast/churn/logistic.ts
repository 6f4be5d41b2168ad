import { fitLogisticRegression, type LogisticModel, predictProbabilities } from '../../stats/logistic-regression.ts';
import { blockedFolds, choosePenalty } from '../../stats/penalty-choice.ts';
import type { Columns } from '../../stats/standardised-features.ts';
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
  readonly reaches: readonly Reach[];
}

/** From where to where the values of a feature are believed. */
interface Reach {
  readonly low: number;
  readonly high: number;
}

/** Standard deviations from the mean of training. */
const usualReach = 3;

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
  return model === null
    ? null
    : { model, models, names: [...churnFeatures(training[0]!, models).keys()], reaches: reachesOf(model, features) };
}

/** Probability of no purchase for each row. */
export function regress({ model, models, reaches }: ChurnRegression, data: Histories): Float64Array {
  return predictWithin(model, [...churnFeatures(data, models).values()], reaches);
}

/**
 * As far as training went, and at least three standard deviations. What lies beyond counts as the end of it: a feature that hardly varied in
 * training would else throw all customers of a later day to one side.
 */
function reachesOf({ means, scales }: LogisticModel, features: Columns): Reach[] {
  return features.map((column, index) => {
    const [mean, reach] = [means[index]!, usualReach * scales[index]!];
    let [low, high] = [mean - reach, mean + reach];
    for (let row = 0; row < column.length; row += 1) {
      low = Math.min(low, column[row]!);
      high = Math.max(high, column[row]!);
    }
    return { low, high };
  });
}

function predictWithin(model: LogisticModel, features: readonly Float64Array[], reaches: readonly Reach[]): Float64Array {
  const kept = features.map((column, index) => {
    const { low, high } = reaches[index]!;
    return column.map((value) => Math.min(high, Math.max(low, value)));
  });
  return predictProbabilities(model, kept);
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
  return model === null ? null : predictWithin(model, [measure(target)], reachesOf(model, [column]));
}
