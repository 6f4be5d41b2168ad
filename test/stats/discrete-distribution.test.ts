import { describe, expect, it } from 'vitest';
import { binomial, discreteQuantile, hypergeometric, poisson, tailsAt } from '../../src/stats/discrete-distribution.ts';

function relativeError(actual: number, expected: number): number {
  return Math.abs(actual / expected - 1);
}

describe('the binomial distribution', () => {
  it('is that of the definition for eight trials', () => {
    const { lower, upper, point } = tailsAt(binomial(8, 0.25), 1);
    expect(lower).toBeCloseTo(0.3670806884765625, 15);
    expect(point).toBeCloseTo(8 * 0.25 * 0.75 ** 7, 15);
    expect(upper).toBeCloseTo(1 - 0.75 ** 8, 15);
  });

  it('keeps its digits far out in a tail: 0.5 to the power of 1,000 for no success', () => {
    expect(relativeError(tailsAt(binomial(1000, 0.5), 0).lower, 0.5 ** 1000)).toBeLessThan(1e-12);
    expect(tailsAt(binomial(1_000_000, 0.5), 0)).toEqual({ lower: 0, upper: 1, point: 0 });
    expect(tailsAt(binomial(1_000_000, 0.5), 1_000_000)).toEqual({ lower: 1, upper: 0, point: 0 });
  });

  it('is certain at the probabilities 0 and 1 and without trials', () => {
    expect(binomial(5, 0)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
    expect(binomial(5, 1)).toEqual({ first: 5, probabilities: Float64Array.of(1) });
    expect(binomial(0, 0.3)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
  });

  it('has the quantiles of the definition', () => {
    expect(discreteQuantile(binomial(10, 0.5), 0.025)).toBe(2);
    expect(discreteQuantile(binomial(10, 0.5), 0.5)).toBe(5);
    expect(discreteQuantile(binomial(10, 0.5), 0.999999)).toBe(10);
  });

  it('refuses what is no count or no probability', () => {
    expect(() => binomial(2.5, 0.5)).toThrow(RangeError);
    expect(() => binomial(-1, 0.5)).toThrow(RangeError);
    expect(() => binomial(3, Number.NaN)).toThrow(RangeError);
  });
});

describe('the hypergeometric distribution', () => {
  it('is that of the lady tasting tea: 1, 16, 36, 16, 1 of 70', () => {
    const { first, probabilities } = hypergeometric(4, 4, 8);
    expect(first).toBe(0);
    for (const [index, ways] of [1, 16, 36, 16, 1].entries()) expect(probabilities[index]).toBeCloseTo(ways / 70, 15);
  });

  it('starts where the margins force it to', () => {
    const { first, probabilities } = hypergeometric(7, 8, 10);
    expect(first).toBe(5);
    expect(probabilities).toHaveLength(3);
    expect(hypergeometric(0, 0, 0)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
    expect(() => hypergeometric(4, 4, 3)).toThrow(RangeError);
  });
});

describe('the Poisson distribution', () => {
  it('is that of the definition', () => {
    const { lower, upper, point } = tailsAt(poisson(2.5), 1);
    expect(lower).toBeCloseTo(3.5 * Math.exp(-2.5), 15);
    expect(point).toBeCloseTo(2.5 * Math.exp(-2.5), 15);
    expect(upper).toBeCloseTo(1 - Math.exp(-2.5), 15);
    expect(relativeError(tailsAt(poisson(600), 0).lower, Math.exp(-600))).toBeLessThan(1e-12);
  });

  it('is certain where nothing is expected, and refuses another mean', () => {
    expect(poisson(0)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
    expect(() => poisson(-1)).toThrow(RangeError);
    expect(() => poisson(Infinity)).toThrow(RangeError);
  });
});
