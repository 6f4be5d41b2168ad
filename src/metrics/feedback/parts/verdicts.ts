import { holm } from '../../../stats/multiple-tests.ts';
import type { Verdict } from '../../comparison/parts/change-rows.ts';
import { fewAnswers } from './survey-review.ts';

/** A difference with its interval and how often chance alone gives one as large. */
export interface Tested {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** A test that was made, and on how much either side rests; null: it could not be made. */
export interface Trial {
  readonly tested: Tested | null;
  readonly bases: readonly number[];
}

export interface Judged {
  readonly p_adjusted: number | null;
  readonly verdict: Verdict;
}

const level = 0.05;

/** Below, that nothing is seen says nothing. */
const leastBase = 30;

/** Adjusts for all trials together, and says of each whether it is more than chance; with fewer than ten on one side that cannot be told. */
export function judged(trials: readonly Trial[]): Judged[] {
  const enough = trials.map(({ tested, bases }) => (Math.min(...bases) < fewAnswers ? null : tested));
  const adjusted = holm(enough.map((tested) => tested?.p ?? null));
  return trials.map(({ bases }, index) => {
    const [tested, p] = [enough[index] ?? null, adjusted[index] ?? null];
    return { p_adjusted: p, verdict: verdictOf(tested, p, Math.min(...bases)) };
  });
}

function verdictOf(tested: Tested | null, adjusted: number | null, base: number): Verdict {
  if (tested === null || adjusted === null) return 'cannot_tell';
  if (adjusted < level) return 'more_than_chance';
  if (tested.p < level) return 'within_chance_adjusted';
  return base < leastBase ? 'cannot_tell' : 'within_chance';
}
