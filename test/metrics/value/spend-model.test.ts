import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { order, rowsOf } from '../run.ts';
import { asOfDay, buyers, firstDay } from './buyers.ts';

const parameters = { as_of: asOfDay };

describe('spend_model', () => {
  it('holds Gamma-Gamma with its parameters, standard errors and covariances', async () => {
    const rows = await rowsOf('spend_model', { orders: buyers(400), parameters });
    expect(rows.map((row) => [row['model'], row['parameter']])).toEqual([
      ['gamma-gamma', 'p'],
      ['gamma-gamma', 'q'],
      ['gamma-gamma', 'v'],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ problem: null, unbounded: null, log_covariance_4: null });
      expect(row['value']).toBeGreaterThan(0);
      expect(row['customers']).toBeGreaterThan(200);
      expect(row['customers']).toBeLessThan(400);
      expect(row['gradient_norm']).toBeLessThan(1e-4);
    }
    // The standard error of a parameter is that of its logarithm times the parameter.
    const [first] = rows;
    expect(first!['standard_error']).toBeCloseTo(Number(first!['value']) * Math.sqrt(Number(first!['log_covariance_1'])), 9);
  });

  it('has no values and says why where nobody came back', async () => {
    const orders = [0, 1, 2].map((index) => order(`C${index}`, `${index}`, addDays(firstDay, index), 10));
    const rows = await rowsOf('spend_model', { orders, parameters });
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatchObject({ value: null, standard_error: null, problem: 'no_repeat_customers' });
  });
});
