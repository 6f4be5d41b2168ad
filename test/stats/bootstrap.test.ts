import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { bootstrap, differenceOf, type Statistic } from '../../src/stats/bootstrap.ts';

const amounts = [3.2, 1.1, 0.4, 9.8, 2.2, 1.7, 0.9, 4.4, 15, 0.2, 1.3, 2.8, 0.7, 5.1, 3.3, 1, 0.6, 2, 7.7, 1.9];
const seeded = () => createRandom(11, 'bootstrap');

function meanOf(values: readonly number[]): Statistic {
  return (counts) => {
    let [sum, cases] = [0, 0];
    for (const [unit, count] of counts.entries()) {
      sum += count * values[unit]!;
      cases += count;
    }
    return cases === 0 ? null : sum / cases;
  };
}

describe('the bootstrap', () => {
  it('has the intervals of scipy 1.17.1 stats.bootstrap with 200,000 samples, but for chance', () => {
    const result = bootstrap(amounts.length, meanOf(amounts), { random: seeded(), replicates: 40_000 })!;
    expect(result.estimate).toBeCloseTo(3.265, 14);
    expect(Math.abs(result.interval!.low - 2.07)).toBeLessThan(0.03);
    expect(Math.abs(result.interval!.high - 5.51)).toBeLessThan(0.06);
    expect(Math.abs(result.percentile!.low - 1.865)).toBeLessThan(0.03);
    expect(Math.abs(result.percentile!.high - 5.015)).toBeLessThan(0.04);
    expect(Math.abs(result.standardError! - 0.8108)).toBeLessThan(0.01);
  });

  it('gives the same digits for the same seed', () => {
    const once = bootstrap(amounts.length, meanOf(amounts), { random: seeded() })!;
    expect(bootstrap(amounts.length, meanOf(amounts), { random: seeded() })).toEqual(once);
    expect(bootstrap(amounts.length, meanOf(amounts), { random: createRandom(12, 'bootstrap') })).not.toEqual(once);
    expect(once.interval).toEqual({ low: expect.closeTo(2.083290656021548, 10), high: expect.closeTo(5.48781885046108, 10) });
  });

  it('takes multiplicities for repeated rows', () => {
    const counts = amounts.map((_, unit) => (unit % 3) + 1);
    const rows = amounts.flatMap((amount, unit) => Array<number>(counts[unit]!).fill(amount));
    const grouped = bootstrap(amounts.length, meanOf(amounts), { random: seeded(), multiplicities: counts })!;
    const spread = bootstrap(rows.length, meanOf(rows), { random: seeded() })!;
    expect(grouped.estimate).toBeCloseTo(spread.estimate, 13);
    expect(grouped.interval!.low).toBeCloseTo(spread.interval!.low, 10);
    expect(grouped.interval!.high).toBeCloseTo(spread.interval!.high, 10);
  });

  it('keeps customers paired in a difference', () => {
    const later = amounts.map((amount, unit) => amount + 0.5 + (unit % 2) / 10);
    const paired = bootstrap(amounts.length, differenceOf(meanOf(amounts), meanOf(later)), { random: seeded() })!;
    expect(paired.estimate).toBeCloseTo(0.55, 13);
    expect(paired.interval!.low).toBeGreaterThan(0.5);
    expect(paired.interval!.high).toBeLessThan(0.6);
    expect(paired.pOfZero).toBeLessThan(0.005);
    expect(paired.pOfZero).toBeGreaterThanOrEqual(1 / 2000);
  });

  it('finds no change where there is none', () => {
    const later = amounts.map((amount, unit) => amount + (unit % 2 === 0 ? 1 : -1));
    const result = bootstrap(amounts.length, differenceOf(meanOf(amounts), meanOf(later)), { random: seeded() })!;
    expect(result.pOfZero).toBeGreaterThan(0.8);
    expect(result.interval!.low).toBeLessThan(0);
    expect(result.interval!.high).toBeGreaterThan(0);
  });

  it('has a p that agrees with its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.double({ min: -1, max: 1, noNaN: true }), (seed, shift) => {
        const random = createRandom(seed, 'values');
        const values = Array.from({ length: 25 }, () => random.bell(shift, 1));
        const result = bootstrap(25, meanOf(values), { random, replicates: 999 })!;
        fc.pre(Math.abs(result.pOfZero! - 0.05) > 0.01);
        expect(result.interval!.low > 0 || result.interval!.high < 0).toBe(result.pOfZero! < 0.05);
      }),
      { numRuns: 60 },
    );
  });

  it('says that the data cannot tell where the samples do not vary', () => {
    const result = bootstrap(5, meanOf([1, 1, 1, 1, 1]), { random: seeded() })!;
    expect(result).toMatchObject({ estimate: 1, interval: null, percentile: null, pOfZero: null, standardError: null });
  });

  it('leaves out samples in which the figure does not exist, and gives no interval where they are most', () => {
    const onlyFirst: Statistic = (counts) => (counts[0]! > 0 ? counts[1]! / counts[0]! : null);
    const result = bootstrap(6, onlyFirst, { random: seeded() })!;
    expect(result.replicates).toBeGreaterThan(1200);
    expect(result.replicates).toBeLessThan(1999);
    expect(result.interval).not.toBeNull();
    const rare: Statistic = (counts) => (counts[0]! > 0 && counts[1]! > 0 && counts[2]! > 0 && counts[3]! > 0 ? counts[0]! : null);
    expect(bootstrap(6, rare, { random: seeded() })!.interval).toBeNull();
  });

  it('does not exist without units, and refuses multiplicities that are no counts', () => {
    expect(bootstrap(0, meanOf([]), { random: seeded() })).toBeNull();
    expect(bootstrap(2, meanOf([1, 2]), { random: seeded(), multiplicities: [0, 0] })).toBeNull();
    expect(() => bootstrap(2, meanOf([1, 2]), { random: seeded(), multiplicities: [1, 0.5] })).toThrow(RangeError);
  });

  it('leaves out blocks of neighbours where there are many units', () => {
    const many = Array.from({ length: 1500 }, (_, unit) => ((unit * 7919) % 1009) ** 2 / 1e4);
    const { estimate, interval, percentile } = bootstrap(1500, meanOf(many), { random: seeded(), replicates: 400 })!;
    expect(interval!.low).toBeLessThan(estimate);
    expect(interval!.high).toBeGreaterThan(estimate);
    expect(Math.abs(interval!.low - percentile!.low)).toBeLessThan(0.3);
  });
});
