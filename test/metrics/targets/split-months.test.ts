import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, ordersOf } from './split-orders.ts';

const months = (split: object, calendar: object = {}, count = 24) =>
  rowsOf('split_months', {
    orders: ordersOf('Ann', (month) => (month === 12 ? 9 : 1), {}, count),
    parameters: { as_of: asOf, targets: { calendar, split: { value: 1200, ...split } } },
  });

describe('split_months', () => {
  it('goes by the learned shares of the months of the period', async () => {
    const rows = await months({ period: { from: '2027-11-01', to: '2028-01-01' } });
    const [november, december] = [1 / 20, 9 / 20].map((share) => 1 / 12 + ((share - 1 / 12) * 2) / 3);
    expect(rows.map(({ month, share }) => [month, share])).toEqual([
      ['2027-11-01', expect.closeTo(november! / (november! + december!), 12)],
      ['2027-12-01', expect.closeTo(december! / (november! + december!), 12)],
    ]);
  });

  it('counts working days by the calendar', async () => {
    const rows = await months(
      { season: 'working-days', period: { from: '2027-02-01', to: '2027-04-01' } },
      { weekend: ['sun'], holidays: ['2027-02-02'] },
    );
    // February has 24 days but Sundays, one of them a holiday; March 27.
    expect(rows.map(({ working_days: days, share }) => [days, share])).toEqual([
      [23, 23 / 50],
      [27, 27 / 50],
    ]);
  });

  it('grows from month to month as the number has grown on last year', async () => {
    // 20 a year; 40 are asked for.
    const rows = await months({ value: 40, season: 'growth' });
    expect(Number(rows[11]!['share']) / Number(rows[0]!['share'])).toBeCloseTo(2 ** (11 / 12), 9);
  });

  it('is even without a full year to learn from', async () => {
    const rows = await months({}, {}, 6);
    expect(rows.map(({ share, learned }) => [share, learned])).toEqual(Array.from({ length: 12 }, () => [1 / 12, null]));
  });
});
