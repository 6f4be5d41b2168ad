import { addBit, type BitSet, difference, emptyBitSet } from '../../stats/market-basket/bit-set.ts';
import type { GoodsLines } from './lines.ts';

/** Half a year: within it an offer is to be taken up. */
export const horizonDays = 182;

/** Whoever bought nothing for a year is no customer to make offers to. */
const activeDays = 2 * horizonDays;

/** An item that fewer customers bought in the last quarter is not sold any more. */
const sellDays = horizonDays / 2;
const leastRecentBuyers = 2;

/** Who owned what on any day, of the lines of a run. */
export interface Ownership {
  readonly lines: GoodsLines;
  /** The customers who had bought the item by the day that lies `age` days before the as-of date. */
  readonly ownersOf: (item: number, age: number) => BitSet;
  /** Those of them whose first purchase of it lies in the `days` after that day. */
  readonly newOwnersOf: (item: number, age: number, days: number) => BitSet;
  /** The customers who bought anything in the year up to the day. */
  readonly activeAt: (age: number) => BitSet;
  /** How many customers bought each item in the half year up to the day; 0 of an item that is not sold any more. */
  readonly recentBuyersAt: (age: number) => Int32Array;
}

export function ownershipOf(lines: GoodsLines): Ownership {
  const size = lines.customers.length;
  const firsts = firstAges(lines);
  const known = new Map<string, BitSet>();
  const ownersOf = (item: number, age: number): BitSet => {
    const key = `${item} ${age}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const owners = emptyBitSet(size);
    for (const [customer, first] of firsts[item]!) if (first >= age) addBit(owners, customer);
    known.set(key, owners);
    return owners;
  };
  return {
    lines,
    ownersOf,
    newOwnersOf: (item, age, days) => difference(ownersOf(item, age - days), ownersOf(item, age)),
    activeAt: (age) => {
      const active = emptyBitSet(size);
      for (const [line, days] of lines.age.entries()) if (days >= age && days < age + activeDays) addBit(active, lines.customer[line]!);
      return active;
    },
    recentBuyersAt: (age) => {
      const [buyers, latest] = [buyersBetween(lines, age, age + horizonDays), buyersBetween(lines, age, age + sellDays)];
      return buyers.map((customers, item) => (latest[item]! >= leastRecentBuyers ? customers : 0));
    },
  };
}

/** Of each item the customers with the days from their first purchase of it to the as-of date. */
function firstAges(lines: GoodsLines): Map<number, number>[] {
  const firsts = lines.items.map(() => new Map<number, number>());
  for (const [line, item] of lines.item.entries()) {
    const [own, customer, age] = [firsts[item]!, lines.customer[line]!, lines.age[line]!];
    const first = own.get(customer);
    if (first === undefined || age > first) own.set(customer, age);
  }
  return firsts;
}

/** How many customers bought each item, `from` to before `to` days before the as-of date. */
function buyersBetween(lines: GoodsLines, from: number, to: number): Int32Array {
  const buyers = lines.items.map(() => new Set<number>());
  for (const [line, age] of lines.age.entries()) if (age >= from && age < to) buyers[lines.item[line]!]!.add(lines.customer[line]!);
  return Int32Array.from(buyers, ({ size }) => size);
}
