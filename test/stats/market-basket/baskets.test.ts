import { describe, expect, it } from 'vitest';
import { readBaskets } from '../../../src/stats/market-basket/baskets.ts';

describe('baskets', () => {
  it('count an item that is twice in one basket once, and baskets without any', () => {
    const { size, items, holders } = readBaskets([['b', 'a', 'b'], [], ['b']]);
    expect([size, items]).toEqual([3, ['a', 'b']]);
    expect(holders.map((held) => [...held])).toEqual([[0], [0, 2]]);
  });
});
