import { expect, it } from 'vitest';
import { unitFactor, unitTrouble } from '../../../src/metrics/targets/parts/units.ts';

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
    expect(unitTrouble('revenue', unit, 100)).toBe(null);
  },
);

it.each([
  ['revenue', '%'],
  ['revenue', '分'],
  ['revenue', '家'],
  ['visits', '万元'],
  ['conversion_rate', '万元'],
  ['csat', '千'],
])('%s is in no %s', (metric, unit) => {
  expect(unitTrouble(metric, unit, 1)).toBe('unit_differs');
});
