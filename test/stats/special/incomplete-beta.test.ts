import { describe, expect, it } from 'vitest';
import { betaQuantile, betaSlope, betaTails } from '../../../src/stats/special/incomplete-beta.ts';
import { expectClose } from '../close.ts';

/** Expected values: mpmath with 40 digits. */
describe('the incomplete beta function', () => {
  it.each([
    [0.3, 2, 5, 0.579825, 0.420175],
    [0.5, 3, 3, 0.5, 0.5],
    [0.2, 0.5, 8, 0.93722803648539665, 0.062771963514603347],
    [0.9, 50, 2, 0.03092265124392068, 0.96907734875607932],
    [0.3, 1000, 2000, 4.0738279160507943e-5, 0.99995926172083949],
    [0.0001, 0.3, 2000, 0.65748561533419716, 0.34251438466580284],
    [0.31, 30, 70, 0.59693795329275753, 0.40306204670724247],
    [0.4, 0.001, 0.001, 0.49979755072797207, 0.50020244927202793],
    [0.0001, 5, 100_000, 0.97076055155782968, 0.029239448442170318],
  ])('has at %d for %d and %d the tails of mpmath, either way round', (x, a, b, lower, upper) => {
    const tails = betaTails(x, 1 - x, a, b);
    expectClose(tails.lower, lower, 1e-12);
    expectClose(tails.upper, upper, 1e-12);
    expectClose(betaTails(1 - x, x, b, a).upper, lower, 1e-12);
  });

  it('keeps its digits for a million of both', () => {
    expectClose(betaTails(0.335, 0.665, 1e5, 2e5).upper, 0.026475829974532662, 1e-12);
    expectClose(betaTails(0.2492, 0.7508, 1e6, 3e6).lower, 0.0001088738858747518, 1e-11);
    expectClose(betaTails(0.2505, 0.7495, 1e6, 3e6).upper, 0.010483768057122476, 1e-11);
  });

  it('rises by the slope', () => {
    for (const [a, b] of [
      [0.4, 7],
      [12, 30],
    ] as const) {
      const at = (logOdds: number) => betaTails(1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds)), a, b).lower;
      const [x, y] = [1 / (1 + Math.exp(1)), 1 / (1 + Math.exp(-1))];
      expectClose(betaSlope(x, y, a, b), (at(-1 + 1e-5) - at(-1 - 1e-5)) / 2e-5, 1e-8);
    }
  });

  it('is 0 and 1 at the ends', () => {
    expect(betaTails(0, 1, 0.5, 3)).toEqual({ lower: 0, upper: 1 });
    expect(betaTails(1, 0, 20, 30)).toEqual({ lower: 1, upper: 0 });
  });
});

describe('a beta quantile', () => {
  it.each([
    [0.025, 15, 134, 0.057844010083448559],
    [0.975, 16, 133, 0.16165049034947901],
    [0.3, 0.5, 0.5, 0.20610737385376344],
    [0.999, 200, 3, 0.99905251370362083],
    [0.5, 50, 20, 0.71633650054586832],
    [0.025, 0.01, 3, 1.3971959345401977e-161],
  ])('at %d for %d and %d is that of mpmath', (p, a, b, x) => {
    expectClose(betaQuantile(p, a, b), x, 1e-12);
  });

  it('is where the tail has the probability, down to the smallest', () => {
    for (const p of [1e-12, 0.001, 0.4, 0.6, 0.99]) {
      for (const [a, b] of [
        [0.2, 0.3],
        [1, 1],
        [8, 4000],
        [1e5, 2e5],
      ] as const) {
        const x = betaQuantile(p, a, b);
        expectClose(betaTails(x, 1 - x, a, b).lower, p, 1e-7);
      }
    }
    expect(betaQuantile(0.025, 1e-4, 1e-4)).toBeLessThan(1e-300);
  });

  it('needs a probability inside (0, 1)', () => {
    expect(() => betaQuantile(0, 1, 1)).toThrow(RangeError);
    expect(() => betaQuantile(1, 1, 1)).toThrow(RangeError);
  });
});
