import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, story } from './story.ts';

describe('rules', () => {
  it('say what stands together beyond chance, the most first, with their counts', async () => {
    const rows = await rowsOf('basket_rules', { orders: story, parameters: { as_of: asOf } });
    const pair = rows.find(({ left_items, right_item }) => left_items === 'Mill' && right_item === 'Cutters');
    expect(pair).toMatchObject({
      both_count: 48,
      left_count: 80,
      right_count: 48,
      support: 0.3,
      confidence: 0.6,
      lift: 2,
      leverage: 0.15,
      conviction: 1.75,
      significant: 1,
      redundant: 0,
    });
    expect(rows.map(({ rule_order }) => rule_order)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(0, 4).map(({ leverage }) => leverage)).toEqual([0.15, 0.15, 0.15, 0.15]);
    // Whoever has cutters has a mill: the rule never fails.
    expect(rows.find(({ left_items }) => left_items === 'Cutters')).toMatchObject({ confidence: 1, conviction: null });
  });

  it('have the confidence that is asked for', async () => {
    const parameters = { as_of: asOf, cross_sell: { min_confidence: 0.9 } };
    const rows = await rowsOf('basket_rules', { orders: story, parameters });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ confidence }) => Number(confidence) >= 0.9)).toBe(true);
  });
});
