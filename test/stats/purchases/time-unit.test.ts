import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/stats/purchases/bg-nbd.ts';
import { paretoNbd } from '../../../src/stats/purchases/pareto-nbd.ts';
import { continuousDiscount, convertParameters, convertTime, discountPerUnit } from '../../../src/stats/purchases/time-unit.ts';
import { expectClose } from '../close.ts';

describe('time units', () => {
  it('are 7 days a week, 12 months and 365.25 days a year', () => {
    expect(convertTime(2, 'week', 'day')).toBe(14);
    expect(convertTime(1, 'year', 'month')).toBe(12);
    expect(convertTime(1, 'year', 'day')).toBe(365.25);
    expect(convertTime(1, 'month', 'day')).toBe(30.4375);
  });

  it('scale the parameters that are times and leave the others', () => {
    expect(convertParameters(bgNbd, [0.25, 4, 0.8, 2.5], 'week', 'day')).toEqual([0.25, 28, 0.8, 2.5]);
    expect(convertParameters(paretoNbd, [0.5, 70, 0.6, 77], 'day', 'week')).toEqual([0.5, 10, 0.6, 11]);
  });

  it('do not change what a model says', () => {
    const parameters = [0.55, 10.58, 0.61, 11.67];
    const weeks = paretoNbd.at(parameters);
    const days = paretoNbd.at(convertParameters(paretoNbd, parameters, 'week', 'day'));
    expectClose(days.expectedPurchases({ x: 2, recency: 70, age: 210 }, 70), weeks.expectedPurchases({ x: 2, recency: 10, age: 30 }, 10));
    expectClose(days.probabilityAlive({ x: 2, recency: 70, age: 210 }), weeks.probabilityAlive({ x: 2, recency: 10, age: 30 }));
  });
});

describe('a discount per year', () => {
  it('compounds to itself over the units of a year', () => {
    expectClose((1 + discountPerUnit(0.15, 'month')) ** 12, 1.15);
    expectClose((1 + discountPerUnit(0.15, 'week')) ** (365.25 / 7), 1.15);
    expect(discountPerUnit(0.15, 'year')).toBeCloseTo(0.15, 15);
    expectClose(Math.exp(365.25 * continuousDiscount(0.15, 'day')), 1.15);
  });

  it('is 0 for 0 and refused at −100%', () => {
    expect(discountPerUnit(0, 'week')).toBe(0);
    expect(() => discountPerUnit(-1, 'week')).toThrow(RangeError);
    expect(() => continuousDiscount(Number.NaN, 'week')).toThrow(RangeError);
  });
});
