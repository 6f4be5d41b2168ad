import { describe, expect, it } from 'vitest';
import { drawsFor, horizonOf } from '../../../src/forecast/value/outlook.ts';

const value = { horizon_months: 12, discount: 0.1, margin: null, lifetime_years: null, model: 'auto' } as const;

describe('a forecast', () => {
  it('is simulated 200 times for up to 7,500 histories, less often for more, and 50 times at least', () => {
    expect([0, 1, 7500, 15_000, 1_000_000].map(drawsFor)).toEqual([200, 200, 200, 100, 50]);
  });

  it('looks ahead months of 30.4375 days, in weeks', () => {
    expect(horizonOf(value)).toBeCloseTo(365.25 / 7, 12);
  });
});
