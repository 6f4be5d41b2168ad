import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const march = { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } };

describe('revenue_growth', () => {
  it('compares the period with the one before and with a year ago', async () => {
    const orders = [
      order('A', '1', '2025-03-01', 50),
      order('A', '2', '2026-02-01', 80),
      order('A', '3', '2026-03-01', 100),
      order('A', '4', '2026-03-31', 20),
      order('B', '5', '2026-02-28', 40),
      order('C', '6', '2026-03-15', 7),
      order('D', '7', '2026-02-10', -5),
      order('D', '8', '2026-03-10', 5),
    ];
    expect(await rowsOf('revenue_growth', { orders, parameters: march })).toEqual([
      { customer_id: 'A', period_revenue: 120, previous_revenue: 80, year_ago_revenue: 50, growth_rate: 0.5, growth_rate_year: 1.4 },
      { customer_id: 'B', period_revenue: 0, previous_revenue: 40, year_ago_revenue: 0, growth_rate: -1, growth_rate_year: null },
      { customer_id: 'C', period_revenue: 7, previous_revenue: 0, year_ago_revenue: 0, growth_rate: null, growth_rate_year: null },
      { customer_id: 'D', period_revenue: 5, previous_revenue: -5, year_ago_revenue: 0, growth_rate: null, growth_rate_year: null },
    ]);
  });

  it('does not compare with a window the orders do not reach back to', async () => {
    const orders = [order('A', '1', '2026-02-10', 80), order('A', '2', '2026-03-01', 100)];
    expect(await rowsOf('revenue_growth', { orders, parameters: march })).toMatchObject([
      { period_revenue: 100, previous_revenue: null, growth_rate: null },
    ]);
  });

  it('counts a window as covered from its first tenth on', async () => {
    const orders = [order('A', '1', '2026-02-03', 80), order('A', '2', '2026-03-01', 100)];
    expect(await rowsOf('revenue_growth', { orders, parameters: march })).toMatchObject([{ previous_revenue: 80, growth_rate: 0.25 }]);
  });

  it.each([
    ['before the first order of all', { as_of: '2026-03-31', period: { from: '2020-01-01', to: '2021-01-01' } }],
    ['that ends with the day before the first order', { as_of: '2026-03-31', period: { from: '2024-01-01', to: '2024-05-06' } }],
    ['after the as-of date', { as_of: '2026-03-31', period: { from: '2026-04-01', to: '2026-05-01' } }],
  ])('has no revenue of a period %s', async (_, parameters) => {
    const orders = [order('A', '1', '2024-05-06', 10), order('A', '2', '2026-02-03', 20)];
    expect(await rowsOf('revenue_growth', { orders, parameters })).toMatchObject([
      { period_revenue: null, growth_rate: null, growth_rate_year: null },
    ]);
  });

  it('has the revenue of a period that the data begin within, and 0 for who bought nothing in it', async () => {
    const orders = [order('A', '1', '2026-03-20', 10), order('B', '2', '2026-04-02', 5)];
    const parameters = { as_of: '2026-04-30', period: march.period };
    expect(await rowsOf('revenue_growth', { orders, parameters })).toMatchObject([
      { period_revenue: 10, previous_revenue: null },
      { period_revenue: 0, previous_revenue: null },
    ]);
  });

  it('does not compare with a window that runs past the as-of date', async () => {
    const orders = [order('A', '1', '2025-04-01', 10), order('A', '2', '2026-03-02', 20)];
    const parameters = { as_of: '2026-03-10', period: { from: '2026-04-01', to: '2026-05-01' } };
    expect(await rowsOf('revenue_growth', { orders, parameters })).toMatchObject([
      { period_revenue: null, previous_revenue: null, year_ago_revenue: 10 },
    ]);
  });

  it('has no revenue of a window in which every amount of the customer is missing', async () => {
    const orders = [
      order('A', '1', '2025-03-01', 50),
      order('A', '2', '2026-02-05', null),
      order('A', '3', '2026-03-05', 100),
      order('B', '4', '2026-02-05', 40),
      order('B', '5', '2026-03-05', null),
      order('C', '6', '2026-02-05', 40),
      order('C', '7', '2026-03-05', null),
      order('C', '8', '2026-03-06', 10),
    ];
    expect(await rowsOf('revenue_growth', { orders, parameters: march })).toEqual([
      { customer_id: 'A', period_revenue: 100, previous_revenue: null, year_ago_revenue: 50, growth_rate: null, growth_rate_year: 1 },
      { customer_id: 'B', period_revenue: null, previous_revenue: 40, year_ago_revenue: 0, growth_rate: null, growth_rate_year: null },
      { customer_id: 'C', period_revenue: 10, previous_revenue: 40, year_ago_revenue: 0, growth_rate: -0.75, growth_rate_year: null },
    ]);
  });

  it('is null where no order has a date', async () => {
    const orders = [{ customer_id: 'A', order_id: '1', amount: 5 }];
    const available = new Set(['orders.customer_id', 'orders.ordered_at', 'orders.amount']);
    expect(await rowsOf('revenue_growth', { orders, available, parameters: march })).toMatchObject([{ period_revenue: null }]);
  });

  it('takes the last twelve months where no period is given', async () => {
    const orders = [order('A', '1', '2024-04-01', 10), order('A', '2', '2025-03-31', 10), order('A', '3', '2025-04-01', 30)];
    expect(await rowsOf('revenue_growth', { orders, parameters: { as_of: '2026-03-31' } })).toMatchObject([
      { period_revenue: 30, previous_revenue: 20, growth_rate: 0.5 },
    ]);
  });

  it('is empty without a period and without a day', async () => {
    expect(await rowsOf('revenue_growth', { orders: [order('A', '1', '2024-04-01', 10)] })).toEqual([
      { customer_id: 'A', period_revenue: null, previous_revenue: null, year_ago_revenue: null, growth_rate: null, growth_rate_year: null },
    ]);
  });
});
