import { expect, it } from 'vitest';
import { slipOf, unitDiffers, unitFactor } from '../../../src/metrics/targets/parts/units.ts';

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
  [0.001, 0.001],
  [0.0001, 0.0001],
])('what is usual is %d times the target: the unit is off by %s', (usual, factor) => {
  expect(unitFactor(usual, 1)).toBe(factor);
});

it.each(['万元', '千', '亿', 'k€', 'kUSD', 'TEUR', 'USDm', 'Mio. EUR', "'000", "'000s", 'in thousands', 'M', 'CNY', '¥'])(
  'money may be in %s',
  (unit) => {
    expect([unitDiffers('revenue', unit), slipOf('revenue', unit, 100)]).toEqual([false, null]);
  },
);

it.each([
  ['revenue', '分'],
  ['revenue', '家'],
  ['visits', '万元'],
  ['conversion_rate', '万元'],
  ['csat', '千'],
])('%s is in no %s', (metric, unit) => {
  expect(unitDiffers(metric, unit)).toBe(true);
});

it.each([
  ['revenue', '%', 0.5, 'in_percent'],
  ['profit', '百分比', 1.2, 'in_percent'],
  ['visits', '%', 0.5, 'in_percent'],
  ['revenue', null, 0.5, 'below_one'],
  ['revenue', null, 0, null],
  ['revenue', null, 1, null],
  ['profit', null, -0.5, 'below_one'],
  ['profit', null, -500, null],
  ['revenue', null, -500, 'out_of_scale'],
  ['quantity', null, 0.5, null],
  ['retention_rate', '%', 0.85, null],
  ['retention_rate', null, 85, 'rate_above_one'],
  ['csat', '%', 0.9, null],
  ['nps', null, -10, null],
  ['nps', null, 400, 'out_of_scale'],
])('a target of %s in %s of %d: %s', (metric, unit, value, slip) => {
  expect(slipOf(metric, unit, value)).toBe(slip);
});
