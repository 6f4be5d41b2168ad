import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf, withMetrics } from '../run.ts';
import { sampleCustomers, sampleOrders } from '../sample.ts';

const asOf = '2026-12-31';

/** Orders so many days before the as-of date. */
const ago = (customer: string, ...days: readonly number[]): Row[] =>
  days.map((day) => order(customer, `${customer}${day}`, addDays(asOf, -day), 10));

const december = {
  as_of: asOf,
  comparison: { before: { from: '2026-11-01', to: '2026-12-01' }, after: { from: '2026-12-01', to: '2027-01-01' } },
};

const turnover = async (orders: readonly Row[], customers: readonly Row[] = [], churn?: unknown) => {
  const rows = await rowsOf('customer_turnover', {
    orders,
    customers,
    parameters: { ...december, ...(churn === undefined ? {} : { churn }) },
  });
  return { after: rows[0]!, before: rows[1]! };
};

describe('customer_turnover', () => {
  it('calls nobody lost who is between two orders, and one on the day after the silence of its own rule', async () => {
    const { before, after } = await turnover([
      ...ago('monthly', 400, 370, 340, 310, 280, 250, 220, 190, 160, 130, 100, 70, 40),
      ...ago('lost', 300, 270, 181),
      ...ago('edge', 300, 270, 180),
      ...ago('before', 232, 222, 212),
      ...ago('back', 500, 470, 440, 10),
      ...ago('fresh', 5),
    ]);
    // Lost by 180 days: `before` on 2026-11-30 (212 − 31 = 181 days), `lost` on 2026-12-31, `edge` the day after.
    expect(before).toMatchObject({ period: 'before', lost: 1, won_back: 0, first_bought: 0, active_before: 4, active: 3 });
    expect(after).toMatchObject({ period: 'after', lost: 1, won_back: 1, first_bought: 1, active_before: 3, active: 4 });
  });

  it('goes by the days of marks and of contracts', async () => {
    const orders = [...ago('marked', 600, 90), ...ago('ended', 600, 90), ...ago('kept', 600, 90)];
    const customers = [
      { customer_id: 'marked', lost_on: '2026-12-10' },
      { customer_id: 'ended', contract_end_on: '2026-12-20' },
    ];
    expect((await turnover(orders, customers)).after).toMatchObject({ lost: 1, active: 2 });
    const contracts = await turnover(orders, customers, { definition: { rule: 'contract_end' } });
    expect(contracts.after).toMatchObject({ lost: 2, active: 1 });
    const marks = { definition: { rule: 'lost_flag' } };
    expect((await turnover(orders, [{ customer_id: 'marked', lost: true }], marks)).after).toMatchObject({ lost: null, won_back: null });
  });

  it('says nothing of losses that the files begin too late for', async () => {
    const { before, after } = await turnover([...ago('A', 200, 150), ...ago('B', 20)]);
    expect(before).toMatchObject({ lost: null, won_back: null, active: 1 });
    expect(after).toMatchObject({ lost: 0, won_back: null, active: 2 });
  });

  it('adds up, and agrees with churn_status on who is lost on a day', async () => {
    const input = { orders: sampleOrders, customers: sampleCustomers };
    const parameters = {
      churn: { definition: { rule: 'days', days: 60 } },
      as_of: '2026-06-30',
      comparison: { before: { from: '2025-07-01', to: '2026-01-01' }, after: { from: '2026-01-01', to: '2026-07-01' } },
    };
    const lostOn = async (as_of: string) =>
      (await rowsOf('churn_status', { ...input, parameters: { ...parameters, as_of } })).map(
        ({ customer_id: id, status }) => [id, status === 'lost'] as const,
      );
    const [first, last] = [new Map(await lostOn('2025-12-31')), await lostOn('2026-06-30')];
    await withMetrics(['customer_turnover'], { ...input, parameters }, async ({ table }) => {
      const [after] = await table('customer_turnover');
      const count = (holds: (was: boolean | undefined, is: boolean) => boolean) =>
        last.filter(([id, is]) => holds(first.get(id), is)).length;
      expect(after).toMatchObject({
        lost: count((was, is) => is && was !== true),
        won_back: count((was, is) => !is && was === true),
        first_bought: count((was) => was === undefined),
        active: count((_, is) => !is),
      });
      const { active_before: start, first_bought: fresh, won_back: back, lost, active: end } = after as Record<string, number>;
      expect(start! + fresh! + back! - lost!).toBe(end);
      expect(lost).toBeGreaterThan(0);
    });
  });
});
