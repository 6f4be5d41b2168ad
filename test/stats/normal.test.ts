import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDistribution, normalQuantile } from '../../src/stats/normal.ts';

describe('the quantile of the standard normal distribution', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.841344746068543, 1],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0471],
  ])('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(Math.abs(z) * (p === 1e-300 ? 1e-6 : 1e-14));
  });

  it('is zero in the middle and odd about it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });

  it.each([0, 1, -0.1, Number.NaN])('is not defined for %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('the distribution function of the standard normal distribution', () => {
  // mpmath 1.4.1, 50 digits: erfc(-x / √2) / 2.
  it.each([
    [-37.5, 4.6053530095819548438e-308],
    [-30, 4.9067139271481870595e-198],
    [-20, 2.7536241186062336951e-89],
    [-12.3, 4.5287069561587846514e-35],
    [-8.5, 9.4795348222033183542e-18],
    [-6, 9.865876450376981407e-10],
    [-5.7, 5.9903714010635281878e-9],
    [-5.6, 1.071759025831092932e-8],
    [-4.2, 0.000013345749015906327883],
    [-3, 0.0013498980316300945267],
    [-1.96, 0.024997895148220436213],
    [-1, 0.15865525393145705141],
    [-0.7, 0.24196365222307302862],
    [-0.67, 0.25142889509531010155],
    [-0.001, 0.49960105778608893741],
    [0.1, 0.53982783727702898367],
    [0.67, 0.74857110490468989845],
    [1.959963984540054, 0.97499999999999998912],
    [3, 0.99865010196836990547],
    [8, 0.9999999999999993779],
  ])('at %d is %d', (x, probability) => {
    expect(Math.abs(normalDistribution(x) / probability - 1)).toBeLessThan(1e-15);
  });

  it('has its limits', () => {
    expect(normalDistribution(0)).toBe(0.5);
    expect(normalDistribution(-Infinity)).toBe(0);
    expect(normalDistribution(Infinity)).toBe(1);
    expect(normalDistribution(Number.NaN)).toBeNaN();
  });

  it('undoes the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.999, noNaN: true }), (p) => {
        expect(Math.abs(normalDistribution(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('never falls', () => {
    const place = fc.double({ min: -40, max: 10, noNaN: true });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(normalDistribution(Math.min(a, b))).toBeLessThanOrEqual(normalDistribution(Math.max(a, b)) * (1 + 1e-15));
      }),
    );
  });
});
