import { type AreaUnderCurve, areaUnderCurve } from '../../stats/area-under-curve.ts';
import { averagePrecision, topShare } from '../../stats/ranking-quality.ts';
import { type Contender, contenders, type Said } from './contenders.ts';
import type { Histories } from './histories.ts';

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

/** The best by area under the curve, then by Brier score, then by their order; null where none could be measured. */
export function bestOf<T extends Measured>(evaluations: readonly T[]): T | null {
  return selectable(evaluations).reduce<T | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null);
}

/** What a choice goes by. */
type Measured = Pick<Evaluation, 'contender' | 'area' | 'brier'>;

/** Those that can be chosen: what is measured for reference alone is not. */
export function selectable<T extends Measured>(evaluations: readonly T[]): T[] {
  return evaluations.filter(({ contender, area }) => contender.kind !== 'reference' && area !== null);
}

function isBetter(one: Measured, best: Measured): boolean {
  const gain = one.area!.area - best.area!.area;
  return gain > 0 || (gain === 0 && (one.brier ?? Infinity) < (best.brier ?? Infinity));
}
