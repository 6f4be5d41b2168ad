import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../src/lib/random.ts';
import { ratiosAgainstOthers, type UnitCase } from '../../src/stats/ratios-of-units.ts';

const ratios = [
  { numerator: 0, denominator: 1 },
  { numerator: 2, denominator: 3 },
];

/** Cases of units whose amounts are log-normal and whose successes come at this rate. */
function simulated(random: Random, sizes: readonly number[], rates: readonly number[]): UnitCase[] {
  return sizes.flatMap((size, unit) =>
    Array.from({ length: size }, () => {
      const amount = Math.exp(7 + 1.2 * Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()));
      return { unit, figures: Float64Array.of(Number(random.chance(rates[unit]!)), 1, amount, 1) };
    }),
  );
}

const options = (draws = 199) => ({ random: () => createRandom(1, 'test'), draws });

describe('ratiosAgainstOthers', () => {
  it('is exact where few deals are possible', () => {
    // One success, in the first of four units of one case each: of four deals it comes to a unit once.
    const cases = [1, 0, 0, 0].map((success, unit) => ({ unit, figures: Float64Array.of(success, 1) }));
    const [[first, second]] = ratiosAgainstOthers(cases, [{ numerator: 0, denominator: 1 }], 4, options(3999)) as [
      ReturnType<typeof ratiosAgainstOthers>[number],
    ];
    // 1 with chance ¼, else −⅓: z = 1 / (4/3 · √(¼ · ¾)) = √3, and −1/√3.
    expect(first!.z).toBeCloseTo(Math.sqrt(3), 1);
    expect(second!.z).toBeCloseTo(-1 / Math.sqrt(3), 1);
    expect(second!.p).toBe(1);
  });

  it('finds a unit that does worse, and turns round where less is better', () => {
    const cases = simulated(createRandom(2, 'worse'), [30, 30, 30, 30], [0.7, 0.7, 0.7, 0.15]);
    const [rates] = ratiosAgainstOthers(cases, ratios, 4, options());
    expect(rates![3]).toMatchObject({ p: 1 / 200 });
    expect(rates![3]!.z).toBeLessThan(-3);
    const turned = ratiosAgainstOthers(cases, [{ ...ratios[0]!, lower: true }], 4, options());
    expect(turned[0]![3]!.z).toBeCloseTo(-rates![3]!.z, 9);
    expect(turned[0]![3]!.p).toBe(1);
  });

  it('is null where a unit has nothing to divide by, and 0 where all are the same', () => {
    const cases = [
      { unit: 0, figures: Float64Array.of(0, 0) },
      { unit: 1, figures: Float64Array.of(1, 1) },
      { unit: 2, figures: Float64Array.of(1, 1) },
    ];
    const [found] = ratiosAgainstOthers(cases, [{ numerator: 0, denominator: 1 }], 3, options());
    expect(found).toEqual([null, { z: 0, p: 1 }, { z: 0, p: 1 }]);
    expect(ratiosAgainstOthers([], ratios, 0, options())).toEqual([[], []]);
  });

  it('calls none of alike units worse in 95 of 100 runs, in either ratio, however skewed the amounts', () => {
    const random = createRandom(3, 'alike');
    let alarms = 0;
    const runs = 200;
    for (let run = 0; run < runs; run += 1) {
      const cases = simulated(random, [5, 8, 12, 20, 40], [0.5, 0.5, 0.5, 0.5, 0.5]);
      const found = ratiosAgainstOthers(cases, ratios, 5, options()).flat();
      if (found.some((each) => each !== null && each.p <= 0.05)) alarms += 1;
    }
    // Up to three standard errors above 5%.
    expect(alarms / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });
});
