import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { sampleCustomers, sampleOrders } from '../sample.ts';

/** Orders so many days before the last of 2026. */
const ago = (customer: string, ...days: readonly number[]): Row[] =>
  days.map((day) => order(customer, `${customer}${day}`, addDays('2026-12-31', -day), 10));

describe('turnover_months', () => {
  it('says of each month who was lost and won back in it; what the files begin too late for is not said', async () => {
    const rows = await rowsOf('turnover_months', {
      orders: [...ago('lost', 300, 270, 181), ...ago('before', 232, 222, 212), ...ago('back', 300, 270, 260, 10)],
      parameters: { as_of: '2026-12-31' },
    });
    // Lost after 180 days: `back` on 2026-10-12, `before` on 2026-11-30, `lost` on 2026-12-31. The first order is of 2026-03-06.
    expect(rows.slice(-5)).toEqual([
      { month: '2026-08-01', won_back: null, lost: null },
      { month: '2026-09-01', won_back: null, lost: 0 },
      { month: '2026-10-01', won_back: 0, lost: 1 },
      { month: '2026-11-01', won_back: 0, lost: 1 },
      { month: '2026-12-01', won_back: 1, lost: 1 },
    ]);
    expect(rows).toHaveLength(13);
  });

  it('counts month by month what customer_turnover counts of the two last', async () => {
    const churn = { definition: { rule: 'cycles', cycles: 2, min_days: 30 } };
    const input = { orders: sampleOrders, customers: sampleCustomers };
    const [after, before] = await rowsOf('customer_turnover', {
      ...input,
      parameters: {
        as_of: '2026-04-18',
        churn,
        comparison: { before: { from: '2026-03-01', to: '2026-04-01' }, after: { from: '2026-04-01', to: '2026-04-19' } },
      },
    });
    const months = await rowsOf('turnover_months', { ...input, parameters: { as_of: '2026-04-18', churn } });
    const counts = (row: Row | undefined) => [row?.['won_back'], row?.['lost']];
    expect(months.slice(-2).map(counts)).toEqual([counts(before), counts(after)]);
    expect(months.some(({ lost }) => Number(lost) > 0)).toBe(true);
  });

  it('says nothing of who was lost up to a day on which the first customer of all has been silent for no longer than it takes', async () => {
    // Silent for 180 days on the last day, and lost after them.
    const last = async (days: number) =>
      (await rowsOf('turnover_months', { orders: ago('A', days), parameters: { as_of: '2026-12-31' } })).at(-1);
    expect(await last(180)).toEqual({ month: '2026-12-01', won_back: null, lost: null });
    expect((await last(181))?.['lost']).toBe(1);
  });
});
