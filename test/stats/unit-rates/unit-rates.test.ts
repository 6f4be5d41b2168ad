import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/lib/random.ts';
import type { Proportion } from '../../../src/stats/proportions.ts';
import { unitRates } from '../../../src/stats/unit-rates/unit-rates.ts';
import { expectClose } from '../close.ts';
import { tenReps } from '../units.ts';

const none: Proportion = { successes: 0, trials: 0 };

function tried(rate: number, trials: number, random: Random): Proportion {
  let successes = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random.chance(rate)) successes += 1;
  return { successes, trials };
}

describe('rates of units in strata', () => {
  it('of one stratum are near the beta-binomial ones of ten reps', () => {
    const { means } = unitRates([tenReps])!;
    // methods: (successes + a) / (trials + a + b) with a = 19.43, b = 77.79; here the spread is not taken for certain.
    const published = [0.2194, 0.1999, 0.1664, 0.192, 0.2255, 0.2144, 0.2059, 0.2, 0.1514, 0.2237];
    for (const [index, mean] of means[0]!.entries()) expectClose(mean, published[index]!, 0.2);
    const raw = tenReps.map(({ successes, trials }) => successes / trials);
    const all = 171 / 923;
    for (const [index, mean] of means[0]!.entries()) expect(Math.abs(mean - all)).toBeLessThan(Math.abs(raw[index]! - all) + 1e-3);
  });

  it('give a unit that never tried the rate of the stratum, and a stratum where nobody did the rate of all', () => {
    const strata = [
      [{ successes: 50, trials: 200 }, { successes: 10, trials: 200 }, none],
      [{ successes: 20, trials: 200 }, { successes: 4, trials: 200 }, none],
      [none, none, none],
    ];
    const { strata: rates, means } = unitRates(strata)!;
    expectClose(means[0]![2], rates[0]!, 0.01);
    // Log-odds are no rates: where units differ as much as these, a mean moves a little.
    expectClose(means[1]![2], rates[1]!, 0.05);
    expect(rates[2]!).toBeGreaterThan(rates[1]!);
    expect(rates[2]!).toBeLessThan(rates[0]!);
    // The first is better in both, so it is expected to be where nobody tried.
    expect(means[2]![0]!).toBeGreaterThan(means[2]![2]!);
    expect(means[2]![1]!).toBeLessThan(means[2]![2]!);
  });

  it('lend what a unit does in one stratum to another, the less, the more units differ within themselves', () => {
    const better = { successes: 60, trials: 200 };
    const usual = { successes: 20, trials: 200 };
    const few = { successes: 1, trials: 10 };
    const everywhere = unitRates([
      [better, usual, usual, usual],
      [better, usual, usual, usual],
      [few, usual, usual, usual],
    ])!;
    const here = unitRates([
      [better, usual, usual, usual],
      [usual, better, usual, usual],
      [few, usual, usual, usual],
    ])!;
    expect(everywhere.means[2]![0]!).toBeGreaterThan(here.means[2]![0]! + 0.03);
  });

  it('draw truths around the means, the same ones from the same seed', () => {
    const rates = unitRates([tenReps])!;
    const random = createRandom(5, 'draws');
    const draws = Array.from({ length: 2000 }, () => rates.draw(random)[0]!);
    for (const [unit, mean] of rates.means[0]!.entries())
      expectClose(draws.reduce((sum, drawn) => sum + drawn[unit]!, 0) / draws.length, mean, 0.03);
    expect(rates.draw(createRandom(9, 'same'))).toEqual(rates.draw(createRandom(9, 'same')));
  });

  it('do not depend on the order of units, and exist only where somebody tried', () => {
    const turned = unitRates([tenReps.toReversed()])!.means[0]!.toReversed();
    for (const [unit, mean] of unitRates([tenReps])!.means[0]!.entries()) expectClose(turned[unit], mean, 1e-12);
    expect(unitRates([[none, none]])).toBeNull();
    expect(unitRates([])).toBeNull();
  });

  it.each([
    ['alike', 0, 0],
    ['better or worse everywhere', 0.5, 0],
    ['better at one thing than at another, too', 0.4, 0.4],
  ])('hold the truth in nineteen of twenty intervals where units are %s', (_, between, within) => {
    const random = createRandom(11, 'coverage');
    const normal = (): number => Array.from({ length: 12 }, () => random.next()).reduce((sum, x) => sum + x, -6);
    let [held, all] = [0, 0];
    for (let run = 0; run < 12; run += 1) {
      const strata = [-1.5, -2.2, -2.8];
      const units = Array.from({ length: 12 }, () => between * normal());
      const truth = strata.map((base) => units.map((advantage) => 1 / (1 + Math.exp(-(base + advantage + within * normal())))));
      const rates = unitRates(truth.map((row) => row.map((rate) => tried(rate, random.integer(5, 80), random))))!;
      const draws = Array.from({ length: 200 }, () => rates.draw(random));
      for (const [stratum, row] of truth.entries())
        for (const [unit, rate] of row.entries()) {
          const sorted = draws.map((drawn) => drawn[stratum]![unit]!).toSorted((one, other) => one - other);
          all += 1;
          if (sorted[5]! <= rate && rate <= sorted[194]!) held += 1;
        }
    }
    expect(held / all).toBeGreaterThan(0.93);
    expect(held / all).toBeLessThanOrEqual(0.995);
  });

  it('lie around the rates of strata that are given', () => {
    const given = { means: [0.1, 0.4], draw: () => [0.1, 0.4] };
    const units = [
      [none, { successes: 20, trials: 200 }],
      [none, { successes: 80, trials: 200 }],
    ];
    const { strata, means } = unitRates(units, given)!;
    expect(strata).toEqual([0.1, 0.4]);
    expectClose(means[0]![0], 0.1, 0.05);
    expectClose(means[1]![0], 0.4, 0.05);
    expect(unitRates([[none]], given)).toBeNull();
  });
});
