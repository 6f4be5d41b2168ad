import { describe, expect, it } from 'vitest';
import { forecastAt } from '../../../src/forecast/churn/totals.ts';
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

describe('the revenue forecast of a back-test', () => {
  it('takes purchases without an amount for unknown, and purchases worth nothing for what they are', () => {
    const [unknown, nothing] = [revenueWith(Number.NaN), revenueWith(0)];
    // The others' mean is about 100; thirty purchases worth nothing tell of a customer far below it.
    expect(unknown - nothing).toBeGreaterThan(50);
    expect(nothing).toBeGreaterThan(60 * 80);
  });
});
