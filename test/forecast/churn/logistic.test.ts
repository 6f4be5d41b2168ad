import { describe, expect, it } from 'vitest';
import type { Histories } from '../../../src/forecast/churn/histories.ts';
import { regress, regressOn, trainRegression } from '../../../src/forecast/churn/logistic.ts';
import { blankHistories } from './fold.ts';

/** 200 customers, of whom those with few repeat purchases stop more often; a model gives all of them next to the same chance. */
const silent = Array.from({ length: 200 }, (_, row) => (row % 4 === 0 || (row < 100 && row % 3 === 0) ? 1 : 0));

function customers(purchase: number): Histories {
  const blank = blankHistories(silent);
  const forecast = Float64Array.from(silent, (_, row) => purchase + (row % 7) * 1e-8);
  return {
    ...blank,
    repeats: Float64Array.from(silent, (_, row) => (row < 100 ? 1 : 4)),
    models: new Map([['bg-nbd', { alive: forecast, purchase: forecast, expected: forecast }]]),
  };
}

describe('the regression', () => {
  it('learns what tells the customers apart', () => {
    const data = customers(0.3);
    const probabilities = regress(trainRegression([data], data)!, data);
    expect(probabilities[0]).toBeGreaterThan(probabilities[199]!);
  });

  it('is not thrown off by a day on which a feature lies where no training was', () => {
    const training = customers(0.3);
    const regression = trainRegression([training], training)!;
    const usual = regress(regression, training);
    const later = regress(regression, customers(0.6));
    for (const [row, probability] of later.entries()) expect(Math.abs(probability - usual[row]!)).toBeLessThan(0.2);
    expect(later[0]).toBeGreaterThan(later[199]!);
  });

  it('goes no farther than three standard deviations with a single measure', () => {
    const training = customers(0.3);
    const far = { ...training, repeats: training.repeats.map((repeats) => repeats * 100) };
    const end = { ...training, repeats: training.repeats.map(() => 2.5 + 3 * 1.5) };
    const probabilities = regressOn((data) => data.repeats, [training], far)!;
    expect(new Set(probabilities).size).toBe(1);
    expect(probabilities[0]).toBeCloseTo(regressOn((data) => data.repeats, [training], end)![0]!, 12);
  });

  it('says nothing without past windows', () => {
    const data = customers(0.3);
    expect(trainRegression([], data)).toBeNull();
    expect(regressOn(({ repeats }) => repeats, [], data)).toBeNull();
  });
});
