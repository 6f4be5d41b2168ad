import { describe, expect, it } from 'vitest';
import { fitBetaBinomial } from '../../src/stats/beta-binomial.ts';
import { expectClose } from './close.ts';
import { baseballPlayers, tenReps } from './units.ts';

describe('the beta-binomial distribution of maximum likelihood', () => {
  // Newton's method with 30 digits (mpmath).
  it('of ten reps is that of mpmath to ten digits', () => {
    const fit = fitBetaBinomial(tenReps)!;
    expectClose(fit.spread!.a, 19.43064588079549, 1e-10);
    expectClose(fit.spread!.b, 77.79023389554004, 1e-10);
    expectClose(fit.logLikelihood, -27.28140863811074, 1e-13);
    expectClose(fit.mean, 19.43064588079549 / (19.43064588079549 + 77.79023389554004), 1e-10);
  });

  it('of the baseball players of Efron and Morris is that of mpmath to nine digits', () => {
    const fit = fitBetaBinomial(baseballPlayers)!;
    expectClose(fit.spread!.a, 210.550835977517, 1e-9);
    expectClose(fit.spread!.b, 582.6859850720415, 1e-9);
    expectClose(fit.logLikelihood, -45.34389625508987, 1e-13);
    expect(fit.pooledLogLikelihood).toBeLessThan(fit.logLikelihood);
  });

  it('of units that differ less than chance would make them has no spread, but the pooled rate', () => {
    const fit = fitBetaBinomial([20, 21, 19, 20, 20].map((successes) => ({ successes, trials: 100 })))!;
    expect(fit).toMatchObject({ mean: 0.2, spread: null });
    expect(fit.logLikelihood).toBe(fit.pooledLogLikelihood);
  });

  it('tells no spread from units of one trial, a single unit, none that succeeded and all that did', () => {
    expect(fitBetaBinomial([0, 1, 1, 0].map((successes) => ({ successes, trials: 1 })))).toMatchObject({ mean: 0.5, spread: null });
    expect(fitBetaBinomial([{ successes: 3, trials: 10 }])).toMatchObject({ mean: 0.3, spread: null });
    const nothing = fitBetaBinomial([5, 30].map((trials) => ({ successes: 0, trials })))!;
    expect(nothing).toMatchObject({ mean: 0, spread: null });
    expectClose(nothing.logLikelihood, 0, 1e-12);
    expect(fitBetaBinomial([5, 30].map((trials) => ({ successes: trials, trials })))).toMatchObject({ mean: 1, spread: null });
  });

  it('has a spread where every unit is all or nothing', () => {
    const fit = fitBetaBinomial([0, 10, 0, 10, 10].map((successes) => ({ successes, trials: 10 })))!;
    expectClose(fit.mean, 0.6, 1e-3);
    expect(fit.spread!.a).toBeLessThan(0.01);
  });

  it('leaves out units without trials, takes trials that are not whole, and millions of them', () => {
    expect(fitBetaBinomial([...tenReps, { successes: 0, trials: 0 }])).toEqual(fitBetaBinomial(tenReps));
    const half = fitBetaBinomial(tenReps.map(({ successes, trials }) => ({ successes: successes + 0.5, trials: trials + 0.5 })))!;
    expect(half.spread!.a).toBeGreaterThan(0);
    const large = fitBetaBinomial([90_000, 100_000, 110_000].map((successes) => ({ successes, trials: 2_000_000 })))!;
    // √(0.00005² · 2/3) is the standard deviation of the rates, 0.05 their mean: a + b = 0.05 · 0.95 / 0.00408² − 1.
    expectClose(large.spread!.a + large.spread!.b, (0.05 * 0.95) / ((0.005 ** 2 * 2) / 3) - 1, 0.01);
  });

  it('does not exist without trials, and refuses what is no proportion', () => {
    expect(fitBetaBinomial([])).toBeNull();
    expect(fitBetaBinomial([{ successes: 0, trials: 0 }])).toBeNull();
    expect(() => fitBetaBinomial([{ successes: 3, trials: 2 }])).toThrow(RangeError);
  });
});
