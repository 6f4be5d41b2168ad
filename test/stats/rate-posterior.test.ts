import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { fitBetaBinomial } from '../../src/stats/beta-binomial.ts';
import { ratePosterior } from '../../src/stats/rate-posterior.ts';
import { ratePrior } from '../../src/stats/rate-prior.ts';
import { expectClose } from './close.ts';
import { drawUnits, tenReps } from './units.ts';

describe('the rate of a unit given one beta distribution', () => {
  const { a, b } = fitBetaBinomial(tenReps)!.spread!;

  it('is (successes + a) / (trials + a + b), with the interval of beta quantiles', () => {
    const first = ratePosterior([{ a, b, weight: 1 }], tenReps[0]!);
    expectClose(first.value, (3 + a) / (5 + a + b));
    expect(first.interval.low).toBeCloseTo(0.145079, 6);
    expect(first.interval.high).toBeCloseTo(0.304177, 6);
  });

  it('is the average over the components of a mixture', () => {
    const mixture = [
      { a: 1, b: 9, weight: 0.25 },
      { a: 30, b: 70, weight: 0.75 },
    ];
    expectClose(ratePosterior(mixture, { successes: 2, trials: 10 }).value, 0.25 * (3 / 20) + 0.75 * (32 / 110));
    expectClose(ratePosterior(mixture, { successes: 0, trials: 0 }).value, 0.25 * 0.1 + 0.75 * 0.3);
  });

  it('needs a proportion', () => {
    expect(() => ratePosterior([{ a, b, weight: 1 }], { successes: 2, trials: 1 })).toThrow(RangeError);
  });
});

describe('what units tell of the spread of their rates', () => {
  it('is a mixture around the pooled rate with weights that sum to 1', () => {
    const prior = ratePrior(tenReps)!;
    expectClose(
      prior.reduce((sum, component) => sum + component.weight, 0),
      1,
    );
    expectClose(
      prior.reduce((sum, { a, b, weight }) => sum + (weight * a) / (a + b), 0),
      0.2,
      0.15,
    );
  });

  it('pulls small units to the others, and large ones hardly', () => {
    const prior = ratePrior(tenReps)!;
    const [small, large] = [ratePosterior(prior, tenReps[0]!), ratePosterior(prior, tenReps[7]!)];
    expect(small.value).toBeLessThan(0.3);
    expect(small.interval.high - small.interval.low).toBeGreaterThan(0.304177 - 0.145079);
    expect(large.value).toBeCloseTo(0.2, 2);
  });

  it('exists where none or all succeeded and for a single unit, and not without trials', () => {
    const none = ratePosterior(ratePrior([20, 40, 10].map((trials) => ({ successes: 0, trials })))!, { successes: 0, trials: 20 });
    expect(none.value).toBeGreaterThan(0);
    expect(none.interval.low).toBeGreaterThanOrEqual(0);
    expect(none.interval.high).toBeLessThan(0.1);
    const all = ratePosterior(ratePrior([20, 40].map((trials) => ({ successes: trials, trials })))!, { successes: 20, trials: 20 });
    expect(all.interval.low).toBeGreaterThan(0.85);
    const single = ratePosterior(ratePrior([{ successes: 30, trials: 100 }])!, { successes: 30, trials: 100 });
    expect(single.value).toBeCloseTo(0.3, 1);
    expect(ratePrior([{ successes: 0, trials: 0 }])).toBeNull();
    expect(() => ratePrior([{ successes: 3, trials: 2 }])).toThrow(RangeError);
  });
});

describe('credible intervals of reps whose true rates are known', { tags: ['slow'] }, () => {
  it.each([
    { reps: 10, mean: 0.15, deviation: 0.05, seed: 1 },
    { reps: 20, mean: 0.3, deviation: 0.08, seed: 2 },
  ])('hold 93 to 97% of them: $reps reps, spread $deviation', ({ reps, mean, deviation, seed }) => {
    const random = createRandom(seed, 'reps');
    let [held, certain, all] = [0, 0, 0];
    for (let run = 0; run < 800 / reps; run += 1) {
      const units = drawUnits(reps, mean, deviation, random);
      const prior = ratePrior(units)!;
      const { spread } = fitBetaBinomial(units)!;
      for (const unit of units) {
        const { low, high } = ratePosterior(prior, unit).interval;
        if (low <= unit.rate && unit.rate <= high) held += 1;
        all += 1;
        const taken = spread === null ? null : ratePosterior([{ ...spread, weight: 1 }], unit).interval;
        if (taken !== null && taken.low <= unit.rate && unit.rate <= taken.high) certain += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.93);
    expect(held / all).toBeLessThan(0.97);
    // The likeliest spread taken for certain holds too few.
    expect(certain).toBeLessThan(held - 0.01 * all);
  });
});
