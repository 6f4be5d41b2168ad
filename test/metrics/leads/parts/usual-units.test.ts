import { describe, expect, it } from 'vitest';
import { rateOf, usualUnits } from '../../../../src/metrics/leads/parts/usual-units.ts';
import type { Proportion } from '../../../../src/stats/proportions.ts';

const units: readonly Proportion[] = [
  { successes: 10, trials: 100 },
  { successes: 12, trials: 100 },
  { successes: 2, trials: 200 },
  { successes: 60, trials: 100 },
];

/** Alike where no rate is more than twice another. */
function pAlike(some: readonly Proportion[]): number {
  const rates = some.map(({ successes, trials }) => successes / trials);
  return Math.max(...rates) > 2 * Math.min(...rates) ? 0.01 : 0.5;
}

describe('usual units', () => {
  it('are left when those farthest from the others are taken out one by one', () => {
    const usual = usualUnits(units, pAlike);
    expect(usual).toEqual({ units: units.slice(0, 2), differ: false });
    expect(rateOf(usual.units)).toBe(0.11);
  });

  it('are all where they are alike, and the last two where even those are not', () => {
    expect(usualUnits(units.slice(0, 2), pAlike)).toEqual({ units: units.slice(0, 2), differ: false });
    expect(usualUnits(units.slice(2), () => 0.01)).toEqual({ units: units.slice(2), differ: true });
    expect(usualUnits(units, () => null)).toEqual({ units, differ: false });
  });
});
