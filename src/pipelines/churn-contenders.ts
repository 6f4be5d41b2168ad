import type { Localized } from '../lib/localized.ts';
import { purchaseModels } from '../metrics/purchases/models.ts';
import { areaUnderCurve, type AreaUnderCurve } from '../stats/area-under-curve.ts';
import { averagePrecision, topShare } from '../stats/ranking-quality.ts';
import type { Histories } from './churn-histories.ts';
import { regress, regressOn, trainRegression } from './churn-logistic.ts';

/** A way to tell who will buy nothing within the horizon. */
export interface Contender {
  readonly id: string;
  readonly title: Localized;
  /** `reference` is measured, but never chosen; `naive` needs no model. */
  readonly kind: 'naive' | 'model' | 'reference';
  /** It learns from earlier origins, and so knows how often customers stay silent; the others are corrected by a test. */
  readonly trained: boolean;
  /** The purchase model it rests on. */
  readonly model: string | null;
  /** The higher, the likelier no purchase; null where it cannot say. `training`: earlier origins with their outcomes. */
  readonly rank: (data: Histories, training: readonly Histories[]) => Float64Array | null;
  /** Probability of no purchase; null where it cannot say. */
  readonly probability: (data: Histories, training: readonly Histories[]) => Float64Array | null;
}

const names: Readonly<Record<string, string>> = { 'bg-nbd': 'BG/NBD', 'mbg-nbd': 'MBG/NBD', 'pareto-nbd': 'Pareto/NBD' };

export function modelName(id: string): string {
  return names[id] ?? id;
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
  const none = (data: Histories) => forecast(data)?.expected.map((value) => Math.exp(-value)) ?? null;
  const dead = (data: Histories) => forecast(data)?.alive.map((value) => 1 - value) ?? null;
  const name = modelName(id);
  return [
    {
      id,
      title: { en: `${name}, P(purchase)`, 'zh-CN': `${name} 购买概率` },
      kind: 'model',
      trained: false,
      model: id,
      rank: complement,
      probability: complement,
    },
    {
      id: `${id}-expected`,
      title: { en: `${name}, expected purchases`, 'zh-CN': `${name} 预期购买次数` },
      kind: 'model',
      trained: false,
      model: id,
      rank: (data) => forecast(data)?.expected.map((value) => 0 - value) ?? null,
      probability: none,
    },
    {
      id: `${id}-alive`,
      title: { en: `${name}, P(alive)`, 'zh-CN': `${name} 存活概率` },
      kind: 'reference',
      trained: false,
      model: id,
      rank: dead,
      probability: dead,
    },
  ];
}

/** All that compete; where they are equally good the first wins. */
export const contenders: readonly Contender[] = [
  {
    id: 'logistic',
    title: { en: 'logistic regression', 'zh-CN': '逻辑回归' },
    kind: 'model',
    trained: true,
    model: null,
    rank: (data, training) => logistic(data, training),
    probability: (data, training) => logistic(data, training),
  },
  ...purchaseModels.toReversed().flatMap(({ id }) => ofModel(id)),
  {
    id: 'recency',
    title: { en: 'recency alone', 'zh-CN': '仅看最近购买' },
    kind: 'naive',
    trained: true,
    model: null,
    rank: silence,
    probability: (data, training) => regressOn(logSilence, training, data),
  },
  {
    id: 'frequency',
    title: { en: 'frequency alone', 'zh-CN': '仅看购买频率' },
    kind: 'naive',
    trained: true,
    model: null,
    rank: rarity,
    probability: (data, training) => regressOn(logRarity, training, data),
  },
  {
    id: 'pace',
    title: { en: 'own pace', 'zh-CN': '自身购买节奏' },
    kind: 'naive',
    trained: false,
    model: null,
    rank: atOwnPace,
    probability: atOwnPace,
  },
];

function logistic(data: Histories, training: readonly Histories[]): Float64Array | null {
  const regression = trainRegression(training, data);
  return regression === null ? null : regress(regression, data);
}

/** How well a contender told the silent from the others at an origin whose outcome is known. */
export interface Evaluation {
  readonly contender: Contender;
  readonly origin: string;
  readonly area: AreaUnderCurve | null;
  readonly averagePrecision: number | null;
  /** Of the tenth with the highest scores. */
  readonly lift: number | null;
  readonly brier: number | null;
  readonly scores: Float64Array;
  readonly probabilities: Float64Array | null;
}

/** Mean squared error of probabilities; null without rows. */
function brierScore(probabilities: Float64Array, outcomes: Float64Array): number | null {
  const squares = probabilities.reduce((sum, value, row) => sum + (value - outcomes[row]!) ** 2, 0);
  return outcomes.length === 0 ? null : squares / outcomes.length;
}

/** Measures scores and probabilities of no purchase against what happened. */
export function measure(contender: Contender, data: Histories, scores: Float64Array, probabilities: Float64Array | null): Evaluation {
  const outcomes = data.outcome!.silent;
  return {
    contender,
    origin: data.origin,
    area: areaUnderCurve({ scores, outcomes }),
    averagePrecision: averagePrecision({ scores, outcomes }),
    lift: topShare({ scores, outcomes }, 0.1)?.lift ?? null,
    brier: probabilities === null ? null : brierScore(probabilities, outcomes),
    scores,
    probabilities,
  };
}

/** Every contender that can say anything, trained on the earlier origins and measured at this one. */
export function evaluate(data: Histories, training: readonly Histories[]): Evaluation[] {
  return contenders.flatMap((contender) => {
    if (contender.id === 'logistic') {
      const probabilities = logistic(data, training);
      return probabilities === null ? [] : [measure(contender, data, probabilities, probabilities)];
    }
    const scores = contender.rank(data, training);
    return scores === null ? [] : [measure(contender, data, scores, contender.probability(data, training))];
  });
}
