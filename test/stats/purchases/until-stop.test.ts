import { describe, expect, it } from 'vitest';
import { expectedUntilStop, integrateUntilStop, sumUntilStop } from '../../../src/stats/purchases/until-stop.ts';
import { expectClose } from '../close.ts';

describe('expected purchases until the customer stops', () => {
  /** Shape, rate, stop, stay, horizon; mpmath by the closed form with ₂F₁. From the sixth on the sum would take too long. */
  it.each([
    [0.243, 43.4, 0.793, 2.426, 39, 0.19458730469288936],
    [7.243, 43.3, 0.793, 9.426, 39, 5.1973268367876418],
    [0.3, 105, 0.2, 0.5, 30, 0.081757804980018596],
    [2.3, 25, 1, 4.4, 30, 2.0850842584022378],
    [3, 20, 300, 900, 60, 3.2573221878214126],
    [0.3, 0.01, 0.4, 0.7, 365, 238.15330804663613],
    [50, 2, 0.05, 30, 100, 2099.4592836215167],
    [5000, 50, 0.3, 20, 52, 1369.5224854825644],
    [0.01, 1e-4, 1e-3, 0.02, 1000, 93810.8216184489],
    [1.5, 10, 1e4, 2e4, 1e5, 3.0001844340126875],
    [1.5, 10, 3, 0.01, 1e4, 1.0049675468208881],
    [0.2, 0.5, 1e5, 0.3, 500, 0.74886366052907425],
    [4, 1, 1e5, 1e5, 1000, 2.0000100000682534],
    [0.5, 0.01, 0.3, 2e4, 365, 14904.102085721151],
    [2, 1, 1.5, 1e5, 1e4, 16564.598890787493],
  ])('at (%d, %d, %d, %d) in %d are those of mpmath', (shape, rate, stop, stay, horizon, expected) => {
    expectClose(expectedUntilStop({ shape, rate }, stop, stay, horizon), expected, 1e-10);
    expectClose(integrateUntilStop({ shape, rate }, stop, stay, horizon), expected, 1e-10);
  });

  it('come out the same by sum and by integral', () => {
    for (const shape of [0.1, 2, 60]) {
      for (const stop of [0.05, 1, 7]) {
        for (const horizon of [0.01, 3, 400]) {
          const sum = sumUntilStop({ shape, rate: 10 }, stop, 1.7, horizon);
          expectClose(integrateUntilStop({ shape, rate: 10 }, stop, 1.7, horizon), sum, 1e-11);
        }
      }
    }
  });

  it('are none in no time', () => {
    expect(expectedUntilStop({ shape: 1, rate: 1 }, 1, 1, 0)).toBe(0);
  });
});
