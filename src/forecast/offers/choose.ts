import { type BitSet, bitsIn, difference, intersection, sizeOf, sharedSize, union } from '../../stats/market-basket/bit-set.ts';
import { baseRate, type PastWindow, shrunkRate, type Taken } from './chances.ts';
import type { MinedRules } from './mined-rules.ts';
import type { Ownership } from './owned.ts';

/** So many offers are made to a customer at most. */
export const mostOffers = 3;

/** An offer that fewer than one in twenty take up is not worth a call. */
const leastChance = 0.05;

/** An offer of an item to those of whom something holds. */
export interface OfferGround {
  readonly item: number;
  /** What they bought, by a rule; null: nothing that a rule on the item goes by. */
  readonly left: readonly number[] | null;
  /** What past windows say of those like them; null where there was none. */
  readonly taken: Taken | null;
  /** The rate of all who lacked the item in the same windows; null where there was none. */
  readonly base: number | null;
  /** What offers are ordered by: the chance drawn towards the rate of all; without past windows the share of owners. */
  readonly worth: number;
  /** Whom it may be made to. */
  readonly customers: BitSet;
}

export interface Offer {
  readonly customer: number;
  readonly item: number;
  /** Null: a best seller that the customer lacks. */
  readonly ground: OfferGround | null;
}

/** What offers on a day are made with. */
export interface Grounds {
  readonly ownership: Ownership;
  /** Days from the day to the as-of date. */
  readonly age: number;
  /** Whom offers may be made to. */
  readonly customers: BitSet;
  /** For each item the others that rule it out: whoever owns one of them needs no offer of it. */
  readonly instead: ReadonlyMap<number, readonly number[]>;
}

/** Who is asked on a day, and who of them bought. */
interface Asked {
  /** Those who lack the item. */
  readonly lacking: BitSet;
  /** Those who came to own it within the window; null for the day itself. */
  readonly buyers: BitSet | null;
  readonly ownersOf: (item: number) => BitSet;
}

/**
 * What each item that is still sold can be offered on: the rules that raise its chance, and for whom none of them holds nothing. Every customer
 * who lacks the item stands at its most promising rule. Most promising first.
 */
export function offerGrounds(mined: MinedRules, windows: readonly PastWindow[], grounds: Grounds): OfferGround[] {
  const { ownership, age } = grounds;
  const recent = ownership.recentBuyersAt(age);
  const active = windows.map((window) => ownership.activeAt(window.age));
  const rules = keptRules(mined, ownership.lines.items);
  const lacking = lackingOf(grounds);
  return [...recent.keys()]
    .filter((item) => recent[item]! > 0)
    .flatMap((item) => {
      const now: Asked = { lacking: lacking(item), buyers: null, ownersOf: (own) => ownership.ownersOf(own, age) };
      const past = windows.map((window, index): Asked => ({
        lacking: difference(active[index]!, ownership.ownersOf(item, window.age)),
        buyers: ownership.newOwnersOf(item, window.age, window.days),
        ownersOf: (own) => ownership.ownersOf(own, window.age),
      }));
      const share = recent[item]! / Math.max(1, sizeOf(grounds.customers));
      return groundsOf(item, rules.get(item) ?? [], { now, past, share });
    })
    .toSorted(
      (one, other) =>
        other.worth - one.worth || (one.left?.length ?? 9) - (other.left?.length ?? 9) || one.item - other.item || byItems(one, other),
    );
}

interface KeptRule {
  readonly left: readonly number[];
  readonly confidence: number;
}

/** Rules that are significant and not redundant, by the item on the right; items by their places in the lines. */
function keptRules(mined: MinedRules, items: readonly string[]): Map<number, KeptRule[]> {
  const places = new Map(items.map((item, place) => [item, place]));
  const placeOf = (item: number): number => places.get(mined.items[item]!)!;
  const kept = new Map<number, KeptRule[]>();
  for (const rule of mined.rules) {
    if (!rule.significant || rule.redundant) continue;
    const right = placeOf(rule.right);
    const own = kept.get(right) ?? [];
    kept.set(right, own);
    own.push({ left: rule.left.map(placeOf), confidence: rule.count / rule.leftCount });
  }
  return kept;
}

/** The grounds of one item: its rules in the order of their worth, and the rest. */
function groundsOf(
  item: number,
  rules: readonly KeptRule[],
  { now, past, share }: { readonly now: Asked; readonly past: readonly Asked[]; readonly share: number },
): OfferGround[] {
  const isMeasured = past.length > 0;
  const base = isMeasured ? baseRate(takenOf(past, null)) : null;
  const judged = rules
    .map(({ left, confidence }) => {
      const taken = isMeasured ? takenOf(past, left) : null;
      return { left, taken, worth: taken === null ? confidence : shrunkRate(taken, base!) };
    })
    .filter(({ worth }) => worth > (base ?? share))
    .toSorted((one, other) => other.worth - one.worth || one.left.length - other.left.length || byItems(one, other));
  let rest = now.lacking;
  const grounds = judged.map(({ left, taken, worth }): OfferGround => {
    const owners = intersection(rest, ownersOfAll(now, left));
    rest = difference(rest, owners);
    return { item, left, taken, base, worth, customers: owners };
  });
  const others = past.map((asked) => {
    const named = judged.reduce((set, { left }) => union(set, ownersOfAll(asked, left)), difference(asked.lacking, asked.lacking));
    return { ...asked, lacking: difference(asked.lacking, named) };
  });
  const taken = isMeasured ? takenOf(others, null) : null;
  return [...grounds, { item, left: null, taken, base, worth: taken === null ? share : shrunkRate(taken, base!), customers: rest }];
}

/** Of those asked who own all these items, how many bought. */
function takenOf(past: readonly Asked[], left: readonly number[] | null): Taken {
  const taken = { customers: 0, bought: 0 };
  for (const asked of past) {
    const own = left === null ? asked.lacking : intersection(asked.lacking, ownersOfAll(asked, left));
    taken.customers += sizeOf(own);
    taken.bought += sharedSize(own, asked.buyers!);
  }
  return taken;
}

function ownersOfAll({ ownersOf }: Asked, left: readonly number[]): BitSet {
  return left.slice(1).reduce((set, item) => intersection(set, ownersOf(item)), ownersOf(left[0]!));
}

function byItems(
  { left: one }: { readonly left: readonly number[] | null },
  { left: other }: { readonly left: readonly number[] | null },
): number {
  if (one === null || other === null) return 0;
  const place = one.findIndex((item, index) => item !== other[index]);
  return place === -1 ? 0 : one[place]! - (other[place] ?? -1);
}

/** Whether the chance, where it is known, is worth a call. */
export function isWorthwhile(ground: OfferGround | null): boolean {
  return ground === null || ground.taken === null || ground.worth >= leastChance;
}

/** The most promising offers to each customer, three at most, each item once. */
export function bestOffers(offered: readonly OfferGround[], { ownership }: Grounds): Offer[] {
  const offers = openOffers(ownership.lines.customers.length);
  for (const ground of offered.filter(isWorthwhile))
    for (const customer of bitsIn(ground.customers)) offers.add({ customer, item: ground.item, ground }, mostOffers);
  return offers.all();
}

/** The items that most customers bought of late, to each customer as many as `most` says of those that it lacks. */
export function offersOfBestSellers(most: (customer: number) => number, grounds: Grounds): Offer[] {
  const { ownership, age } = grounds;
  const recent = ownership.recentBuyersAt(age);
  const lacking = lackingOf(grounds);
  const offers = openOffers(ownership.lines.customers.length);
  const items = [...recent.keys()]
    .filter((item) => recent[item]! > 0)
    .toSorted((one, other) => recent[other]! - recent[one]! || one - other);
  for (const item of items) for (const customer of bitsIn(lacking(item))) offers.add({ customer, item, ground: null }, most(customer));
  return offers.all();
}

/** Who owns neither the item nor one that rules it out. */
export function lackingOf({ ownership, age, customers, instead }: Grounds): (item: number) => BitSet {
  return (item) => [item, ...(instead.get(item) ?? [])].reduce((set, owned) => difference(set, ownership.ownersOf(owned, age)), customers);
}

/** Offers by customer, each item once. */
function openOffers(customers: number): { readonly add: (offer: Offer, most: number) => void; readonly all: () => Offer[] } {
  const made: Offer[][] = Array.from({ length: customers }, () => []);
  return {
    add: (offer, most) => {
      const own = made[offer.customer]!;
      if (own.length < most && !own.some(({ item }) => item === offer.item)) own.push(offer);
    },
    all: () => made.flat(),
  };
}
