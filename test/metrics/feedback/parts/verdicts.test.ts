import { expect, it } from 'vitest';
import { judged, type Trial } from '../../../../src/metrics/feedback/parts/verdicts.ts';

const trial = (p: number, ...bases: number[]): Trial => ({ tested: { difference: 1, low: 0, high: 2, p }, bases });

it('judged adjusts for all trials, and tells nothing of fewer than ten or of few without a difference', () => {
  const found = judged([
    trial(0.01, 50, 60),
    trial(0.03, 50, 60),
    trial(0.4, 50, 60),
    trial(0.4, 29, 60),
    trial(0.0001, 9, 60),
    { tested: null, bases: [0, 60] },
  ]);
  expect(found.map(({ verdict }) => verdict)).toEqual([
    'more_than_chance',
    'within_chance_adjusted',
    'within_chance',
    'cannot_tell',
    'cannot_tell',
    'cannot_tell',
  ]);
  // Holm over the four that were made: 4 × 0.01, 3 × 0.03, and 2 × 0.4.
  expect(found.slice(0, 4).map(({ p_adjusted: p }) => p)).toEqual([0.04, 0.09, 0.8, 0.8]);
  expect(found.slice(4).map(({ p_adjusted: p }) => p)).toEqual([null, null]);
});
