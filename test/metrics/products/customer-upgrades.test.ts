import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { editionLines, editions } from './editions.ts';

const parameters = { as_of: '2026-06-30' };

describe('who may move up', () => {
  it('owns the lower edition alone; it is worth the price difference times what is usually ordered', async () => {
    const rows = await rowsOf('customer_upgrades', { orders: editionLines, products: editions, parameters });
    expect(rows.map(({ customer_id }) => customer_id)).toEqual(['A', 'C']);
    // One, two and three at a time: two on average, of 150 more each. A and B began with the basic mill before any higher, and C; B moved.
    expect(rows[0]).toMatchObject({
      item: 'Mill Basic',
      next_item: 'Mill Pro',
      is_ready: 1,
      recent_orders: 2,
      before_orders: 1,
      first_on: '2024-07-15',
      last_on: '2026-03-01',
      quantity: 2,
      price_gap: 150,
      worth: 300,
      owners: 3,
      moved: 1,
    });
    expect(Number(rows[0]!['expected_value'])).toBeCloseTo(Number(rows[0]!['chance']) * 300, 9);
    expect(rows[1]).toMatchObject({ customer_id: 'C', is_ready: 0 });
  });

  it('is worth nothing that can be said without prices', async () => {
    const products = editions.map((product) => ({ ...product, price: null }));
    const rows = await rowsOf('customer_upgrades', { orders: editionLines, products, parameters: { ...parameters } });
    expect(rows[0]).toMatchObject({ price_gap: null, worth: null, expected_value: null });
  });
});
