import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('purchase_returns', () => {
  it('is one row a day of returns, with the purchase before it', async () => {
    const orders = [
      order('A', '1', '2026-01-02', -50),
      order('A', '2', '2026-01-05', 100),
      order('A', '3', '2026-01-05', -1),
      order('A', '4', '2026-01-09', -60),
      order('A', '5', '2026-01-09', -4),
      order('A', '6', '2026-02-01', 30),
      order('A', '7', '2026-02-03', -5),
      order('B', '8', '2026-01-02', -50),
    ];
    expect(await rowsOf('purchase_returns', { orders })).toEqual([
      { customer_id: 'A', purchased_on: '2026-01-05', returned_on: '2026-01-05', returned: -1 },
      { customer_id: 'A', purchased_on: '2026-01-05', returned_on: '2026-01-09', returned: -64 },
      { customer_id: 'A', purchased_on: '2026-02-01', returned_on: '2026-02-03', returned: -5 },
    ]);
  });

  it('has none without amounts', async () => {
    expect(await rowsOf('purchase_returns', { orders: [order('A', '1', '2026-01-02', null)] })).toEqual([]);
  });
});
