import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

/** Of each rep so many customers bought 100 in February; of these so many again in March, for 100 each. */
const kept: Readonly<Record<string, readonly [bought: number, again: number]>> = {
  Ann: [20, 18],
  Bob: [20, 17],
  Cid: [20, 16],
  Dan: [20, 4],
};

const orders = Object.entries(kept).flatMap(([rep, [bought, again]]) =>
  Array.from({ length: bought }, (_, index) => `${rep}${String(index).padStart(2, '0')}`).flatMap((customer, index): Row[] => [
    order(customer, `${customer}-1`, '2026-02-02', 100, { rep }),
    ...(index < again ? [order(customer, `${customer}-2`, '2026-03-02', 100, { rep })] : []),
  ]),
);

const find = async (input: readonly Row[], rep: string, measure: string) =>
  (await rowsOf('rep_coaching', { orders: input, parameters: march })).find((row) => row['rep'] === rep && row['measure'] === measure);

describe('rep_coaching', () => {
  it('has what a rep is behind in, whether beyond chance, what the gap is worth and who is best', async () => {
    const row = await find(orders, 'Dan', 'retention');
    expect(row).toMatchObject({ value: 0.2, base: 20, is_behind: true, is_clear: true, best_rep: 'Ann', best_value: 0.9 });
    // Of 90%, 85%, 80% and 20% the median is 82.5%: 0.625 of 20 customers at 100 each.
    expect(row!['median']).toBeCloseTo(0.825, 12);
    expect(row!['worth']).toBeCloseTo(1250, 6);
    expect(Number(row!['p'])).toBeLessThan(0.01);
  });

  it('has one weakest measure a rep, none where it is behind in nothing', async () => {
    const rows = await rowsOf('rep_coaching', { orders, parameters: march });
    const weakest = rows.filter(({ is_weakest: is }) => is === true);
    // Cid is behind the median, but ahead of the others together.
    expect(weakest.map(({ rep, is_clear: clear }) => [rep, clear])).toEqual([['Dan', true]]);
    expect(await find(orders, 'Cid', 'retention')).toMatchObject({ is_behind: true, is_clear: false });
    expect(await find(orders, 'Ann', 'retention')).toMatchObject({ is_behind: false, worth: null, best_rep: null });
  });

  it('does not blame a rep for customers that others took over', async () => {
    const moved = orders.map((row) =>
      String(row['customer_id']).startsWith('Ann0') && row['ordered_at'] === '2026-03-02 10:00:00' ? { ...row, rep: 'Bob' } : row,
    );
    // Ann keeps 10 of her customers, of whom 8 bought again; the other 10 buy from Bob.
    expect(await find(moved, 'Ann', 'revenue_kept')).toMatchObject({ base: 1000, value: 0.8 });
  });

  it('says nothing of orders a customer of a rep who sold nothing before, and of two reps alone', async () => {
    const fresh = [...orders, order('new', 'n', '2026-03-20', 5, { rep: 'Eve' })];
    expect(await find(fresh, 'Eve', 'order_frequency')).toBeUndefined();
    expect(await find(fresh, 'Eve', 'average_order')).toMatchObject({ value: 5, is_behind: true });
    expect(await rowsOf('rep_coaching', { orders: orders.filter(({ rep }) => rep === 'Ann' || rep === 'Dan'), parameters: march })).toEqual(
      [],
    );
  });

  it('takes what a deal brings from the deals of all where a rep won none', async () => {
    const deal = (rep: string, index: number, state: string, amount: number | null): Row => ({
      opportunity_id: `${rep}${index}`,
      rep,
      state,
      amount,
      created_on: '2026-02-01',
      closed_on: '2026-03-11',
    });
    const opportunities = ['Ann', 'Bob', 'Cid'].flatMap((rep) =>
      Array.from({ length: 20 }, (_, index) => deal(rep, index, index < 14 ? 'won' : 'lost', 10)),
    );
    opportunities.push(...Array.from({ length: 20 }, (_, index) => deal('Dan', index, 'lost', null)));
    const rows = await rowsOf('rep_coaching', { opportunities, parameters: march });
    const row = rows.find(({ rep, measure }) => rep === 'Dan' && measure === 'win_rate')!;
    expect(row).toMatchObject({ is_behind: true, is_clear: true, is_weakest: true, base: 20 });
    // Gap of the rates, pulled to that of all, of 20 deals at 10 each.
    expect(row['worth']).toBeCloseTo((Number(row['median']) - Number(row['value'])) * 20 * 10, 9);
  });
});
