import { describe, expect, it } from 'vitest';
import { predictorsOf } from '../../../src/forecast/purchases/predictors.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';

const rows = (model: string, values: readonly (number | null)[], problem: string | null = null) =>
  values.map((value) => ({ model, value, problem }));
const parameters = [0.5, 6, 0.9, 2];

describe('the predictors of an origin', () => {
  it('are the models at their parameters', () => {
    const predictors = predictorsOf([...rows('bg-nbd', parameters), ...rows('mbg-nbd', parameters, 'boundary')]);
    expect([...predictors.keys()]).toEqual(['bg-nbd', 'mbg-nbd']);
    const history = { x: 2, recency: 10, age: 30 };
    expect(predictors.get('mbg-nbd')?.probabilityAlive(history)).toBe(mbgNbd.at(parameters).probabilityAlive(history));
  });

  it('leave out what was not fitted to its end', () => {
    const unfitted = rows('pareto-nbd', [null, null, null, null], 'no_repeat_customers');
    expect(predictorsOf([...rows('bg-nbd', parameters, 'not_converged'), ...unfitted]).size).toBe(0);
    expect(predictorsOf([]).size).toBe(0);
  });
});
