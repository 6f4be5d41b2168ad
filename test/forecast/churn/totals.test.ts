import { describe, expect, it } from 'vitest';
import { forecastAt, knownBefore, newcomersOf } from '../../../src/forecast/churn/totals.ts';
import { contenders } from '../../../src/forecast/churn/contenders.ts';
import type { Histories } from '../../../src/forecast/churn/histories.ts';
import { blankHistories } from './fold.ts';

/** 60 customers whose means differ however many purchases they made, and one more, of whom one purchase each is expected. */
function revenueWith(last: number): number {
  const blank = blankHistories(Array.from({ length: 61 }, () => 0));
  const once = Float64Array.from(blank.repeats, () => 1);
  const data: Histories = {
    ...blank,
    repeats: Float64Array.from(blank.repeats, (_, row) => (row === 60 ? 30 : 1 + (row % 30))),
    repeatMean: Float64Array.from(blank.repeats, (_, row) => (row === 60 ? last : 50 + ((row * 37) % 100))),
    models: new Map([['bg-nbd', { alive: once, purchase: once, expected: once }]]),
  };
  const contender = contenders.find(({ id }) => id === 'bg-nbd')!;
  const none = new Float64Array(61);
  return forecastAt(data, { contender, chosen: 'asked', tests: [], scores: none, probabilities: none, recalibration: null, beyond: 0 })
    .chosen.revenue!;
}

describe('the window before as a forecast', () => {
  // Known for 200, 90 and 89 days: the third came within the last 90 days.
  const data: Histories = {
    ...blankHistories([0, 0, 0]),
    age: Float64Array.of(200, 90, 89),
    recentDays: Float64Array.of(1, 2, 4),
    recentValue: Float64Array.of(10, 20, 40),
  };
  const contender = contenders.find(({ id }) => id === 'pace')!;
  const none = new Float64Array(3);
  const scores = { contender, chosen: 'asked', tests: [], scores: none, probabilities: none, recalibration: null, beyond: 0 } as const;

  it('is what those brought who were known when it began, as what came is of those known when this one began', () => {
    const { lastPeriod, chosen, deciles } = forecastAt(data, scores);
    expect(lastPeriod).toEqual({ id: 'last-period', orders: 3, revenue: 30 });
    expect(chosen).toBe(lastPeriod);
    expect(deciles.reduce((sum, decile) => sum + decile.forecast.orders!, 0)).toBe(3);
    expect(knownBefore(data)).toEqual({ orders: 3, revenue: 30 });
    expect(newcomersOf(data)).toEqual({ orders: 4, revenue: 40 });
  });

  it('is not known where nobody was known when it began', () => {
    const young = { ...data, age: Float64Array.of(80, 10, 89) };
    const { lastPeriod, deciles } = forecastAt(young, scores);
    expect(lastPeriod).toEqual({ id: 'last-period', orders: null, revenue: null });
    expect(deciles).toEqual([]);
    expect(newcomersOf({ ...young, valued: false })).toEqual({ orders: 7, revenue: null });
  });
});

describe('the revenue forecast of a back-test', () => {
  it('takes purchases without an amount for unknown, and purchases worth nothing for what they are', () => {
    const [unknown, nothing] = [revenueWith(Number.NaN), revenueWith(0)];
    // The others' mean is about 100; thirty purchases worth nothing tell of a customer far below it.
    expect(unknown - nothing).toBeGreaterThan(50);
    expect(nothing).toBeGreaterThan(60 * 80);
  });
});
