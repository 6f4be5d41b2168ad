import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBaskets } from '../../../src/stats/market-basket/baskets.ts';
import { frequentItemsets } from '../../../src/stats/market-basket/itemsets.ts';

const all = { mostItems: Infinity, mostItemsets: Infinity };

/** All sets counted one by one. */
function counted(baskets: readonly (readonly string[])[], leastCount: number): [string, number][] {
  const items = [...new Set(baskets.flat())].toSorted();
  return Array.from({ length: 2 ** items.length - 1 }, (_, index) => items.filter((_item, place) => ((index + 1) >> place) & 1))
    .map((set): [string, number] => [set.join(), baskets.filter((basket) => set.every((item) => basket.includes(item))).length])
    .filter(([, count]) => count >= leastCount)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

describe('frequent sets of items', () => {
  it('are those that counting them one by one finds', () => {
    const basket = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(basket, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (baskets, leastCount) => {
        const { items } = readBaskets(baskets);
        const found = frequentItemsets(readBaskets(baskets), { leastCount, ...all })!;
        expect(
          found
            .map((set): [string, number] => [set.items.map((item) => items[item]).join(), set.count])
            .toSorted(([one], [other]) => (one < other ? -1 : 1)),
        ).toEqual(counted(baskets, leastCount));
      }),
    );
  });

  it('do not depend on the order of the baskets and of the items in them', () => {
    const baskets = [
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['c', 'a'],
      ['a', 'b'],
    ];
    const sets = (of: readonly string[][]) => frequentItemsets(readBaskets(of), { leastCount: 2, ...all });
    expect(sets(baskets.toReversed().map((basket) => basket.toReversed()))).toEqual(sets(baskets));
  });

  it('have no more items than asked for', () => {
    const baskets = readBaskets([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    const sizes = (mostItems: number) => frequentItemsets(baskets, { leastCount: 2, ...all, mostItems })!.map(({ items }) => items.length);
    expect(sizes(1)).toEqual([1, 1, 1]);
    expect(sizes(2)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(sizes(3)).toEqual([1, 1, 1, 2, 2, 2, 3]);
  });

  it('are none where there are more of them than may be', () => {
    const baskets = readBaskets([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    const most = (mostItemsets: number) => frequentItemsets(baskets, { leastCount: 2, ...all, mostItemsets })?.length ?? null;
    expect([1, 6, 7].map(most)).toEqual([null, null, 7]);
  });

  it('are of one basket at least', () => {
    expect(() => frequentItemsets(readBaskets([['a']]), { leastCount: 0, ...all })).toThrow(RangeError);
    expect(frequentItemsets(readBaskets([]), { leastCount: 1, ...all })).toEqual([]);
  });
});
