import { describe, expect, it } from 'vitest';
import { countUpTo } from '../../src/stats/count-up-to.ts';

describe('numbers no larger than one', () => {
  it('are counted, equals among them', () => {
    const ascending = Float64Array.of(1, 2, 2, 2, 5);
    expect([0, 1, 1.5, 2, 4, 5, 9].map((most) => countUpTo(ascending, most))).toEqual([0, 1, 1, 4, 4, 5, 5]);
  });

  it('are none of none', () => {
    expect(countUpTo([], 1)).toBe(0);
  });
});
