import type { Baskets } from './baskets.ts';
import { addBit, type BitSet, emptyBitSet, intersection, sizeOf } from './bit-set.ts';

/** Items that stand together in `count` baskets. */
export interface Itemset {
  /** Their places among the items of the baskets, ascending. */
  readonly items: readonly number[];
  readonly count: number;
}

export interface ItemsetLimits {
  /** Baskets that must hold all items of a set, at least 1. */
  readonly leastCount: number;
  /** Items of the largest set; Infinity: any number. */
  readonly mostItems: number;
  /** Sets of which there may be so many at most. */
  readonly mostItemsets: number;
}

/** An item that may stand beside those of a set, and which of the baskets of the set hold it. */
interface Extension {
  readonly item: number;
  readonly holders: BitSet;
  readonly count: number;
}

/**
 * All sets of items that at least so many baskets hold, single items among them, by items; null where there are more than `mostItemsets`.
 * Depth first over sets of baskets, the rarest items first, each item's sets within its own baskets. Source: Zaki (2000), Scalable algorithms
 * for association mining, IEEE TKDE 12(3), 372-390 (Eclat).
 */
export function frequentItemsets({ size, holders }: Baskets, limits: ItemsetLimits): Itemset[] | null {
  const { leastCount, mostItems, mostItemsets } = limits;
  if (!(leastCount >= 1)) throw new RangeError(`a set has to be in one basket at least, not in ${leastCount}`);
  const rarest = holders
    .map(({ length }, item) => ({ item, count: length }))
    .filter(({ count }) => count >= leastCount)
    .toSorted((first, second) => first.count - second.count || first.item - second.item);
  const held = contentsOf(rarest, holders, size);
  const found: Itemset[] = [];
  const extend = (items: readonly number[], extensions: readonly Extension[]): boolean => {
    for (const [place, { item, holders: own, count }] of extensions.entries()) {
      const set = [...items, item];
      found.push({ items: set.toSorted(ascending), count });
      if (found.length > mostItemsets) return false;
      if (set.length === mostItems) continue;
      const further = extensions.slice(place + 1).flatMap((other) => {
        const both = intersection(own, other.holders);
        const shared = sizeOf(both);
        return shared >= leastCount ? [{ item: other.item, holders: both, count: shared }] : [];
      });
      if (!extend(set, further)) return false;
    }
    return true;
  };
  for (const [place, { item, count }] of rarest.entries()) {
    found.push({ items: [item], count });
    if (found.length > mostItemsets) return null;
    if (mostItems === 1) continue;
    const extensions = beside(place, { rarest, held, baskets: holders[item]!, leastCount });
    if (!extend([item], extensions)) return null;
  }
  return found.toSorted(byItems);
}

interface Counted {
  readonly item: number;
  readonly count: number;
}

/** What each basket holds of these items, by their places in the list, ascending. */
function contentsOf(listed: readonly Counted[], holders: readonly Int32Array[], size: number): number[][] {
  const held: number[][] = Array.from({ length: size }, () => []);
  for (const [place, { item }] of listed.entries()) for (const basket of holders[item]!) held[basket]!.push(place);
  return held;
}

/** The items further down the list that enough baskets of the one at the place hold, with those of its baskets, numbered anew. */
function beside(
  place: number,
  {
    rarest,
    held,
    baskets,
    leastCount,
  }: {
    readonly rarest: readonly Counted[];
    readonly held: readonly (readonly number[])[];
    readonly baskets: Int32Array;
    readonly leastCount: number;
  },
): Extension[] {
  const counts = new Int32Array(rarest.length);
  for (const basket of baskets) for (const other of held[basket]!) counts[other]! += 1;
  const sets = new Map<number, BitSet>();
  for (let other = place + 1; other < counts.length; other += 1)
    if (counts[other]! >= leastCount) sets.set(other, emptyBitSet(baskets.length));
  if (sets.size === 0) return [];
  for (const [own, basket] of baskets.entries())
    for (const other of held[basket]!) {
      const set = sets.get(other);
      if (set !== undefined) addBit(set, own);
    }
  return [...sets].map(([other, set]) => ({ item: rarest[other]!.item, holders: set, count: counts[other]! }));
}

function ascending(first: number, second: number): number {
  return first - second;
}

/** Fewer items first, then by the places of the items. */
function byItems({ items: first }: Itemset, { items: second }: Itemset): number {
  if (first.length !== second.length) return first.length - second.length;
  const place = first.findIndex((item, index) => item !== second[index]);
  return place === -1 ? 0 : first[place]! - second[place]!;
}
