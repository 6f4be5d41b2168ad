import type { Histories } from './histories.ts';
import { regress, regressOn, trainRegression } from './logistic.ts';
import { modelsFirstBest } from '../purchases/models.ts';

/** A way to tell who will buy nothing within the horizon. */
export interface Contender {
  readonly id: string;
  /** `reference` is measured, but never chosen; `naive` needs no model. */
  readonly kind: 'naive' | 'model' | 'reference';
  /** It learns from earlier origins, and so knows how often customers stay silent; the others are corrected by a test. */
  readonly trained: boolean;
  /** The purchase model it rests on. */
  readonly model: string | null;
  /** Null where it cannot say anything. `training`: earlier origins with their outcomes. */
  readonly say: (data: Histories, training: readonly Histories[]) => Said | null;
}

/** What a contender says of each customer. */
export interface Said {
  /** The higher, the likelier no purchase. */
  readonly scores: Float64Array;
  /** Of no purchase; null where it only ranks. */
  readonly probabilities: Float64Array | null;
}

const silence = (data: Histories): Float64Array => data.age.map((age, row) => age - data.recency[row]!);
const rarity = (data: Histories): Float64Array => data.repeats.map((x) => 0 - x);
const logSilence = (data: Histories): Float64Array => silence(data).map((days) => Math.log1p(days));
const logRarity = (data: Histories): Float64Array => data.repeats.map((x) => 0 - Math.log1p(x));

/** No purchase, if purchases came at the mean pace so far; over at least one horizon. */
function atOwnPace(data: Histories): Float64Array {
  return data.repeats.map((x, row) => Math.exp((-x * data.horizonDays) / Math.max(data.age[row]!, data.horizonDays)));
}

function ofModel(id: string): Contender[] {
  const forecast = (data: Histories) => data.models.get(id);
  const complement = (data: Histories) => forecast(data)?.purchase.map((value) => 1 - value) ?? null;
  const dead = (data: Histories) => forecast(data)?.alive.map((value) => 1 - value) ?? null;
  const rare = (data: Histories) => forecast(data)?.expected.map((value) => 0 - value) ?? null;
  return [
    {
      id,
      kind: 'model',
      trained: false,
      model: id,
      say: (data) => said(complement(data)),
    },
    {
      id: `${id}-expected`,
      kind: 'model',
      trained: false,
      model: id,
      // Ranked by what is expected; the probability is the model's own, which knows that customers stop.
      say: (data) => said(rare(data), complement(data)),
    },
    {
      id: `${id}-alive`,
      kind: 'reference',
      trained: false,
      model: id,
      say: (data) => said(dead(data)),
    },
  ];
}

/** All that compete; where they are equally good the first wins. */
export const contenders: readonly Contender[] = [
  {
    id: 'logistic',
    kind: 'model',
    trained: true,
    model: null,
    say: (data, training) => said(logistic(data, training)),
  },
  ...modelsFirstBest.flatMap(ofModel),
  {
    id: 'recency',
    kind: 'naive',
    trained: true,
    model: null,
    say: (data, training) => said(silence(data), regressOn(logSilence, training, data)),
  },
  {
    id: 'frequency',
    kind: 'naive',
    trained: true,
    model: null,
    say: (data, training) => said(rarity(data), regressOn(logRarity, training, data)),
  },
  {
    id: 'pace',
    kind: 'naive',
    trained: false,
    model: null,
    say: (data) => said(atOwnPace(data)),
  },
];

/** Probabilities rank as well, unless others are given. */
function said(scores: Float64Array | null, probabilities: Float64Array | null = scores): Said | null {
  return scores === null ? null : { scores, probabilities };
}

function logistic(data: Histories, training: readonly Histories[]): Float64Array | null {
  const regression = trainRegression(training, data);
  return regression === null ? null : regress(regression, data);
}
