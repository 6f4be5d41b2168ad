import { describe, expect, it } from 'vitest';
import { fitPositive } from '../../../src/stats/optimise/fit-positive.ts';
import { expectClose } from '../close.ts';

/** Exponential waiting times of this mean: n ln rate − rate · n · mean. */
function exponential(n: number, mean: number) {
  return {
    expand: ([rate]: readonly number[]) => ({
      value: n * (Math.log(rate!) - rate! * mean),
      gradient: [n / rate! - n * mean],
      hessian: [[-n / rate! ** 2]],
    }),
    starts: [[1], [0.01]],
    observations: n,
  };
}

describe('a fit of positive parameters', () => {
  it('finds the rate and its standard error of exponential times', () => {
    const fit = fitPositive(exponential(400, 0.5))!;
    expectClose(fit.parameters[0], 2, 1e-10);
    expectClose(fit.standardErrors?.[0], 2 / Math.sqrt(400), 1e-8);
    expectClose(fit.logLikelihood, 400 * (Math.log(2) - 1), 1e-12);
    expectClose(fit.logCovariance[0]?.[0], 1 / 400, 1e-8);
    expect(fit.converged).toBe(true);
    expect(fit.gradientNorm).toBeLessThan(1e-6);
    expect(fit.unbounded).toEqual([]);
  });

  it('says which parameter runs off and where to', () => {
    const fit = fitPositive({
      // The second parameter only ever helps by being large.
      expand: ([a, b]: readonly number[]) => ({
        value: 100 * (Math.log(a!) - a!) - 100 / b!,
        gradient: [100 / a! - 100, 100 / b! ** 2],
        hessian: [
          [-100 / a! ** 2, 0],
          [0, -200 / b! ** 3],
        ],
      }),
      starts: [[1, 1]],
      observations: 100,
    })!;
    expect(fit.unbounded).toEqual([{ index: 1, toward: 'infinity' }]);
    expectClose(fit.standardErrors[0], fit.parameters[0]! / 10, 1e-6);
    expect(fit.standardErrors[1]).toBeNull();
    expect(fit.converged).toBe(false);
    // The direction that the data tell keeps its variance, the other counts as fixed.
    expectClose(fit.logCovariance[0]?.[0], 0.01, 1e-6);
    expect(fit.logCovariance[1]?.[1]).toBeLessThan(1e-9);
  });

  it('calls a parameter unbounded that nothing bounds, though it stays where it started', () => {
    const nothing = { expand: () => ({ value: 0, gradient: [0], hessian: [[0]] }), starts: [[1]], observations: 9 };
    expect(fitPositive(nothing)).toMatchObject({ unbounded: [{ index: 0, toward: 'unknown' }], standardErrors: [null], converged: false });
  });

  it('is none where the likelihood is no number', () => {
    const broken = { expand: () => ({ value: Number.NaN, gradient: [0], hessian: [[0]] }), starts: [[1], [2]], observations: 9 };
    expect(fitPositive(broken)).toBeNull();
  });

  it('takes the start that has a likelihood', () => {
    const { expand } = exponential(9, 1);
    const partly = { expand: (at: readonly number[]) => (at[0]! > 50 ? { value: Number.NaN, gradient: [0], hessian: [[0]] } : expand(at)) };
    expectClose(fitPositive({ ...partly, starts: [[99], [0.5]], observations: 9 })?.parameters[0], 1, 1e-9);
  });
});
