import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('which list is better', () => {
  it('is that of the rules where they hit beyond chance', async () => {
    const rows = await rowsOf('offer_contests', { orders: story, parameters: { as_of: asOf } });
    const rules = rows.find(({ list_id, against_id }) => list_id === 'rules' && against_id === 'best_sellers')!;
    expect(rules['followed']).toBe(1);
    expect(Number(rules['lift'])).toBeGreaterThan(1);
    expect(Number(rules['difference_low'])).toBeGreaterThan(0);
  });

  it('is that of best sellers where everybody buys alike', async () => {
    // Without the machine that tells who buys what.
    const orders = story.map((row) => (row['product'] === 'Lathe' ? { ...row, product: 'Mill' } : row));
    const rows = await rowsOf('offer_contests', { orders, parameters: { as_of: asOf } });
    expect(rows.find(({ list_id, against_id }) => list_id === 'rules' && against_id === 'best_sellers')).toMatchObject({ followed: 0 });
  });
});
