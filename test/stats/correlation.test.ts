import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/stats/correlation.ts';
import { expectClose } from './close.ts';

describe('the correlation of pairs', () => {
  it('is that of four by hand, with the interval of Fisher', () => {
    const found = correlation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]);
    expectClose(found?.coefficient, 0.8, 1e-12);
    expectClose(found?.interval?.low, Math.tanh(Math.atanh(0.8) - 1.959963984540054 / Math.sqrt(2)), 1e-12);
    expectClose(found?.interval?.high, Math.tanh(Math.atanh(0.8) + 1.959963984540054 / Math.sqrt(2)), 1e-12);
    expect(found?.n).toBe(5);
  });

  it('is 1 on a line, with an interval that is a point', () => {
    expect(correlation([1, 2, 3, 4], [10, 20, 30, 40])).toEqual({ coefficient: 1, n: 4, interval: { low: 1, high: 1 } });
  });

  it('has no interval below four pairs', () => {
    expect(correlation([1, 2, 4], [1, 3, 2])?.interval).toBeNull();
  });

  it('does not exist where a side is constant, even one whose mean is not exact', () => {
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(correlation([0, 0], [1, 2])).toBeNull();
    expect(correlation([1], [2])).toBeNull();
    expect(correlation([], [])).toBeNull();
  });

  it('refuses columns of different lengths', () => {
    expect(() => correlation([1, 2], [1])).toThrow(RangeError);
  });
});
