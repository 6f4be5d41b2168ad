import { sql } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Read } from '../../../forecast/read.ts';
import type { Row } from '../../../lib/rows.ts';
import { amountKinds, bandOf, bands, sizeKinds } from './case-bands.ts';

/** What is known of a case before anybody works on it. */
const given = ['industry', 'size', 'region', 'category', 'product', 'source', 'amount'] as const;

/** What happened in the course of a deal. */
const course = ['competitor', 'contacts', 'first_contact', 'cycle'] as const;

export type Attribute = (typeof given)[number] | (typeof course)[number];

export const attributes: Readonly<Record<'given' | 'all', readonly Attribute[]>> = { given, all: [...given, ...course] };

/** What the cases are: decided deals, leads that ended, customers owned. */
export type CaseKind = 'deals' | 'leads' | 'customers';

/** One that came out well or not: a deal won, a lead converted, a customer who bought. */
export interface Case {
  readonly rep: string;
  /** The deal_order of a deal. */
  readonly deal?: number;
  readonly succeeded: boolean;
  readonly kinds: Readonly<Partial<Record<Attribute, string | null>>>;
}

export interface Cases {
  readonly of: CaseKind;
  readonly cases: readonly Case[];
}

/** Canonical fields of leads that are read. */
export const leadFields = [
  'owner',
  'converted',
  'converted_at',
  'status',
  'invalid_reason',
  'industry',
  'size',
  'region',
  'source',
  'product',
].map((field) => `leads.${field}`);

/** Fewer cases tell nothing of anybody. */
const leastCases = 20;

/** The deals; without them the leads; without them the customers: the first of which there are enough, some that came out well and some not. */
export const readCases = onceARun<void, Cases | null>(
  () => '',
  async (read) => {
    for (const [of, query] of Object.entries({ deals, leads, customers })) {
      const cases = await query(read);
      const good = cases.filter(({ succeeded }) => succeeded).length;
      if (cases.length >= leastCases && good > 0 && good < cases.length) return { of: of as CaseKind, cases };
    }
    return null;
  },
);

async function deals(read: Read): Promise<Case[]> {
  const rows = await read(sql`select * from deal_features where rep <> '' order by deal_order`);
  const sizes = sizeKinds(rows.map((row) => text(row, 'size')));
  const amounts = amountKinds(rows.map((row) => number(row, 'amount')));
  return rows.map((row, index) => ({
    rep: String(row['rep']),
    deal: Number(row['deal_order']),
    succeeded: row['state'] === 'won',
    kinds: {
      ...textKinds(row),
      size: sizes[index]!,
      amount: amounts[index]!,
      competitor: text(row, 'competitor'),
      contacts: bandOf(number(row, 'contacts'), bands.contactCounts),
      first_contact: bandOf(number(row, 'first_contact_days'), bands.waits),
      cycle: bandOf(number(row, 'took_days'), bands.cycles),
    },
  }));
}

async function leads(read: Read): Promise<Case[]> {
  const rows = await read(sql`
    with ended as (
      select
        lead_id, name, owner, industry, size, region, source, product,
        coalesce(converted, false) or converted_at is not null or coalesce(status = 'converted', false) as is_converted,
        coalesce(status in ('lost', 'invalid'), false) or invalid_reason is not null as is_lost
      from leads
      where owner is not null
    ),
    names as (select key as owner, rep from rep_names)
    select coalesce(names.rep, ended.owner) as rep, industry, size, region, source, product, is_converted
    from ended
    left join names on names.owner = ended.owner
    where is_converted or is_lost
    order by ended.owner, industry, size, region, source, product, is_converted`);
  return plainCases(rows, 'is_converted');
}

/** Those a rep owns: one that only bought of it is in its book because it bought, and could not have come out otherwise. */
async function customers(read: Read): Promise<Case[]> {
  const rows = await read(sql`
    select held.rep, profile.industry, profile.size, profile.region, profile.source, held.current_orders > 0 as has_bought
    from rep_customers as held
    left join customer_profile as profile on profile.customer_id = held.customer_id
    where held.rep <> '' and held.current_in_book and held.is_owner
    order by held.customer_id, held.rep`);
  return plainCases(rows, 'has_bought');
}

function plainCases(rows: readonly Row[], succeeded: string): Case[] {
  const sizes = sizeKinds(rows.map((row) => text(row, 'size')));
  return rows.map((row, index) => ({
    rep: String(row['rep']),
    succeeded: row[succeeded] === true,
    kinds: { ...textKinds(row), size: sizes[index]! },
  }));
}

function textKinds(row: Row): Case['kinds'] {
  return Object.fromEntries(['industry', 'region', 'category', 'product', 'source'].map((name) => [name, text(row, name)]));
}

function text(row: Row, name: string): string | null {
  const value = row[name] ?? null;
  return value === null || value === '' ? null : String(value);
}

function number(row: Row, name: string): number | null {
  const value = row[name] ?? null;
  return value === null ? null : Number(value);
}
