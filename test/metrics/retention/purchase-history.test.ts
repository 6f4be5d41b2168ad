import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { tinyLog } from './tiny-log.ts';

describe('purchase_history', () => {
  it('has x, t_x and T of the tests of lifetimes', async () => {
    const rows = await rowsOf('purchase_history', { orders: tinyLog, parameters: { as_of: '2015-02-07' } });
    expect(rows.map((row) => [row['customer_id'], row['repeat_days'], row['recency_days'], row['age_days']])).toEqual([
      ['1', 1, 36, 37],
      ['2', 0, 0, 37],
      ['3', 2, 4, 37],
      ['4', 2, 20, 22],
      ['5', 2, 2, 22],
      ['6', 0, 0, 5],
    ]);
  });

  it('knows nothing of what came after an origin, and leaves out who came later', async () => {
    const parameters = { as_of: '2015-02-07', retention: { origins: ['2015-01-16', '2015-02-01'], horizon_days: 15 } };
    const rows = await rowsOf('purchase_history', { orders: tinyLog, parameters });
    expect(rows.filter((row) => row['origin'] === '2015-01-16').map((row) => row['customer_id'])).toEqual(['1', '2', '3', '4', '5']);
    expect(rows.find((row) => row['origin'] === '2015-02-01' && row['customer_id'] === '4')).toMatchObject({
      repeat_days: 0,
      age_days: 16,
    });
  });

  it('splits the last two horizons to the day', async () => {
    const orders = ['2026-01-01', '2026-01-21', '2026-01-22', '2026-01-31'].map((day, index) => order('A', `${index}`, day, 2 ** index));
    const parameters = { as_of: '2026-01-31', retention: { horizon_days: 10 } };
    expect(await rowsOf('purchase_history', { orders, parameters })).toMatchObject([
      { recent_days: 2, recent_value: 12, earlier_days: 1, earlier_value: 2, purchase_value: 15, repeat_value: 14 },
    ]);
  });

  it('does not take off what was returned after an origin', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 100),
      order('A', '2', '2026-01-05', 80),
      order('A', '3', '2026-01-07', -30),
      order('A', '4', '2026-01-15', -20),
    ];
    const parameters = { as_of: '2026-01-31', retention: { origins: ['2026-01-10', '2026-01-31'], horizon_days: 30 } };
    expect(await rowsOf('purchase_history', { orders, parameters })).toMatchObject([
      { origin: '2026-01-10', purchase_value: 150, repeat_value: 50, recent_value: 150 },
      { origin: '2026-01-31', purchase_value: 130, repeat_value: 30, recent_value: 30 },
    ]);
  });
});
