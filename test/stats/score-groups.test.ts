import { describe, expect, it } from 'vitest';
import { scoreGroups } from '../../src/stats/score-groups.ts';

describe('groups of equal scores', () => {
  it('rise, count weights and leave out rows without weight', () => {
    const groups = scoreGroups({ scores: [2, 1, 2, 7, -Infinity], outcomes: [1, 0, 0.5, 1, 1], weights: [3, 1, 2, 0, 1] });
    expect(groups).toEqual([
      { score: -Infinity, cases: 1, events: 1 },
      { score: 1, cases: 1, events: 0 },
      { score: 2, cases: 5, events: 4 },
    ]);
    expect(scoreGroups({ scores: [], outcomes: [] })).toEqual([]);
  });

  it.each([
    { scores: [Number.NaN], outcomes: [1] },
    { scores: [1], outcomes: [2] },
    { scores: [1], outcomes: [Number.NaN] },
    { scores: [1, 2], outcomes: [1] },
    { scores: [1], outcomes: [1], weights: [-1] },
    { scores: [1], outcomes: [1], weights: [1, 1] },
  ])('are refused for %o', (data) => {
    expect(() => scoreGroups(data)).toThrow(RangeError);
  });
});
