import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('offers to customers', () => {
  it('are what others with the same machine came to buy, with the chance and the value of that', async () => {
    const rows = await rowsOf('customer_offers', { orders: story, parameters: { as_of: asOf } });
    // The latest cohort has its machines and lacks what goes with them: of the two before, 32 + 32 of 40 with a mill came to buy cutters …
    const first = rows.filter(({ place }) => place === 1);
    expect(first.find(({ customer_id }) => customer_id === 'C1-38')).toMatchObject({
      item: 'Cutters',
      because: 'Mill',
      days: 182,
      typical_value: 100,
    });
    expect(first.find(({ customer_id }) => customer_id === 'C1-39')).toMatchObject({ item: 'Chucks' });
    // Whoever has both lacks nothing that one in twenty like it bought.
    expect(rows.some(({ customer_id }) => customer_id === 'C2-00')).toBe(false);
    const { chance, expected_value: expected, chance_low: low, chance_high: high } = first[0]!;
    expect(Number(expected)).toBeCloseTo(Number(chance) * 100, 9);
    expect(Number(low) < Number(chance) && Number(chance) < Number(high)).toBe(true);
  });

  it('name nothing that is no goods, and nobody who is lost', async () => {
    const rows = await rowsOf('customer_offers', { orders: story, parameters: { as_of: asOf } });
    expect(rows.some(({ item }) => item === 'Freight')).toBe(false);
    // The oldest cohort has been silent for more than a year.
    expect(rows.some(({ customer_id }) => String(customer_id).startsWith('C4-'))).toBe(false);
  });

  it('are none of another edition of what a customer owns', async () => {
    const products = [
      { product_id: 'Mill', name: 'Mill', upgrade_to: 'Cutters' },
      { product_id: 'Cutters', name: 'Cutters' },
    ];
    const rows = await rowsOf('customer_offers', { orders: story, products, parameters: { as_of: asOf } });
    expect(rows.some(({ customer_id, item }) => customer_id === 'C1-38' && item === 'Cutters')).toBe(false);
  });
});
