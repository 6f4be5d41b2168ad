import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf, withMetrics } from '../run.ts';
import { contactLog } from './contact-log.ts';
import { march } from './review-rows.ts';

const at = (customer: string, day: string, amount: number, rep = 'Ann') => order(customer, `${customer} ${day}`, day, amount, { rep });

/** Ten customers that fell by 60 from January to February, of which 24 came back in March; then 40 % is the share, and none stays away. */
const crowd = Array.from({ length: 10 }, (_, index) => [
  at(`crowd${index}`, '2026-01-02', 100),
  at(`crowd${index}`, '2026-02-02', 40),
  at(`crowd${index}`, '2026-03-02', 64),
]).flat();

const of = async (input: Parameters<typeof rowsOf>[1], customer: string) =>
  (await rowsOf('customer_needs', { parameters: march, ...input })).find(({ customer_id: id }) => id === customer);

describe('customer_needs', () => {
  it('has who buys clearly less than before, with the part that usually comes back', async () => {
    const orders = [
      ...crowd,
      at('less', '2026-02-02', 1000),
      at('less', '2026-03-02', 500),
      at('swing', '2026-02-02', 10),
      at('swing', '2026-03-02', 8),
    ];
    expect(await of({ orders }, 'less')).toMatchObject({
      rep: 'Ann',
      revenue: 500,
      fall: 500,
      fall_share: 0.5,
      recovery_rate: 0.4,
      value: 200,
    });
    expect(await of({ orders }, 'swing')).toBeUndefined();
  });

  it('takes no season for a fall: it is no more than the one against the year before', async () => {
    const season = (year: number) => [at('season', '2025-03-05', year), at('season', '2026-02-02', 1000), at('season', '2026-03-02', 100)];
    const early = at('early', '2025-03-01', 1);
    expect(await of({ orders: [...crowd, early, ...season(100)] }, 'season')).toBeUndefined();
    expect(await of({ orders: [...crowd, early, ...season(600)] }, 'season')).toMatchObject({ fall: 500, fall_share: 0.5 });
  });

  it('says who it is for: the owner, else who sold most', async () => {
    const orders = [at('shared', '2026-02-02', 30, 'Bob'), at('shared', '2026-02-03', 70, 'Ann'), at('owned', '2026-02-03', 70, 'Ann')];
    const input = { orders, customers: [{ customer_id: 'owned', owner: 'Eve' }] };
    expect([(await of(input, 'shared'))!['rep'], (await of(input, 'owned'))!['rep']]).toEqual(['Ann', 'Eve']);
  });

  it('has open complaints, and calls that were planned and not made', async () => {
    const orders = [at('a', '2026-03-02', 90), at('b', '2026-03-02', 90), at('c', '2026-03-02', 90)];
    const feedback = [{ customer_id: 'a', kind: 'complaint', at: '2026-03-21', state: 'open' }];
    const activities = [
      { customer_id: 'b', at: '2026-03-02', next_at: '2026-03-20' },
      { customer_id: 'c', at: '2026-03-02', next_at: '2026-03-20' },
      { customer_id: 'c', at: '2026-03-25', next_at: '2026-04-20' },
    ];
    const input = { orders, feedback, activities };
    expect(await of(input, 'a')).toMatchObject({ open_complaints: 1, complaint_days: 10, fall: null, value: null });
    expect(await of(input, 'b')).toMatchObject({ missed_on: '2026-03-20', open_complaints: 0 });
    expect(await of(input, 'c')).toBeUndefined();
  });

  it('puts the share that stays away on the revenue of who complains', async () => {
    // Of ten who bought in February, two did not come back.
    const orders = crowd.filter(({ order_id: id }) => !['crowd0 2026-03-02', 'crowd1 2026-03-02'].includes(String(id)));
    const feedback = [{ customer_id: 'crowd5', kind: 'complaint', at: '2026-03-21', state: 'open' }];
    expect(await of({ orders, feedback }, 'crowd5')).toMatchObject({ revenue: 64, lapse_rate: 0.2, value: 12.8 });
  });

  it('has the neglected customers of contact_customers and no others, silent up to the as-of date', async () => {
    const both = (asOf: string, activities: readonly Row[]) =>
      withMetrics(
        ['customer_needs'],
        { ...contactLog, activities, parameters: { ...contactLog.parameters, as_of: asOf } },
        async ({ table }) => [
          (await table('customer_needs')).filter((row) => row['is_neglected']).map((row) => [row['customer_id'], row['silent_days']]),
          (await table('contact_customers')).filter((row) => row['is_neglected']).map((row) => [row['customer_id'], row['silent_days']]),
        ],
      );
    expect(await both('2026-03-31', contactLog.activities)).toEqual([[['top', 57]], [['top', 57]]]);
    // The period is March; the silence goes on to the day on which it is asked.
    const late = [
      ['mid', 49],
      ['top', 77],
    ];
    expect(await both('2026-04-20', contactLog.activities)).toEqual([late, late]);
    const called = [...contactLog.activities, { customer_id: 'top', rep: 'Ann', at: '2026-04-10 09:00:00', channel: 'call' }];
    expect(await both('2026-04-20', called)).toEqual([[late[0]], [late[0]]]);
  });
});
