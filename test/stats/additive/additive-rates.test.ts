import { describe, expect, it } from 'vitest';
import { type AlikeCases, fitAdditiveRates } from '../../../src/stats/additive/additive-rates.ts';

const cases = (unit: number, kinds: readonly number[], successes: number, trials: number): AlikeCases => ({
  unit,
  kinds,
  successes,
  trials,
});

describe('rates without interaction', () => {
  it('are those of the units where there is nothing else', () => {
    const { rates } = fitAdditiveRates([cases(0, [], 300, 400), cases(1, [], 200, 800)], { units: 2, factors: [] })!;
    expect(rates[0]).toBeCloseTo(0.75, 3);
    expect(rates[1]).toBeCloseTo(0.25, 3);
  });

  it('add up on the scale of log-odds', () => {
    // Odds 3 and 1/3 of the units, 3 times as high with the second kind: odds 3, 9, 1/3 and 1, and the data have just those.
    const seen = [cases(0, [0], 3000, 4000), cases(0, [1], 3600, 4000), cases(1, [0], 1000, 4000), cases(1, [1], 2000, 4000)];
    const { rates } = fitAdditiveRates(seen, { units: 2, factors: [2] })!;
    for (const [index, rate] of [0.75, 0.9, 0.25, 0.5].entries()) expect(rates[index]).toBeCloseTo(rate, 3);
  });

  it('stay within 0 and 1 for a unit that won everything', () => {
    const { rates } = fitAdditiveRates([cases(0, [], 5, 5), cases(1, [], 5, 10)], { units: 2, factors: [] })!;
    expect(rates[0]).toBeGreaterThan(0.9);
    expect(rates[0]).toBeLessThan(1);
  });

  it('take up what more of a unit succeeds', () => {
    const fit = fitAdditiveRates([cases(0, [0], 40, 80), cases(0, [1], 40, 80), cases(1, [0], 40, 80), cases(1, [1], 40, 80)], {
      units: 2,
      factors: [2],
    })!;
    const absorbed = fit.absorb(Float64Array.of(4, 4, 0, 0));
    expect(absorbed[0]! + absorbed[1]!).toBeCloseTo(8, 1);
    expect(absorbed[2]! + absorbed[3]!).toBeCloseTo(0, 1);
    // More with one kind and less with the other is an interaction: units and kinds leave it.
    for (const left of fit.absorb(Float64Array.of(4, -4, -4, 4))) expect(left).toBeCloseTo(0, 9);
  });

  it('are not there where all or none succeeded, or nothing was tried', () => {
    expect(fitAdditiveRates([cases(0, [], 5, 5), cases(1, [], 3, 3)], { units: 2, factors: [] })).toBeNull();
    expect(fitAdditiveRates([cases(0, [], 0, 5)], { units: 1, factors: [] })).toBeNull();
    expect(fitAdditiveRates([], { units: 0, factors: [] })).toBeNull();
  });
});
