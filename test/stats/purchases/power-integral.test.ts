import { describe, expect, it } from 'vitest';
import { emptyNodes, logPowerIntegral } from '../../../src/stats/purchases/power-integral.ts';
import { expectClose } from '../close.ts';

describe('the integral of two powers', () => {
  /** alpha, p, beta, q, from, to; mpmath. Small shifts, high powers and long stretches are where ₂F₁ series fail. */
  it.each([
    [10.58, 0.55, 11.67, 1.61, 0, 38.86, -3.1667628051141824],
    [1e-6, 0.5, 1e5, 1.5, 0, 300, -13.725905355616769],
    [1e-4, 40.5, 2.8, 4.05, 5, 6, -75.633723517132817],
    [3, 1000.25, 40, 1.6, 10, 100, -2576.1923037835114],
    [1e5, 0.3, 1e-5, 3.5, 0, 40, 24.412145291040347],
    [5, 2.5, 5, 1.6, 1, 2, -7.6537157901954523],
    [0.00798565181, 510.465, 2.82, 4.0516, 1, 37, -15.717870676502022],
    [2e-5, 3.2, 30, 1.4, 0.1, 200, -0.4933450518767569],
    [100, 200.5, 0.01, 1.2, 30, 400, -980.47609762598077],
    [1e-8, 0.001, 1e-8, 1.001, 0, 1e4, 3.3282766777244892],
  ])('(%d + y)^-%d (%d + y)^-%d from %d to %d is that of mpmath', (alpha, p, beta, q, from, to, log) => {
    expectClose(logPowerIntegral(emptyNodes(), { alpha, p, beta, q }, from, to), log, 1e-13);
    expectClose(logPowerIntegral(emptyNodes(), { alpha: beta, p: q, beta: alpha, q: p }, from, to), log, 1e-13);
  });

  it('over nothing is nothing', () => {
    expect(logPowerIntegral(emptyNodes(), { alpha: 1, p: 1, beta: 2, q: 2 }, 3, 3)).toBe(-Infinity);
  });
});
