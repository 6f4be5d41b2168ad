import type { Better } from './result.ts';

/** What is to be thought of a change. */
export type Judgement = 'better' | 'worse';

/** Whether a change is for the better or the worse; null where it is none or not known, or neither way of the figure is favourable. */
export function judgementOf(better: Better | undefined, difference: number | null): Judgement | null {
  if (better === undefined || difference === null || difference === 0) return null;
  return difference > 0 === (better === 'high') ? 'better' : 'worse';
}
