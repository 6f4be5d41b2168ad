import { describe, expect, it } from 'vitest';
import { netPromoterInterval, netPromoterScore, promoterVariance } from '../../src/stats/net-promoter.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { wilson } from '../../src/stats/wilson.ts';

/** The plain Wald margin, which the tables give; its divisor is n, or n − 1 for the unbiased variance. */
function waldMargin(promoters: number, detractors: number, n: number, divisor: number): number {
  return normalQuantile(0.975) * 100 * Math.sqrt(promoterVariance(promoters / n, detractors / n) / divisor);
}

describe('the net promoter score of methods.md §7', () => {
  it.each([
    [50, 30, 20, 30, 0.61, 15.307808, 15.384926],
    [120, 60, 20, 50, 0.45, 9.296925, null],
    [345, 278, 127, 29.066667, 0.544846, 5.282682, null],
    [10, 0, 0, 100, 0, 0, 0],
  ])('of %d promoters, %d passives and %d detractors', (promoters, passives, detractors, score, variance, margin, unbiased) => {
    const n = promoters + passives + detractors;
    expect(netPromoterScore({ promoters, passives, detractors })).toBeCloseTo(score, 6);
    expect(promoterVariance(promoters / n, detractors / n)).toBeCloseTo(variance, 6);
    expect(waldMargin(promoters, detractors, n, n)).toBeCloseTo(margin, 6);
    if (unbiased !== null) expect(waldMargin(promoters, detractors, n, n - 1)).toBeCloseTo(unbiased, 6);
  });

  it('of one half promoters and a sixth detractors is a third with variance 5/9 (CrossValidated)', () => {
    expect(netPromoterScore({ promoters: 3, passives: 2, detractors: 1 })).toBeCloseTo(100 / 3, 12);
    expect(promoterVariance(1 / 2, 1 / 6)).toBeCloseTo(5 / 9, 12);
  });

  it('has no interval of nothing, where Wald has: ten promoters', () => {
    const { low, high } = netPromoterInterval({ promoters: 10, passives: 0, detractors: 0 })!;
    // scipy: p = 10.75/13, d = 0.75/13, t(9) quantile 2.262157.
    expect(low).toBeCloseTo(42.96756009527696, 8);
    expect(high).toBe(100);
  });
});

describe("Wilson's intervals of methods.md §8.2 (statsmodels, R)", () => {
  it.each([
    [0, 10, 0, 0.2775328],
    [1, 10, 0.01787621, 0.40415003],
    [10, 10, 0.7224672, 1],
    [5, 5, 0.56551754, 1],
    [15, 148, 0.0623864, 0.16048724],
    [100, 200, 0.4313609, 0.5686391],
    [81, 263, 0.25528852, 0.36620958],
    [20, 30, 0.48780052, 0.80769502],
    [29, 98, 0.21463181, 0.39260084],
    [0, 20, 0, 0.16112516],
    [3, 1000, 0.00102078, 0.00878301],
    [19, 38, 0.348499283643951, 0.651500716356049],
  ])('of %d in %d', (successes, trials, low, high) => {
    const interval = wilson(successes, trials)!;
    expect(interval.low).toBeCloseTo(low, 7);
    expect(interval.high).toBeCloseTo(high, 7);
  });

  it('of 50 in 100 at 90%', () => {
    const interval = wilson(50, 100, 0.9)!;
    expect(interval.low).toBeCloseTo(0.4188478, 7);
    expect(interval.high).toBeCloseTo(0.5811522, 7);
  });
});
