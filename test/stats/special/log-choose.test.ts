import { expect, it } from 'vitest';
import { logChoose } from '../../../src/stats/special/log-choose.ts';

it('is the logarithm of the binomial coefficient', () => {
  expect(Math.exp(logChoose(5, 2))).toBeCloseTo(10, 10);
  expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 4);
  expect(Math.abs(logChoose(7, 0))).toBeLessThan(1e-12);
});
