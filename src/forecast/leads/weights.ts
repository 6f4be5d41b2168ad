import { logistic } from '../../stats/logistic-likelihood.ts';
import { recalibrate } from '../../stats/recalibration.ts';
import type { EvaluatedModel } from './evaluation.ts';
import { addedBy, type Term } from './models.ts';

/** What a cell of a lead adds to its log-odds, against a lead without one. */
export interface Weight {
  readonly attribute: string;
  /** `other`: a value that has no weight of its own, also one that no lead had before. */
  readonly kind: 'value' | 'range' | 'other';
  readonly value: string | null;
  readonly above: number | null;
  readonly upTo: number | null;
  /** base + slope · number, the number taken between low and high. */
  readonly base: number;
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  /** What the attribute adds to a lead on average. */
  readonly centre: number;
}

/** A model as weights of cells, and the log-odds of a lead that has none. */
export interface Weights {
  readonly start: number;
  readonly weights: readonly Weight[];
}

export function weightsOf({ model, area }: EvaluatedModel): Weights {
  const leads = area.events + area.others;
  const parts = model.terms.map((term) => weightsOfTerm(term, leads));
  return {
    start: parts.reduce((sum, { blank }) => sum + blank, model.intercept),
    weights: parts.flatMap(({ weights }) => weights),
  };
}

function weightsOfTerm(term: Term, leads: number): { readonly blank: number; readonly weights: readonly Weight[] } {
  const { attribute, byLevel, slope, low, high } = term;
  let total = 0;
  for (let lead = 0; lead < leads; lead += 1) total += addedBy(term, lead);
  const mean = total / leads;
  // What no lead lacked, or had, says nothing of one that does.
  const of = (wanted: 'blank' | 'other'): number => {
    const place = attribute.levels.findIndex(({ kind }) => kind === wanted);
    return place === -1 ? mean : byLevel[place]!;
  };
  const blank = of('blank');
  const common = { attribute: attribute.id, low, high, centre: mean - blank };
  const levels = attribute.levels.flatMap(({ kind, value, above, upTo }, place): Weight[] =>
    kind === 'value' || kind === 'range' ? [{ ...common, kind, value, above, upTo, base: byLevel[place]! - blank, slope }] : [],
  );
  const rest: Weight = { ...common, kind: 'other', value: null, above: null, upTo: null, base: of('other') - blank, slope: 0 };
  return { blank, weights: [...levels, rest] };
}

/** Calibrated probabilities by what the cells of a lead add up to, in hundredths, from the least that they can to the most. */
export function oddsOf(model: EvaluatedModel): readonly { readonly score: number; readonly probability: number }[] {
  const { start, weights } = weightsOf(model);
  let [least, most] = [0, 0];
  for (const attribute of new Set(weights.map((weight) => weight.attribute))) {
    const ends = weights
      .filter((weight) => weight.attribute === attribute)
      .flatMap(({ base, slope, low, high }) => [base + slope * low, base + slope * high]);
    least += Math.min(0, ...ends);
    most += Math.max(0, ...ends);
  }
  // Every cell is rounded down to thousandths.
  const [from, to] = [Math.floor(least * 100) - 10, Math.ceil(most * 100) + 10];
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    score: from + index,
    probability: recalibrate(model.map, logistic(start + (from + index) / 100)),
  }));
}
