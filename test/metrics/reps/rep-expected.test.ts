import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('rep_expected', () => {
  it('expects of a book what customers of the same kind bring others', async () => {
    const kinds = { rich: 1000, poor: 10 };
    // Ann has rich customers and sells them less than Bob does; Cid has poor ones and sells them twice as much.
    const books = [
      { rep: 'Ann', kind: 'rich', times: 0.8 },
      { rep: 'Bob', kind: 'rich', times: 1 },
      { rep: 'Bob', kind: 'poor', times: 1 },
      { rep: 'Cid', kind: 'poor', times: 2 },
    ] as const;
    const customers = books.flatMap(({ rep, kind, times }) =>
      Array.from({ length: 200 }, (_, index) => ({
        customer_id: `${rep}${kind}${index}`,
        owner: rep,
        industry: kind,
        amount: kinds[kind] * times,
      })),
    );
    const rows = await rowsOf('rep_expected', {
      customers: customers.map(({ customer_id, owner, industry }) => ({ customer_id, owner, industry })),
      orders: customers.map(({ customer_id, owner, amount }) => order(customer_id, customer_id, '2026-03-01', amount, { rep: owner })),
      parameters: march,
    });
    expect(rows.map(({ rep, book, revenue, like_rank: rank }) => [rep, book, revenue, rank])).toEqual([
      ['Ann', 200, 160_000, 3],
      ['Bob', 400, 202_000, 2],
      ['Cid', 200, 4000, 1],
    ]);
    expect(rows[0]!['like_for_like']).toBeLessThan(1);
  });

  it('is empty of a single rep', async () => {
    expect(await rowsOf('rep_expected', { orders: [order('c', '1', '2026-03-01', 1, { rep: 'Ann' })], parameters: march })).toEqual([]);
  });
});
