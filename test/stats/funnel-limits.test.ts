import { describe, expect, it } from 'vitest';
import { binomialFunnelLimits, funnelLevels, poissonFunnelLimits } from '../../src/stats/funnel-limits.ts';
import { expectClose } from './close.ts';

describe('funnel limits of a rate', () => {
  it('of ten trials at a rate of one half are worked by hand, between whole successes', () => {
    // P(X ≤ 1) = 11/1024, P(X ≤ 2) = 56/1024, P(X = 2) = 45/1024.
    const { low, high } = binomialFunnelLimits(10, 0.5, funnelLevels.warning)!;
    expectClose(low, (2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 1e-10);
    // P(X ≤ 8) = 1013/1024, P(X = 8) = 45/1024.
    expectClose(high, (8 - (1013 / 1024 - 0.975) / (45 / 1024)) / 10, 1e-10);
  });

  it('hold the rate, are wider at 99.8% than at 95%, and narrow as units grow', () => {
    for (const trials of [30, 300, 30_000]) {
      const warning = binomialFunnelLimits(trials, 0.2, funnelLevels.warning)!;
      const action = binomialFunnelLimits(trials, 0.2, funnelLevels.action)!;
      expect([action.low, warning.low, 0.2, warning.high, action.high]).toEqual(
        [action.low, warning.low, 0.2, warning.high, action.high].toSorted((a, b) => a - b),
      );
    }
    const large = binomialFunnelLimits(1e6, 0.2, 0.95)!;
    expectClose(large.high - large.low, 2 * 1.959963984540054 * Math.sqrt(0.16 / 1e6), 0.002);
  });

  it('stay in [0, 1], and are the rate itself where it is 0 or 1', () => {
    expect(binomialFunnelLimits(3, 0.05, 0.998)!.low).toBe(0);
    expect(binomialFunnelLimits(3, 0.95, 0.998)!.high).toBeLessThanOrEqual(1);
    expect(binomialFunnelLimits(3, 0, 0.95)).toMatchObject({ low: 0 });
    expect(binomialFunnelLimits(3, 1, 0.95)).toMatchObject({ high: expect.closeTo(1, 1) });
  });

  it('do not exist without trials, and need a rate and a level', () => {
    expect(binomialFunnelLimits(0, 0.2, 0.95)).toBeNull();
    expect(() => binomialFunnelLimits(10, 1.2, 0.95)).toThrow(RangeError);
    expect(() => binomialFunnelLimits(10, 0.2, 1)).toThrow(RangeError);
  });
});

describe('funnel limits of events per exposure', () => {
  it('where two are expected are worked by hand', () => {
    const e = Math.exp(-2);
    // P(X ≤ 0) = e⁻² > 0.025: the lower limit lies below none. P(X ≤ 4) = 7e⁻² < 0.975 ≤ P(X ≤ 5), P(X = 5) = 4/15 e⁻².
    const { low, high } = poissonFunnelLimits(4, 0.5, 0.95)!;
    expect(low).toBe(0);
    expectClose(high, (5 - ((7 + 4 / 15) * e - 0.975) / ((4 / 15) * e)) / 4, 1e-10);
  });

  it('do not exist without exposure, and need one that is not negative', () => {
    expect(poissonFunnelLimits(0, 0.5, 0.95)).toBeNull();
    expect(() => poissonFunnelLimits(-1, 0.5, 0.95)).toThrow(RangeError);
  });
});
