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
    const { customers, ages } = firsts[item]!;
    for (const [place, first] of ages.entries()) if (first >= age) addBit(owners, customers[place]!);
    known.set(key, owners);
    return owners;
  };
  return {
    lines,
    ownersOf,
    newOwnersOf: (item, age, days) => difference(ownersOf(item, age - days), ownersOf(item, age)),
    activeAt: (age) => {
      const active = emptyBitSet(size);
      for (let line = 0; line < lines.age.length; line += 1) {
        const days = lines.age[line]!;
        if (days >= age && days < age + activeDays) addBit(active, lines.customer[line]!);
      }
      return active;
    },
    recentBuyersAt: (age) => {
      const [buyers, latest] = [buyersBetween(lines, age, age + horizonDays), buyersBetween(lines, age, age + sellDays)];
      return buyers.map((customers, item) => (latest[item]! >= leastRecentBuyers ? customers : 0));
    },
  };
}

/** The customers of an item, each with the days from its first purchase to the as-of date. */
interface FirstAges {
  readonly customers: number[];
  readonly ages: number[];
}

/** By item; the lines of a customer follow one another. */
function firstAges(lines: GoodsLines): FirstAges[] {
  const firsts = lines.items.map((): FirstAges => ({ customers: [], ages: [] }));
  for (let line = 0; line < lines.item.length; line += 1) {
    const { customers, ages } = firsts[lines.item[line]!]!;
    const [customer, age, last] = [lines.customer[line]!, lines.age[line]!, ages.length - 1];
    if (customers[last] !== customer) {
      customers.push(customer);
      ages.push(age);
    } else if (age > ages[last]!) {
      ages[last] = age;
    }
  }
  return firsts;
}

/** How many customers bought each item, `from` to before `to` days before the as-of date. */
function buyersBetween(lines: GoodsLines, from: number, to: number): Int32Array {
  const buyers = new Int32Array(lines.items.length);
  // The lines of a customer follow one another.
  const last = new Int32Array(lines.items.length).fill(-1);
  for (let line = 0; line < lines.age.length; line += 1) {
    const [item, customer, age] = [lines.item[line]!, lines.customer[line]!, lines.age[line]!];
    if (age < from || age >= to || last[item] === customer) continue;
    last[item] = customer;
    buyers[item]! += 1;
  }
  return buyers;
}
