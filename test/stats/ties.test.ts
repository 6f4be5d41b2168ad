import { describe, expect, it } from 'vitest';
import { orderWithTies } from '../../src/stats/ties.ts';

describe('the order of values', () => {
  it('rises, keeps equal values as they came and says where each group ends', () => {
    const { order, ends } = orderWithTies([3, 1, 3, Infinity, 1, -0, 0, Infinity]);
    expect([...order]).toEqual([5, 6, 1, 4, 0, 2, 3, 7]);
    expect([...ends]).toEqual([2, 4, 6, 8]);
  });

  it('exists for no value, not for NaN', () => {
    expect([...orderWithTies([]).ends]).toEqual([]);
    expect(() => orderWithTies([1, Number.NaN, 2])).toThrow(RangeError);
    expect(() => orderWithTies([Number.NaN])).toThrow(RangeError);
  });
});
