import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

describe('customer_movement', () => {
  it('adds up customers, orders and revenue of each movement, and has a row for those that nobody made', async () => {
    const orders = [
      order('A', '1', '2026-02-10', 10.1),
      order('A', '2', '2026-03-10', 30.3),
      order('A', '3', '2026-03-11', 1),
      order('B', '4', '2026-02-10', 7),
      order('C', '5', '2026-02-11', 8),
      order('C', '6', '2026-03-15', -2),
      order('D', '7', '2026-03-15', 100),
      order('E', '8', '2025-03-15', 100),
    ];
    const rows = await rowsOf('customer_movement', { orders, parameters: marchOnFebruary });
    const byOrder = rows.toSorted((one, other) => Number(one['movement_order']) - Number(other['movement_order']));
    const figures = {
      customers: 0,
      before_orders: 0,
      after_orders: 0,
      before_revenue: 0,
      after_revenue: 0,
      revenue_difference: 0,
      overdue_customers: 0,
      overdue_revenue: 0,
    };
    // A paused for 28 days before; the others bought once or twice, which is no rhythm.
    expect(byOrder).toEqual([
      {
        movement: 'kept',
        movement_order: 1,
        customers: 1,
        before_orders: 1,
        after_orders: 2,
        before_revenue: 10.1,
        after_revenue: 31.3,
        revenue_difference: 21.2,
        overdue_customers: 0,
        overdue_revenue: 0,
      },
      {
        ...figures,
        movement: 'gained',
        movement_order: 2,
        customers: 1,
        after_orders: 1,
        after_revenue: 100,
        revenue_difference: 100,
      },
      { ...figures, movement: 'returned', movement_order: 3 },
      {
        ...figures,
        movement: 'lost',
        movement_order: 4,
        customers: 2,
        before_orders: 2,
        before_revenue: 15,
        after_revenue: -2,
        revenue_difference: -17,
      },
      { ...figures, movement: 'returns_only', movement_order: 5 },
    ]);
  });

  it('tells those who are between two orders from those who are overdue by their usual gap', async () => {
    const orders = [
      // Every 60 days: due in April.
      ...['2025-10-25', '2025-12-24', '2026-02-22'].map((day, index) => order('slow', `S${index}`, day, 10)),
      // Every 10 days: due early in March.
      ...['2026-02-05', '2026-02-15', '2026-02-25'].map((day, index) => order('quick', `Q${index}`, day, 7)),
    ];
    const rows = await rowsOf('customer_movement', { orders, parameters: marchOnFebruary });
    expect(rows.find(({ movement }) => movement === 'lost')).toMatchObject({ customers: 2, overdue_customers: 1, overdue_revenue: 21 });
  });
});
