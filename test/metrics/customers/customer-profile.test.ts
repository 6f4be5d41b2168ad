import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };

describe('customer_profile', () => {
  it('has every customer of either file; orders go before summary columns', async () => {
    const orders = [
      order('A', '1', '2026-03-01', 100, { rep: 'Ann', region: 'East' }),
      order('D', '2', '2026-03-21', 10, { rep: 'Dan', customer: 'Delta' }),
    ];
    const customers = [
      { customer_id: 'A', name: 'Acme', owner: 'Olga', revenue: 999, orders: 9, csat: 4.5 },
      { customer_id: 'B', name: 'Beta', revenue: 60, orders: 3, first_order_on: '2025-03-31', last_order_on: '2026-03-30' },
      { customer_id: 'C', name: 'Gamma' },
    ];
    expect(await rowsOf('customer_profile', { orders, customers, parameters })).toMatchObject([
      {
        customer_id: 'A',
        customer_name: 'Acme',
        owner: 'Olga',
        region: 'East',
        basis: 'orders',
        orders: 1,
        revenue: 100,
        recency_days: 30,
        csat: 4.5,
      },
      {
        customer_id: 'B',
        owner: null,
        basis: 'summary',
        orders: 3,
        revenue: 60,
        average_order: 20,
        recency_days: 1,
        tenure_days: 365,
        orders_per_year: 3,
        lines: null,
      },
      { customer_id: 'C', basis: null, orders: null, revenue: null, average_order: null, recency_days: null },
      { customer_id: 'D', customer_name: 'Delta', owner: 'Dan', basis: 'orders', orders: 1, recency_days: 10 },
    ]);
  });

  it('takes recency and tenure as the customer file has them where it has no dates', async () => {
    const customers = [{ customer_id: 'A', recency_days: 12, tenure_months: 24, orders: 4 }];
    expect(await rowsOf('customer_profile', { customers, parameters })).toMatchObject([
      { recency_days: 12, tenure_days: 730, orders_per_year: 2, basis: 'summary' },
    ]);
  });

  it('says what revenue the profit belongs to, by orders or by summary columns', async () => {
    const orders = [
      order('A', '1', '2026-03-01', 100, { profit: 10 }),
      order('A', '2', '2026-03-02', 50),
      order('D', '3', '2026-03-02', 5),
    ];
    const customers = [
      { customer_id: 'A', revenue: 999, profit: 99 },
      { customer_id: 'B', revenue: 60, profit: 6 },
      { customer_id: 'C', revenue: 70 },
      { customer_id: 'D', revenue: 80, profit: 8 },
    ];
    expect(await rowsOf('customer_profile', { orders, customers, parameters })).toMatchObject([
      { revenue: 150, profit: 10, profit_base: 100 },
      { revenue: 60, profit: 6, profit_base: 60 },
      { revenue: 70, profit: null, profit_base: null },
      { revenue: 5, profit: null, profit_base: null },
    ]);
  });

  it('counts orders a year over at least one year', async () => {
    const orders = [
      order('A', '1', '2026-03-01', 1),
      order('A', '2', '2026-03-02', 1),
      order('B', '3', '2024-03-31', 1),
      order('B', '4', '2024-04-01', 1),
    ];
    const rows = await rowsOf('customer_profile', { orders, parameters });
    expect(rows.map((row) => row['orders_per_year'])).toEqual([2, 1]);
  });

  it('has no recency without an as-of date', async () => {
    expect(await rowsOf('customer_profile', { orders: [order('A', '1', '2026-03-01', 1)] })).toMatchObject([
      { recency_days: null, tenure_days: null, orders_per_year: null },
    ]);
  });

  it('has only what orders say, and what the file says of the customer, where summary columns do not count', async () => {
    const summary = { orders: 4, revenue: 100, profit: 9, first_order_on: '2025-01-01', last_order_on: '2026-01-01', tenure_months: 3 };
    const customers = [
      { customer_id: 'A', name: 'Acme', csat: 4, ...summary },
      { customer_id: 'B', name: 'Bolt', csat: 5, recency_days: 7, ...summary },
    ];
    const orders = [order('A', '1', '2026-03-01', 20)];
    const rows = await rowsOf('customer_profile', { orders, customers, parameters: { ...parameters, customer_summaries: false } });
    expect(rows).toMatchObject([
      {
        customer_name: 'Acme',
        csat: 4,
        basis: 'orders',
        orders: 1,
        revenue: 20,
        profit: null,
        recency_days: 30,
        first_order_on: '2026-03-01',
      },
      {
        customer_name: 'Bolt',
        csat: 5,
        basis: null,
        orders: null,
        revenue: null,
        profit: null,
        profit_base: null,
        recency_days: null,
        tenure_days: null,
        first_order_on: null,
        last_order_on: null,
        orders_per_year: null,
      },
    ]);
  });

  it('leaves out customer rows without an id', async () => {
    expect(await rowsOf('customer_profile', { customers: [{ customer_id: null, name: 'Nobody' }, { customer_id: 'A' }] })).toHaveLength(1);
  });
});
