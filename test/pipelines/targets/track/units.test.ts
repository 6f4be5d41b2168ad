import { expect, it } from 'vitest';
import { factorOf } from '../../../../src/pipelines/targets/track/units.ts';

it.each([
  [1, null],
  [12, null],
  [300, null],
  [420, 1000],
  [1000, 1000],
  [2400, 1000],
  [9000, 10_000],
  [25_000, 10_000],
  [900_000, 1_000_000],
])('actuals of %d times the targets are in a unit of %s', (ratio, factor) => {
  expect(factorOf(ratio)).toBe(factor);
});
