import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

/** Of one customer: January, February, March. */
const months = (customer: string, ...amounts: readonly number[]) =>
  amounts.flatMap((amount, index) => (amount === 0 ? [] : [order(customer, `${customer}${index}`, `2026-0${index + 1}-02`, amount)]));

describe('fall_recovery', () => {
  it('sums what came back of what customers bought less, each at most what it had bought less', async () => {
    const orders = [
      // Fell by 60, 20 of it came back.
      ...months('part', 100, 40, 60),
      // Fell by 50, all of it and more came back.
      ...months('more', 50, 0, 500),
      // Fell by 100 and fell on.
      ...months('gone', 200, 100, 0),
      // A quarter less is no fall, and who was not there before cannot fall.
      ...months('swing', 100, 75, 10),
      ...months('new', 0, 100, 10),
    ];
    const [row] = await rowsOf('fall_recovery', { orders, parameters: march });
    expect(row).toEqual({ fall_of: 'previous', customers: 3, fell: 210, recovered: 70, share: 70 / 210 });
  });

  it('compares to date where the as-of date lies in the period', async () => {
    const orders = [...months('back', 100, 40, 60), order('back', 'late', '2026-01-20', 900), order('back', 'later', '2026-02-20', 900)];
    const [row] = await rowsOf('fall_recovery', { orders, parameters: { ...march, as_of: '2026-03-10' } });
    expect(row).toMatchObject({ customers: 1, fell: 60, recovered: 20 });
  });

  it('knows nothing where the orders do not reach back two periods', async () => {
    const orders = [order('a', '1', '2026-02-10', 100), order('a', '2', '2026-03-02', 5)];
    const [row] = await rowsOf('fall_recovery', { orders, parameters: march });
    expect(row).toEqual({ fall_of: 'previous', customers: 0, fell: 0, recovered: 0, share: null });
  });
});
