import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/lib/random.ts';
import { drawExponential } from '../../../src/stats/draws/normal.ts';
import { aalenJohansen, incidenceAt } from '../../../src/stats/survival/aalen-johansen.ts';
import { compareIncidences } from '../../../src/stats/survival/compare-incidence.ts';
import { kaplanMeier, survivalAt } from '../../../src/stats/survival/kaplan-meier.ts';
import type { OutcomeCounts } from '../../../src/stats/survival/risk-table.ts';

interface Rates {
  /** Conversions and losses a lead and day. */
  readonly conversion: number;
  readonly loss: number;
}

/** Leads that came in over the last `entry` days, seen today, by whole days. */
function drawLeads(count: number, { conversion, loss }: Rates, entry: number, random: Random): OutcomeCounts[] {
  return Array.from({ length: count }, () => {
    const left = Math.ceil(drawExponential(random) / (conversion + loss));
    const age = random.integer(1, entry);
    const converted = random.chance(conversion / (conversion + loss));
    if (left > age) return { duration: age, events: 0, competing: 0, censored: 1 };
    return { duration: left, events: converted ? 1 : 0, competing: converted ? 0 : 1, censored: 0 };
  });
}

function trueIncidence({ conversion, loss }: Rates, age: number): number {
  return (conversion / (conversion + loss)) * -Math.expm1(-(conversion + loss) * age);
}

const ages = [30, 60, 90];

describe('leads with a known rate of conversion, loss beside it, and many still open', { tags: ['slow'] }, () => {
  it.each([
    { leads: 300, rates: { conversion: 0.004, loss: 0.008 }, entry: 180, runs: 1000 },
    { leads: 120, rates: { conversion: 0.01, loss: 0.005 }, entry: 120, runs: 1500 },
  ])('have intervals that hold the true share in 93 to 97% of runs: $leads leads', ({ leads, rates, entry, runs }) => {
    const random = createRandom(leads, 'leads');
    const held = ages.map(() => 0);
    const means = ages.map(() => 0);
    const naive = ages.map(() => 0);
    for (let run = 0; run < runs; run += 1) {
      const drawn = drawLeads(leads, rates, entry, random);
      const curve = aalenJohansen(drawn);
      const wrong = kaplanMeier(drawn);
      for (const [index, age] of ages.entries()) {
        const { value, interval } = incidenceAt(curve, age)!;
        const truth = trueIncidence(rates, age);
        if (interval.low <= truth && truth <= interval.high) held[index]! += 1;
        means[index]! += value / runs;
        naive[index]! += (1 - survivalAt(wrong, age)!.value) / runs;
      }
    }
    for (const [index, age] of ages.entries()) {
      expect(held[index]! / runs).toBeGreaterThan(0.93);
      expect(held[index]! / runs).toBeLessThan(0.97);
      expect(means[index]).toBeCloseTo(trueIncidence(rates, age), 2);
    }
    // Taking the lost for open ones is plainly wrong.
    expect(naive[2]! - trueIncidence(rates, 90)).toBeGreaterThan(0.03);
  });

  it('of the same rate are called different in at most 5% of runs', () => {
    const random = createRandom(9, 'groups');
    const rates = { conversion: 0.004, loss: 0.008 };
    const runs = 1000;
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const [young, old] = [drawLeads(100, rates, 120, random), drawLeads(200, rates, 365, random)];
      const comparison = compareIncidences(incidenceAt(aalenJohansen(young), 90), incidenceAt(aalenJohansen(old), 90));
      if (comparison !== null && comparison.p <= 0.05) found += 1;
    }
    expect(found / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  });
});
