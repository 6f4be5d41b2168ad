import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const may = { from: '2026-05-01', to: '2026-06-01' };
const july = { from: '2026-07-01', to: '2026-08-01' };
const parameters = { as_of: '2026-07-31', comparison: { before: may, after: july } };

/** Sixty customers who buy once in May, and as often and for as much more in July as `later` says. */
function orders(later: { orders: number; factor: number }): Row[] {
  const customers = Array.from({ length: 60 }, (_, index) => ({ id: `C${index}`, size: 20 + ((index * 37) % 60) }));
  return customers.flatMap(({ id, size }, index) => [
    order(id, `first-${id}`, '2026-01-05', 1),
    order(id, `may-${id}`, addDays('2026-05-01', index % 28), size),
    ...Array.from({ length: later.orders }, (_, n) =>
      order(id, `july-${n}-${id}`, addDays('2026-07-01', (index + 9 * n) % 31), size * later.factor),
    ),
  ]);
}

async function changes(rows: readonly Row[], own: unknown = parameters): Promise<Map<string, Row>> {
  const found = await rowsOf('period_changes', { orders: rows, parameters: own });
  return new Map(found.map((row) => [String(row['measure']), row]));
}

describe('period_changes', () => {
  it('finds what every customer does more of to be more than chance, and what stays to be within', async () => {
    const rows = await changes(orders({ orders: 2, factor: 1 }));
    expect(rows.get('orders')).toMatchObject({
      before: 60,
      after: 120,
      difference: 60,
      relative_difference: 1,
      verdict: 'more_than_chance',
      low: 60,
      high: 60,
    });
    expect(rows.get('repeat_rate')).toMatchObject({ before: 0, after: 1, verdict: 'more_than_chance', test: 'score' });
    expect(rows.get('customers')).toMatchObject({ difference: 0, p: 1, verdict: 'within_chance' });
    expect(rows.get('average_order')).toMatchObject({ difference: 0, verdict: 'within_chance' });
  });

  it('finds no difference between a period and itself', async () => {
    const rows = await changes(orders({ orders: 2, factor: 1.3 }), { ...parameters, comparison: { before: july, after: july } });
    expect(rows.size).toBe(10);
    for (const row of rows.values()) {
      expect(row['difference'], String(row['measure'])).toBe(0);
      expect(row['p']).toBe(1);
      expect(row['p_adjusted']).toBe(1);
      expect(row['verdict']).toMatch(/within_chance|cannot_tell/);
    }
  });

  it('does not depend on the order of the rows', async () => {
    const rows = orders({ orders: 1, factor: 1.1 });
    expect(await changes(rows.toReversed())).toEqual(await changes(rows));
  });

  it('is empty where no order has a date to go by', async () => {
    expect(await rowsOf('period_changes', { orders: orders({ orders: 1, factor: 1 }) })).toEqual([]);
  });
});
