import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('rep_units', () => {
  it('has what each customer adds to the measures of its rep', async () => {
    const rows = await rowsOf('rep_units', {
      customers: [
        { customer_id: 'c', owner: 'Ann', industry: 'Mining', region: 'North', created_on: '2020-01-01' },
        { customer_id: 'd', owner: 'Ann', region: 'South', created_on: '2020-01-01' },
      ],
      orders: [
        order('c', '1', '2026-02-01', 30, { rep: 'Ann' }),
        order('c', '2', '2026-03-02', 20, { rep: 'Ann', profit: 5, paid_amount: 12 }),
      ],
      activities: [
        { customer_id: 'c', at: '2026-03-20 09:00:00' },
        { customer_id: 'd', at: '2025-03-20 09:00:00' },
      ],
      feedback: [
        { customer_id: 'c', at: '2026-03-05 09:00:00', csat: 4, kind: 'survey' },
        { customer_id: 'c', at: '2026-03-06 09:00:00', kind: 'complaint' },
        { customer_id: 'c', at: '2026-02-06 09:00:00', kind: 'complaint' },
      ],
      opportunities: [
        { opportunity_id: 'o1', customer_id: 'c', rep: 'Ann', state: 'won', closed_on: '2026-03-10' },
        { opportunity_id: 'o2', rep: 'Bob', state: 'lost', closed_on: '2026-03-11' },
        { opportunity_id: 'o3', rep: 'Bob', state: 'lost', closed_on: '2026-02-11' },
        { opportunity_id: 'o4', rep: 'Bob', state: 'open', closed_on: '2026-03-11' },
      ],
      parameters: march,
    });
    expect(rows).toEqual([
      {
        customer_id: 'c',
        rep: 'Ann',
        revenue: 20,
        profit: 5,
        profit_base: 20,
        revenue_difference: -10,
        previous_revenue: 30,
        gained: 0,
        bought_before: 1,
        kept: 1,
        kept_revenue: 20,
        won: 1,
        decided: 1,
        contacted: 1,
        to_contact: 1,
        satisfaction: 4,
        answers: 1,
        complaints: 1,
        orders: 1,
        payments: 12,
        payments_base: 20,
        filled_fields: 2,
        fields: 2,
      },
      expect.objectContaining({
        customer_id: 'd',
        rep: 'Ann',
        revenue: 0,
        contacted: 0,
        to_contact: 1,
        filled_fields: 1,
        fields: 2,
        decided: 0,
      }),
      // The third in the order of deal_rows: those of Ann, then of Bob by day.
      expect.objectContaining({ customer_id: 'deal 3', rep: 'Bob', revenue: 0, won: 0, decided: 1, to_contact: 0, fields: 0 }),
    ]);
  });

  it('keeps deals apart that have neither a customer nor a number', async () => {
    const lost = { rep: 'Bob', state: 'lost', closed_on: '2026-03-11' };
    const rows = await rowsOf('rep_units', { opportunities: [lost, { ...lost, state: 'won' }, lost], parameters: march });
    expect(rows.map(({ customer_id: unit, won, decided }) => [unit, won, decided])).toEqual([
      ['deal 1', 0, 1],
      ['deal 2', 0, 1],
      ['deal 3', 1, 1],
    ]);
  });
});
