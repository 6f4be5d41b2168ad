import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { asOfDay, buyers } from '../value/buyers.ts';
import { tinyLog } from './tiny-log.ts';

describe('purchase_fits', () => {
  it('has the parameters of every model by their published names, with the counts of the fit', async () => {
    const rows = await rowsOf('purchase_fits', { orders: tinyLog, parameters: { as_of: '2015-02-07' } });
    const names = (model: string) => rows.filter((row) => row['model'] === model).map((row) => row['parameter']);
    expect(names('bg-nbd')).toEqual(['r', 'alpha', 'a', 'b']);
    expect(names('mbg-nbd')).toEqual(['r', 'alpha', 'a', 'b']);
    expect(names('pareto-nbd')).toEqual(['r', 'alpha', 's', 'beta']);
    for (const row of rows) expect(row).toMatchObject({ customers: 6, repeat_customers: 4, groups: 6 });
  });

  it('says where the data do not bound a parameter: customers who never stop', async () => {
    const rows = await rowsOf('purchase_fits', { orders: buyers(300, { stops: false }), parameters: { as_of: asOfDay } });
    const own = rows.filter((row) => row['model'] === 'mbg-nbd');
    expect(own.map((row) => row['problem'])).toEqual(Array(4).fill('boundary'));
    expect(own.some((row) => row['unbounded'] !== null)).toBe(true);
  });

  it('says why there is no fit', async () => {
    const orders = [order('A', '1', '2026-01-01', 1), order('B', '2', '2026-01-03', 1)];
    const rows = await rowsOf('purchase_fits', { orders, parameters: { as_of: '2026-01-10' } });
    expect(rows).toHaveLength(12);
    for (const row of rows) expect(row).toMatchObject({ value: null, log_likelihood: null, problem: 'no_repeat_customers' });
  });
});
