import { createRandom } from '../../lib/random.ts';
import { bootstrap, differenceOf, type Statistic } from '../../stats/bootstrap.ts';
import { hasBit } from '../../stats/market-basket/bit-set.ts';
import type { Interval } from '../../stats/wilson.ts';
import { windowsBefore } from './chances.ts';
import { bestOffers, type Grounds, lackingOf, type Offer, offerGrounds, offersOfBestSellers } from './choose.ts';
import { minedAt, type RuleSettings } from './mined-rules.ts';
import { horizonDays, type Ownership } from './owned.ts';

/** The lists that are held against each other: by the rules, the best sellers that a customer lacks, and any items that it lacks. */
export const offerLists = ['rules', 'best_sellers', 'any'] as const;

export type OfferList = (typeof offerLists)[number];

/** Offers made on a past day and what became of them in the half year after it. */
export interface OfferTest {
  /** Days from the day to the as-of date. */
  readonly age: number;
  /** Customers who were made offers, as many by each list. */
  readonly customers: number;
  readonly offers: number;
  /** Offers whose item the customer then bought, for the first time; of `any` what is to be expected. */
  readonly hits: Readonly<Record<OfferList, number>>;
}

/** Hit rates of one list against another, customers paired. */
export interface ListContest {
  /** Hits of the first by hits of the second; null where the second had none. */
  readonly lift: number | null;
  readonly liftInterval: Interval | null;
  /** Hits an offer of the first less those of the second. */
  readonly difference: number;
  readonly interval: Interval | null;
}

export interface OfferVerdict {
  readonly tests: readonly OfferTest[];
  readonly rulesAgainstBestSellers: ListContest | null;
  readonly bestSellersAgainstAny: ListContest | null;
  readonly rulesAgainstAny: ListContest | null;
  /** The list to go by: the rules where they beat the best sellers beyond chance, or could not be tested. */
  readonly list: 'rules' | 'best_sellers';
  /** Neither list does better than any items would. */
  readonly isBlind: boolean;
}

const mostTests = 4;

/** What became of the offers to one customer, all tests together. */
interface CustomerHits {
  readonly customer: number;
  offers: number;
  readonly hits: Record<OfferList, number>;
}

/** Offers made half a year ago, a year ago … with what was known then, as far as half a year of history lies before, against what was bought. */
export function testOffers(ownership: Ownership, settings: RuleSettings, instead: Grounds['instead']): OfferVerdict {
  const byCustomer = new Map<number, CustomerHits>();
  const tests: OfferTest[] = [];
  for (let age = horizonDays; tests.length < mostTests && age + horizonDays <= ownership.lines.span + 1; age += horizonDays) {
    const grounds = { ownership, age, customers: ownership.activeAt(age), instead };
    tests.push(testAt(grounds, settings, byCustomer));
  }
  const units = [...byCustomer.values()].toSorted((one, other) => one.customer - other.customer);
  const contest = (first: OfferList, second: OfferList): ListContest | null => contestOf(units, first, second);
  const [ofRules, ofBest, any] = [contest('rules', 'best_sellers'), contest('best_sellers', 'any'), contest('rules', 'any')];
  const wins = (each: ListContest | null): boolean => (each?.interval?.low ?? 0) > 0;
  return {
    tests,
    rulesAgainstBestSellers: ofRules,
    bestSellersAgainstAny: ofBest,
    rulesAgainstAny: any,
    list: ofRules === null || wins(ofRules) ? 'rules' : 'best_sellers',
    isBlind: ofRules !== null && !wins(ofBest) && !wins(any),
  };
}

function testAt(grounds: Grounds, settings: RuleSettings, byCustomer: Map<number, CustomerHits>): OfferTest {
  const { ownership, age } = grounds;
  const { lines } = ownership;
  const mined = minedAt(lines, age, settings);
  const byRules = mined === null ? [] : bestOffers(offerGrounds(mined, windowsBefore(age, lines.span), grounds), grounds);
  const counts = new Map<number, number>();
  for (const { customer } of byRules) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  const bestSellers = offersOfBestSellers((customer) => counts.get(customer) ?? 0, grounds);
  const any = anyItems([...counts.keys()], grounds);
  const hits = { rules: 0, best_sellers: 0, any: 0 };
  const add = (customer: number, list: OfferList, hit: number): void => {
    const own = byCustomer.get(customer) ?? { customer, offers: 0, hits: { rules: 0, best_sellers: 0, any: 0 } };
    byCustomer.set(customer, own);
    own.hits[list] += hit;
    hits[list] += hit;
  };
  const isHit = ({ customer, item }: Offer): number => (hasBit(ownership.newOwnersOf(item, age, horizonDays), customer) ? 1 : 0);
  for (const offer of byRules) add(offer.customer, 'rules', isHit(offer));
  for (const offer of bestSellers) add(offer.customer, 'best_sellers', isHit(offer));
  for (const [customer, offers] of counts) {
    add(customer, 'any', offers * any.get(customer)!);
    byCustomer.get(customer)!.offers += offers;
  }
  return { age, customers: counts.size, offers: byRules.length, hits };
}

/** The share of the items that each customer lacked, and could be sold, which it bought within the half year. */
function anyItems(customers: readonly number[], grounds: Grounds): Map<number, number> {
  const { ownership, age } = grounds;
  const recent = ownership.recentBuyersAt(age);
  const lacking = lackingOf(grounds);
  const [lacked, bought] = [new Map<number, number>(), new Map<number, number>()];
  for (const item of [...recent.keys()].filter((each) => recent[each]! > 0)) {
    const [without, buyers] = [lacking(item), ownership.newOwnersOf(item, age, horizonDays)];
    for (const customer of customers) {
      if (!hasBit(without, customer)) continue;
      lacked.set(customer, (lacked.get(customer) ?? 0) + 1);
      if (hasBit(buyers, customer)) bought.set(customer, (bought.get(customer) ?? 0) + 1);
    }
  }
  return new Map(customers.map((customer) => [customer, (bought.get(customer) ?? 0) / (lacked.get(customer) ?? 1)]));
}

function contestOf(units: readonly CustomerHits[], first: OfferList, second: OfferList): ListContest | null {
  const total =
    (list: OfferList) =>
    (counts: Float64Array): number =>
      units.reduce((sum, { hits }, unit) => sum + counts[unit]! * hits[list], 0);
  const rate =
    (list: OfferList): Statistic =>
    (counts) => {
      const offers = units.reduce((sum, unit, index) => sum + counts[index]! * unit.offers, 0);
      return offers === 0 ? null : total(list)(counts) / offers;
    };
  const ratio: Statistic = (counts) => {
    const below = total(second)(counts);
    return below === 0 ? null : total(first)(counts) / below;
  };
  const drawn = (statistic: Statistic) => bootstrap(units.length, statistic, { random: createRandom(16, 'offers') });
  const [difference, lift] = [drawn(differenceOf(rate(second), rate(first))), drawn(ratio)];
  if (difference === null) return null;
  return {
    lift: lift?.estimate ?? null,
    liftInterval: lift?.interval ?? null,
    difference: difference.estimate,
    interval: difference.interval,
  };
}
