import { describe, expect, it } from 'vitest';
import { digamma, logGamma, trigamma } from '../../../src/stats/special/gamma.ts';
import { logRising, risingSums } from '../../../src/stats/special/rising.ts';
import { expectClose } from '../close.ts';

describe('rising sums', () => {
  it.each([0.243, 3, 40])('from %d are differences of gamma functions', (c) => {
    const sums = risingSums(c, 200);
    for (const n of [0, 1, 2, 17, 200]) {
      expectClose(sums.log[n], logGamma(c + n) - logGamma(c), 1e-12);
      expectClose(sums.first[n], digamma(c + n) - digamma(c), 1e-12);
      expectClose(sums.second[n], trigamma(c + n) - trigamma(c), 1e-12);
      expect(logRising(c, n)).toBe(sums.log[n]);
    }
  });

  it('keep their digits where the gamma functions differ in none', () => {
    expectClose(logRising(1e15, 1), Math.log(1e15), 1e-15);
    expectClose(risingSums(1e12, 3).first[3], 3e-12, 1e-11);
  });
});
