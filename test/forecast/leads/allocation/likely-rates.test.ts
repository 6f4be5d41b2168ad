import { describe, expect, it } from 'vitest';
import type { Stratum } from '../../../../src/forecast/leads/allocation/evidence.ts';
import { likelyRates } from '../../../../src/forecast/leads/allocation/likely-rates.ts';

const of = (segment: string, ageBand: number): Stratum => ({ segment, cameBack: false, ageBand });
const strata = [of('制造', 1), of('制造', 2), of('零售', 1), of('零售', 2)];
const rate = (successes: number, trials: number) => [{ successes, trials }];

describe('likelyRates', () => {
  it('judges few old leads of a segment by old leads of all, and by what the segment converts more at every age', () => {
    // 制造 converts 20% young and 2% old; 零售 40% young, of its old ones 2 were taken.
    const { strata: rates } = likelyRates(strata, [rate(60, 300), rate(6, 300), rate(120, 300), rate(0, 2)])!;
    expect(rates[0]).toBeCloseTo(0.2, 1);
    expect(rates[1]).toBeCloseTo(0.02, 1);
    expect(rates[2]).toBeCloseTo(0.4, 1);
    expect(rates[3]).toBeGreaterThan(rates[1]!);
    expect(rates[3]).toBeLessThan(0.1);
  });

  it('are null where nobody took any', () => {
    expect(
      likelyRates(
        strata,
        strata.map(() => rate(0, 0)),
      ),
    ).toBeNull();
  });
});
