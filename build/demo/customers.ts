import { createRandom } from '../../src/lib/random.ts';
import type { Random } from '../../src/lib/random.ts';
import { dayOf, workingMinute } from './calendar.ts';
import { buyingOf } from './buying.ts';
import type { BuyerKind, Buying } from './buying.ts';
import { conversionOf } from './leads.ts';
import type { Lead } from './leads.ts';
import type { Company } from './names.ts';
import { hoarder, repsOf } from './people.ts';
import type { Rep } from './people.ts';
import { sources } from './words.ts';
import type { Source } from './words.ts';

export interface Customer {
  readonly id: string;
  readonly company: Company;
  readonly owner: Rep;
  readonly source: Source;
  readonly createdAt: number;
  /** The lead it came from; null for those from before the history. */
  readonly lead: Lead | null;
  readonly buying: Buying;
  readonly referredBy: string | null;
}

type Newcomer = Omit<Customer, 'id' | 'buying' | 'referredBy'>;

const oldCustomers = 80;

/** Kinds of the customers from before the history, by place in the list; all others of them are regular. */
const oldKinds: readonly (readonly [BuyerKind, number])[] = [
  ['fading', 1],
  ['star', 2],
  ['rising', 1],
  ['seasonal', 1],
  ['lost', 11],
  ['once', 6],
  ['none', 5],
];

/** Customers in order of creation: those from before the history, and one for each converted lead, created on conversion. */
export function createCustomers(seed: number, company: () => Company, leads: readonly Lead[]): Customer[] {
  const random = createRandom(seed, 'customers');
  const old = Array.from({ length: oldCustomers }, (_, index) => established(random, company(), index < 3 ? 0 : 0.5));
  const fresh = leads.filter((lead) => conversionOf(lead) !== null).map(fromLead);
  const kinds = new Map<Newcomer, BuyerKind>();
  const planned = oldKinds.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  old.forEach((customer, index) => kinds.set(customer, planned[index] ?? 'regular'));
  for (const customer of fresh)
    kinds.set(
      customer,
      random.weighted(['regular', 'once', 'lost', 'none'] as const, (kind) => freshShare[kind]),
    );
  const ranks = rank(random, kinds);
  const created = [...old, ...fresh].toSorted((left, right) => left.createdAt - right.createdAt);
  const ids = new Map(created.map((customer, index) => [customer, `C${String(index + 1).padStart(4, '0')}`]));
  return created.map((customer) => ({
    ...customer,
    id: ids.get(customer)!,
    buying: buyingOf(random, kinds.get(customer)!, ranks.get(customer) ?? null),
    referredBy:
      customer.source === sources[0]
        ? (ids.get(random.pick(old.filter((other) => other.createdAt < customer.createdAt - 1440))) ?? null)
        : null,
  }));
}

const freshShare = { regular: 62, once: 22, lost: 6, none: 10 } as const;

/** `hoarding`: weight of the hoarder among the reps of the team; the key accounts are not his. */
function established(random: Random, company: Company, hoarding: number): Newcomer {
  const owners = repsOf(company.city.team);
  return {
    company,
    owner: random.weighted(owners, (rep) => (rep === hoarder ? hoarding : 1)),
    source: random.weighted(sources.slice(1), ({ share }) => share),
    createdAt: workingMinute(random.integer(dayOf('2019-03-01'), -20) * 1440 + random.integer(540, 1079)),
    lead: null,
  };
}

function fromLead(lead: Lead): Newcomer {
  const conversion = conversionOf(lead)!;
  return { company: lead.company, owner: conversion.rep!, source: lead.source, createdAt: conversion.minute, lead };
}

/** Places by size: the three key accounts, the rising one in the middle of the field, the others by lot with old ones ahead. */
function rank(random: Random, kinds: ReadonlyMap<Newcomer, BuyerKind>): Map<Newcomer, number> {
  const fixed: Partial<Record<BuyerKind, number>> = { fading: -3, star: -2, seasonal: 0.35, rising: 0.12 };
  const keyed = [...kinds]
    .filter(([, kind]) => kind !== 'none')
    .map(([customer, kind]) => {
      const lot = random.next() * (customer.lead === null ? 1 : 2);
      return { customer, key: fixed[kind] ?? 0.02 + (kind === 'once' ? 0.5 : kind === 'lost' ? 0.3 : 0) + lot };
    })
    .toSorted((left, right) => left.key - right.key);
  return new Map(keyed.map(({ customer }, index) => [customer, index + 1]));
}
