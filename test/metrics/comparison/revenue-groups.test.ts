import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

const groups = async (orders: readonly Row[], customers: readonly Row[] = []) =>
  (await rowsOf('revenue_groups', { orders, customers, parameters: marchOnFebruary })).toSorted((one, other) =>
    `${one['dimension']} ${one['member']}` < `${other['dimension']} ${other['member']}` ? -1 : 1,
  );

describe('revenue_groups', () => {
  it('adds up to the revenue of either period by owner and by category, lines by the day of their order', async () => {
    const orders = [
      order('A', '1', '2026-02-28', 100.1, { category: 'probes' }),
      // The line of March belongs to an order of February.
      order('A', '1', '2026-03-01', 50.25, { category: 'parts' }),
      order('A', '2', '2026-03-05', 30, { category: 'parts' }),
      order('B', '3', '2026-03-06', 7, {}),
      order('B', '4', '2026-03-07', -2, { category: 'parts' }),
      order('B', '5', '2026-04-01', 999, { category: 'probes' }),
    ];
    const customers = [{ customer_id: 'A', owner: 'Li' }];
    expect(await groups(orders, customers)).toEqual([
      {
        dimension: 'category',
        member: '',
        customers: 1,
        orders: 1,
        sold_orders: null,
        before_revenue: 0,
        after_revenue: 7,
        revenue_difference: 7,
      },
      {
        dimension: 'category',
        member: 'parts',
        customers: 2,
        orders: 3,
        sold_orders: null,
        before_revenue: 50.25,
        after_revenue: 28,
        revenue_difference: -22.25,
      },
      {
        dimension: 'category',
        member: 'probes',
        customers: 1,
        orders: 1,
        sold_orders: null,
        before_revenue: 100.1,
        after_revenue: 0,
        revenue_difference: -100.1,
      },
      {
        dimension: 'owner',
        member: '',
        customers: 1,
        orders: 2,
        sold_orders: 0,
        before_revenue: 0,
        after_revenue: 5,
        revenue_difference: 5,
      },
      {
        dimension: 'owner',
        member: 'Li',
        customers: 1,
        orders: 2,
        sold_orders: 0,
        before_revenue: 150.35,
        after_revenue: 30,
        revenue_difference: -120.35,
      },
    ]);
  });

  it('puts an order down to who sold it, and only without that to who looks after the customer now', async () => {
    const orders = [
      order('A', '1', '2026-02-05', 100, { rep: 'Wu' }),
      order('A', '2', '2026-03-05', 30, { rep: 'Li' }),
      // Two sold the lines of one order.
      order('A', '3', '2026-03-06', 4, { rep: 'Li' }),
      order('A', '3', '2026-03-06', 6, { rep: 'Wu' }),
      order('A', '4', '2026-03-07', 1),
    ];
    expect(await groups(orders, [{ customer_id: 'A', owner: 'Li' }])).toEqual([
      {
        dimension: 'owner',
        member: 'Li',
        customers: 1,
        orders: 3,
        sold_orders: 2,
        before_revenue: 0,
        after_revenue: 35,
        revenue_difference: 35,
      },
      {
        dimension: 'owner',
        member: 'Wu',
        customers: 1,
        orders: 2,
        sold_orders: 2,
        before_revenue: 100,
        after_revenue: 6,
        revenue_difference: -94,
      },
    ]);
  });

  it('has no row of a dimension of which nothing is known, nor of orders beside the periods', async () => {
    expect(await groups([order('A', '1', '2026-02-05', 5), order('A', '2', '2026-01-05', 5, { category: 'probes' })])).toEqual([]);
  });

  it('does not know the revenue where no order has an amount', async () => {
    expect(await groups([order('A', '1', '2026-02-05', null, { category: 'a' })])).toEqual([
      {
        dimension: 'category',
        member: 'a',
        customers: 1,
        orders: 1,
        sold_orders: null,
        before_revenue: null,
        after_revenue: 0,
        revenue_difference: 0,
      },
    ]);
  });
});
