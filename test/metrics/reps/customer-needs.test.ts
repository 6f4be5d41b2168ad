import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf, withMetrics } from '../run.ts';
import { contactLog } from './contact-log.ts';
import { march } from './review-rows.ts';

const at = (customer: string, day: string, amount: number, rep = 'Ann') => order(customer, `${customer} ${day}`, day, amount, { rep });

/** Ten customers that fell by 60 from January to February, of which 24 came back in March; then 40% is the share, and none stays away. */
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

  describe('the share that stays away', () => {
    const several = (name: string, count: number, ...days: readonly string[]) =>
      Array.from({ length: count }, (_, index) => days.map((day) => at(`${name}${index}`, day, 1))).flat();
    /** Of ten that bought in the quarter before the last, two did not in the last; the orders begin a year before the end of March. */
    const small = [at('small', '2025-11-03', 730), at('small', '2026-03-02', 730)];
    const buying = [...several('stays', 7, '2025-11-03', '2026-02-02'), ...several('goes', 2, '2025-11-03'), ...small];
    /** Of ten that had bought before and not in that quarter, five did not in the last. */
    const large = at('large', '2025-06-02', 365_000);
    const silent = [...several('back', 5, '2025-04-01', '2026-02-02'), ...several('gone', 4, '2025-06-02'), large];
    const feedback = ['large', 'small'].map((id) => ({ customer_id: id, kind: 'complaint', at: '2026-03-21', state: 'open' }));

    it('is put on what the customer usually buys, so that a large one that stopped comes before a small one that bought', async () => {
      const orders = [...buying, ...silent];
      // 365,000 in 365 days are 31,000 in the 31 days of March; 5 of 10 silent ones stayed away.
      expect(await of({ orders, feedback }, 'large')).toMatchObject({
        revenue: 0,
        fall: null,
        usual_revenue: 31_000,
        lapse_of_silent: true,
        lapse_customers: 10,
        lapsed_customers: 5,
        lapse_rate: 0.5,
        value: 15_500,
      });
      // 1,460 × 31 ÷ 365 = 124; 2 of 10 that bought stayed away.
      expect(await of({ orders, feedback }, 'small')).toMatchObject({
        revenue: 730,
        usual_revenue: 124,
        lapse_of_silent: false,
        lapse_customers: 10,
        lapsed_customers: 2,
        lapse_rate: 0.2,
        value: 24.8,
      });
    });

    it('does not turn on whether a customer with a rhythm bought in this very month', async () => {
      const orders = [...buying, ...silent];
      const value = async (last: string) => {
        const twice = [at('usual', '2025-11-03', 730), at('usual', last, 730)];
        return (await of({ orders: [...orders, ...twice], feedback: [{ ...feedback[0], customer_id: 'usual' }] }, 'usual'))!['value'];
      };
      // 124 × 2 ÷ 11: it is one of those that bought in both quarters.
      expect(await value('2026-03-02')).toBeCloseTo(248 / 11, 10);
      expect(await value('2026-01-05')).toBeCloseTo(248 / 11, 10);
    });

    it('is that of all together where fewer than ten are alike, and unknown of fewer than ten', async () => {
      // Without the five that came back, 5 of 5 silent ones and 2 of 10 others stayed away. The orders begin on 2025-06-02, 303 days before the end.
      const few = await of({ orders: [...buying, ...silent.slice(10)], feedback }, 'large');
      expect(few).toMatchObject({ lapse_of_silent: false, lapse_customers: 15, lapsed_customers: 7 });
      expect(few!['value']).toBeCloseTo((((365_000 * 31) / 303) * 7) / 15, 6);
      expect(await of({ orders: [large, ...small], feedback }, 'large')).toMatchObject({
        lapse_customers: 2,
        lapse_rate: null,
        value: null,
      });
    });

    it('is put on nothing where a customer bought nothing in a year, and on no less than nothing', async () => {
      const old = at('old', '2025-03-31', 9000);
      const back = [at('old', '2025-05-05', 10), at('old', '2025-05-06', -40)];
      const complaint = [{ ...feedback[0], customer_id: 'old' }];
      const orders = [...buying, ...silent, old];
      expect(await of({ orders, feedback: complaint }, 'old')).toMatchObject({ usual_revenue: null, value: null });
      expect(await of({ orders: [...orders, ...back], feedback: complaint }, 'old')).toMatchObject({ usual_revenue: 0, value: 0 });
    });

    it('takes the windows of a period that is longer than a quarter', async () => {
      const half = { as_of: '2026-03-31', period: { from: '2025-10-01', to: '2026-04-01' } };
      // From April to September ten bought, five of them again since; nobody had stopped by then.
      expect(await of({ orders: [...buying, ...silent], feedback, parameters: half }, 'large')).toMatchObject({
        usual_revenue: 182_000,
        lapse_of_silent: false,
        lapse_customers: 10,
        lapsed_customers: 5,
        value: 91_000,
      });
    });
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
