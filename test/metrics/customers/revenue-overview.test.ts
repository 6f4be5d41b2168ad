import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('revenue_overview', () => {
  it('adds up all customers and the top fifth of them', async () => {
    const orders = [
      order('A', '1', '2026-01-01', 600, { profit: 60 }),
      order('A', '2', '2026-01-02', -100, { profit: -10 }),
      ...['B', 'C', 'D', 'E', 'F'].map((id) => order(id, `o${id}`, '2026-01-01', 100)),
    ];
    expect(await rowsOf('revenue_overview', { orders, customers: [{ customer_id: 'Z' }] })).toEqual([
      {
        scope: 'all',
        customers: 7,
        customers_with_orders: 6,
        customers_with_revenue: 6,
        orders: 6,
        returns: 1,
        revenue: 1000,
        profit: 50,
        profit_coverage: 0.5,
        average_order: 1000 / 6,
        top_customers: 2,
        top_share: 0.6,
      },
    ]);
  });

  it('takes the profit of every line that has one, over the revenue of all lines', async () => {
    const orders = [order('A', '1', '2026-01-01', 60, { profit: 6 }), order('A', '1', '2026-01-01', 20), order('B', '2', '2026-01-01', 20)];
    const customers = [{ customer_id: 'Z', revenue: 100, profit: 7 }];
    expect(await rowsOf('revenue_overview', { orders, customers })).toMatchObject([{ revenue: 200, profit: 13, profit_coverage: 0.8 }]);
  });

  it('has no profit coverage over revenue of zero or less', async () => {
    const orders = [order('A', '1', '2026-01-01', 10, { profit: 1 }), order('A', '2', '2026-01-01', -10)];
    expect(await rowsOf('revenue_overview', { orders })).toMatchObject([{ revenue: 0, profit: 1, profit_coverage: null }]);
  });

  it('is null rather than zero where nothing is known', async () => {
    expect(await rowsOf('revenue_overview', { customers: [{ customer_id: 'Z' }] })).toEqual([
      {
        scope: 'all',
        customers: 1,
        customers_with_orders: 0,
        customers_with_revenue: 0,
        orders: null,
        returns: null,
        revenue: null,
        profit: null,
        profit_coverage: null,
        average_order: null,
        top_customers: 0,
        top_share: null,
      },
    ]);
  });
});
