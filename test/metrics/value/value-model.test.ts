import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { order, rowsOf } from '../run.ts';
import { asOfDay, buyers, firstDay } from './buyers.ts';

const parameters = { as_of: asOfDay };

describe('value_model', () => {
  it('holds MBG/NBD and Gamma-Gamma with their parameters, standard errors and covariances', async () => {
    const rows = await rowsOf('value_model', { orders: buyers(400), parameters });
    expect(rows.map((row) => [row['part'], row['model'], row['parameter']])).toEqual([
      ['purchases', 'mbg-nbd', 'r'],
      ['purchases', 'mbg-nbd', 'alpha'],
      ['purchases', 'mbg-nbd', 'a'],
      ['purchases', 'mbg-nbd', 'b'],
      ['spend', 'gamma-gamma', 'p'],
      ['spend', 'gamma-gamma', 'q'],
      ['spend', 'gamma-gamma', 'v'],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ problem: null, passed_over: null, unbounded: null, customers: 400 });
      expect(row['value']).toBeGreaterThan(0);
      expect(row['standard_error']).toBeGreaterThan(0);
      expect(row['gradient_norm']).toBeLessThan(1e-4);
    }
    // The standard error of a parameter is that of its logarithm times the parameter.
    const [first] = rows;
    expect(first!['standard_error']).toBeCloseTo(Number(first!['value']) * Math.sqrt(Number(first!['log_covariance_1'])), 9);
  });

  it('says where the data do not bound a parameter: customers who never stop', async () => {
    const rows = await rowsOf('value_model', { orders: buyers(300, { stops: false }), parameters });
    expect(rows.filter((row) => row['part'] === 'purchases').map((row) => row['problem'])).toEqual(Array(4).fill('boundary'));
    expect(rows.some((row) => row['unbounded'] !== null)).toBe(true);
  });

  it('has no values and says why where nobody came back', async () => {
    const orders = [0, 1, 2].map((index) => order(`C${index}`, `${index}`, addDays(firstDay, index), 10));
    const rows = await rowsOf('value_model', { orders, parameters });
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row).toMatchObject({ value: null, standard_error: null, problem: 'no_repeat_customers' });
  });
});
