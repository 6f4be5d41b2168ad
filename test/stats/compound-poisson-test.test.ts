import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { compareTotals } from '../../src/stats/compound-poisson-test.ts';
import { poissonRatioTest } from '../../src/stats/poisson-tests.ts';

const random = () => createRandom(1, 'totals');

function p(before: number[], after: number[], exposures: [number, number] = [1, 1]): number {
  return compareTotals({ amounts: before, exposure: exposures[0] }, { amounts: after, exposure: exposures[1] }, random())!.p;
}

describe('totals in two windows', () => {
  it('are tested over all allocations of a few events', () => {
    // Enumerated independently.
    expect(p([500, 300, 900, 120], [80])).toBeCloseTo(0.125, 14);
    expect(p([10, 10, 10, 10, 10, 10, 10], [10], [90, 30])).toBeCloseTo(0.734161376953125, 14);
    expect(p([100, -100, 50], [30, 20], [1, 2])).toBeCloseTo(0.897119341563786, 14);
  });

  it('of equal amounts give the exact test of counts', () => {
    const exact = poissonRatioTest({ count: 9, exposure: 2 }, { count: 2, exposure: 1 });
    expect(p(Array<number>(9).fill(0.1), [0.1, 0.1], [2, 1])).toBeCloseTo(exact, 13);
  });

  it('of many events are simulated, close to the exact test and the same on every run', () => {
    const [before, after] = [
      { amounts: Array<number>(22).fill(7), exposure: 1 },
      { amounts: Array<number>(6).fill(7), exposure: 1 },
    ];
    const first = compareTotals(before, after, random())!;
    expect(first).toMatchObject({ before: 154, after: 42, method: 'simulated' });
    expect(Math.abs(first.p - poissonRatioTest({ count: 22, exposure: 1 }, { count: 6, exposure: 1 }))).toBeLessThan(0.002);
    expect(compareTotals(before, after, random())).toEqual(first);
  });

  it('that do not differ stop early with a p near 1', () => {
    const amounts = Array.from({ length: 15 }, (_, index) => 10 + index);
    expect(p(amounts, amounts)).toBeGreaterThan(0.5);
  });

  it('are not swayed by one huge order', () => {
    expect(p([10, 12, 9, 11], [10, 11, 12, 5000])).toBeGreaterThan(0.5);
  });

  it('is never 0, and does not exist without events', () => {
    expect(p(Array<number>(60).fill(1), [])).toBeCloseTo(2 / 10_000, 12);
    expect(compareTotals({ amounts: [], exposure: 1 }, { amounts: [], exposure: 1 }, random())).toBeNull();
  });

  it('refuses exposures and amounts that are none', () => {
    expect(() => p([1], [2], [0, 1])).toThrow(RangeError);
    expect(() => p([Number.NaN], [2])).toThrow(RangeError);
  });
});
