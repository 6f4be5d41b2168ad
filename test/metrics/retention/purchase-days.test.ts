import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('purchase_days', () => {
  it('is one row a customer and day with an order that is no return, less the returns that follow it', async () => {
    const orders = [
      order('A', '1', '2026-01-05', 10),
      order('A', '2', '2026-01-05', 5.5),
      order('A', '3', '2026-01-06', -3),
      order('A', '4', '2026-01-07', null),
      order('B', '5', '2026-01-05', 0),
    ];
    expect(await rowsOf('purchase_days', { orders })).toEqual([
      { customer_id: 'A', purchased_on: '2026-01-05', bought: 15.5, value: 12.5 },
      { customer_id: 'A', purchased_on: '2026-01-07', bought: null, value: null },
      { customer_id: 'B', purchased_on: '2026-01-05', bought: 0, value: 0 },
    ]);
  });

  it('has nothing left of a purchase that was returned as a whole, and leaves out a return with no purchase before it', async () => {
    const orders = [
      order('A', '1', '2026-01-02', -50),
      order('A', '2', '2026-01-05', 100),
      order('A', '3', '2026-01-09', 40),
      order('A', '4', '2026-01-09', -60),
      order('A', '5', '2026-02-01', 30),
      order('A', '6', '2026-02-03', -5),
      order('A', '7', '2026-02-08', -7),
      order('B', '8', '2026-01-02', -50),
    ];
    expect(await rowsOf('purchase_days', { orders })).toEqual([
      { customer_id: 'A', purchased_on: '2026-01-05', bought: 100, value: 100 },
      { customer_id: 'A', purchased_on: '2026-01-09', bought: 40, value: 0 },
      { customer_id: 'A', purchased_on: '2026-02-01', bought: 30, value: 18 },
    ]);
  });
});
