import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('counts of rules', () => {
  it('are of baskets without freight: 160 customers with five items', async () => {
    const [row] = await rowsOf('basket_counts', { orders: story, parameters: { as_of: asOf } });
    // Singles: five. Pairs: mill and cutters 48, lathe and chucks 48, lathe and lamp 16; lamp and chucks 3 · 3 are fewer than ten. So eight sets
    // and six rules. Four of them hold beyond chance, and of the two with the lamp both: all 16 lamps are with 80 of 160 that have a lathe.
    expect(row).toMatchObject({ baskets: 160, items: 5, least_count: 10, itemsets: 8, rules: 6, significant_rules: 6, redundant_rules: 0 });
  });
});
