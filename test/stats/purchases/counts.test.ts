import { describe, expect, it } from 'vitest';
import { probabilityOfAtLeast, probabilityOfMixedCount } from '../../../src/stats/purchases/counts.ts';

describe('purchases of one who does not stop', () => {
  it('have probabilities that sum to 1 and to the tails', () => {
    const mixed = { shape: 0.7, rate: 12 };
    let left = 1;
    for (let n = 0; n < 60; n += 1) {
      expect(Math.abs(probabilityOfAtLeast(mixed, n, 30) - left)).toBeLessThan(1e-14);
      left -= probabilityOfMixedCount(mixed, n, 30);
    }
  });

  it('are none in no time', () => {
    expect(probabilityOfMixedCount({ shape: 1, rate: 1 }, 0, 0)).toBe(1);
    expect(probabilityOfMixedCount({ shape: 1, rate: 1 }, 2, 0)).toBe(0);
    expect(probabilityOfAtLeast({ shape: 1, rate: 1 }, 2, 0)).toBe(0);
  });
});
