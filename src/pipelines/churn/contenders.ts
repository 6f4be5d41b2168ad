import type { Localized } from '../../lib/localized.ts';
import { purchaseModels } from '../../metrics/retention/parts/purchase-models.ts';
import { areaUnderCurve, type AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { averagePrecision, topShare } from '../../stats/ranking-quality.ts';
import type { Histories } from './histories.ts';
import { regress, regressOn, trainRegression } from './logistic.ts';

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
  const dead = (data: Histories) => forecast(data)?.alive.map((value) => 1 - value) ?? null;
  const rare = (data: Histories) => forecast(data)?.expected.map((value) => 0 - value) ?? null;
  const name = modelName(id);
  return [
    {
      id,
      title: { en: `${name}, P(purchase)`, 'zh-CN': `${name} 购买概率` },
      kind: 'model',
      trained: false,
      model: id,
      say: (data) => said(complement(data)),
    },
    {
      id: `${id}-expected`,
      title: { en: `${name}, expected purchases`, 'zh-CN': `${name} 预期购买次数` },
      kind: 'model',
      trained: false,
      model: id,
      // Ranked by what is expected; the probability is the model's own, which knows that customers stop.
      say: (data) => said(rare(data), complement(data)),
    },
    {
      id: `${id}-alive`,
      title: { en: `${name}, P(alive)`, 'zh-CN': `${name} 存活概率` },
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
    title: { en: 'logistic regression', 'zh-CN': '逻辑回归' },
    kind: 'model',
    trained: true,
    model: null,
    say: (data, training) => said(logistic(data, training)),
  },
  ...purchaseModels.toReversed().flatMap(({ id }) => ofModel(id)),
  {
    id: 'recency',
    title: { en: 'recency alone', 'zh-CN': '仅看最近购买' },
    kind: 'naive',
    trained: true,
    model: null,
    say: (data, training) => said(silence(data), regressOn(logSilence, training, data)),
  },
  {
    id: 'frequency',
    title: { en: 'frequency alone', 'zh-CN': '仅看购买频率' },
    kind: 'naive',
    trained: true,
    model: null,
    say: (data, training) => said(rarity(data), regressOn(logRarity, training, data)),
  },
  {
    id: 'pace',
    title: { en: 'own pace', 'zh-CN': '自身购买节奏' },
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

/** How well a contender told the silent from the others at an origin whose outcome is known. */
export interface Evaluation extends Said {
  readonly contender: Contender;
  readonly origin: string;
  readonly area: AreaUnderCurve | null;
  readonly averagePrecision: number | null;
  /** Of the tenth with the highest scores. */
  readonly lift: number | null;
  readonly brier: number | null;
}

/** Mean squared error of probabilities; null without rows. */
function brierScore(probabilities: Float64Array, outcomes: Float64Array): number | null {
  const squares = probabilities.reduce((sum, value, row) => sum + (value - outcomes[row]!) ** 2, 0);
  return outcomes.length === 0 ? null : squares / outcomes.length;
}

/** Measures what was said against what happened. */
export function measure(contender: Contender, data: Histories, { scores, probabilities }: Said): Evaluation {
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
    const own = contender.say(data, training);
    return own === null ? [] : [measure(contender, data, own)];
  });
}
