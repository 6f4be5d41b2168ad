import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { isMasked, nullWords, placeholderKind } from '../../model/customer-placeholders.ts';
import type { Trouble } from '../../quality/check.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import { laterThan } from '../row-rules.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';
import { writeAddressesAlike } from './contact-ids.ts';
import { type CustomersOf, groupAgain, listed, type NamedCustomer } from './customers-of.ts';
import { tellApart } from './guest-contacts.ts';
import { guestsNote, maskedNote, nullWordNote, placeholderNote, type Touched } from './identity-notes.ts';
import { findNobodies, type Nobodies } from './placeholders.ts';

export interface NobodySettings {
  /** Placeholders are customers like others. */
  readonly keep: boolean;
  readonly asOf: IsoDate | null;
}

/**
 * Takes placeholders out of the customers: buyers are told apart by the e-mail address or phone number beside, else the order is set aside;
 * a deal or a visit just has no customer. Masked values are told of, and give way to an address where there is one.
 */
export async function settleNobodies(
  named: readonly CustomersOf[],
  lists: readonly LoadedTable[],
  settings: NobodySettings,
  engine: DuckDbEngine,
): Promise<Trouble[]> {
  for (const customers of named) await writeAddressesAlike(customers, engine);
  const found = await findNobodies(named, lists, engine);
  const notes: Trouble[] = [];
  if (!settings.keep)
    for (const list of lists) notes.push(...(await setListedAside(list, found, engine)), ...(await blankNames(list, engine)));
  for (const customers of named) {
    const doubtful = found.doubtful.get(customers) ?? [];
    const own = settings.keep ? [] : await settleTable(customers.loaded, found, doubtful, settings, engine);
    const masked = await settleMasked(customers.loaded, doubtful, settings, engine);
    if (own.length + masked.length > 0) await groupAgain(customers, engine);
    notes.push(...own, ...masked);
  }
  return notes;
}

async function setListedAside(list: LoadedTable, { listed: ids }: Nobodies, engine: DuckDbEngine): Promise<Trouble[]> {
  if (ids.size === 0 || !list.stored.includes('customer_id')) return [];
  const when = sql`_reason = 0 and customer_id in (${listed(ids)})`;
  const touched = await touchedRows(list, when, hasField(list, 'name') ? sql`name` : sql`customer_id`, engine);
  if (touched.rows === 0) return [];
  await engine.run(sql`update ${identifier(list.name)} set _reason = ${reasonCode('customer-placeholder')} where ${when}`);
  return [placeholderNote(list, touched)];
}

/** A customer of a list whose name is a word for "no value" has none. */
async function blankNames(list: LoadedTable, engine: DuckDbEngine): Promise<Trouble[]> {
  if (!list.stored.includes('name') || !hasField(list, 'name')) return [];
  const when = sql`name in (${listed(nullWords)})`;
  const touched = await touchedRows(list, sql`_reason = 0 and ${when}`, sql`name`, engine);
  if (touched.rows === 0) return [];
  await engine.run(sql`update ${identifier(list.name)} set name = null where ${when}`);
  return [nullWordNote(list, touched, 'name')];
}

/** Rows, their money and the first words that they name. */
async function touchedRows(table: LoadedTable, when: Sql, word: Sql, engine: DuckDbEngine): Promise<Touched> {
  const money = table.entity.id === 'customers' ? 'revenue' : 'amount';
  const sum = table.stored.includes(money) ? sql`sum(${identifier(money)})` : sql`null`;
  const rows = await engine.rows<{ word: string | null; n: number; amount: number | null; first: number }>(
    sql`
      select word, n, first, sum(amount) over () as amount
      from (
        select ${word} as word, count(*) as n, ${sum} as amount, min(rowid) as first from ${identifier(table.name)} where ${when} group by 1
      ) as words
      order by n desc, word`,
  );
  const first = rows.toSorted((one, other) => one.first - other.first)[0];
  return {
    rows: rows.reduce((count, row) => count + row.n, 0),
    amount: rows[0]?.amount ?? null,
    words: rows.map((row) => row.word ?? ''),
    first: first === undefined ? null : { record: first.first, word: first.word },
  };
}

async function settleTable(
  loaded: LoadedTable,
  { ids, blank }: Nobodies,
  doubtful: readonly NamedCustomer[],
  settings: NobodySettings,
  engine: DuckDbEngine,
): Promise<Trouble[]> {
  const here = doubtful.filter(({ id }) => ids.has(id) || blank.has(id));
  const name = identifier(loaded.name);
  const words = loaded.stored.includes('customer')
    ? doubtful.flatMap((row) => (row.name !== null && blank.has(row.name) ? [row.name] : []))
    : [];
  if (words.length > 0) await engine.run(sql`update ${name} set customer = null where customer in (${listed(words)})`);
  if (loaded.entity.id !== 'orders') return here.length === 0 ? [] : withoutCustomer(loaded, here, engine);
  const tests = here.filter((row) => placeholderKind(row.id) === 'test' || (row.name !== null && placeholderKind(row.name) === 'test'));
  const others = here.filter((row) => !tests.includes(row));
  const notes: Trouble[] = [];
  const missing = sql`(customer_id is null and _reason = ${reasonCode('customer-missing')})`;
  const guest = others.length === 0 ? missing : sql`(customer_id in (${listed(others.map(({ id }) => id))}) or ${missing})`;
  const before = await touchedRows(loaded, sql`_reason in (0, ${reasonCode('customer-missing')}) and ${guest}`, sql`customer_id`, engine);
  const told = before.rows === 0 ? null : await tellApart(loaded, guest, engine);
  if (told !== null) {
    await engine.run(
      sql`update ${name} set _reason = ${reasonWithCustomer(loaded, settings.asOf)} where _reason = ${reasonCode('customer-missing')} and customer_id is not null`,
    );
    notes.push(guestsNote(loaded, told, before));
  }
  const nobody = here.filter(({ id }) => !blank.has(id));
  if (nobody.length > 0) {
    const left = sql`customer_id in (${listed(nobody.map(({ id }) => id))})`;
    const touched = await touchedRows(
      loaded,
      sql`_reason = 0 and ${left}`,
      tests.length === here.length && loaded.stored.includes('customer') ? sql`coalesce(customer, customer_id)` : sql`customer_id`,
      engine,
    );
    await engine.run(
      sql`update ${name} set _reason = case when _reason = 0 then ${reasonCode('customer-placeholder')} else _reason end, customer_id = null where ${left}`,
    );
    if (touched.rows > 0) notes.push(placeholderNote(loaded, touched));
  }
  const blanks = here.filter(({ id }) => blank.has(id));
  if (blanks.length > 0) {
    const left = sql`customer_id in (${listed(blanks.map(({ id }) => id))})`;
    const touched = await touchedRows(loaded, sql`_reason = 0 and ${left}`, sql`customer_id`, engine);
    await engine.run(
      sql`update ${name} set _reason = case when _reason = 0 then ${reasonCode('customer-missing')} else _reason end, customer_id = null where ${left}`,
    );
    if (touched.rows > 0) notes.push(nullWordNote(loaded, touched));
  }
  return notes;
}

/** What else is missing of an order line once its customer is known; see row-rules.ts. */
function reasonWithCustomer({ stored }: LoadedTable, asOf: IsoDate | null): Sql {
  const rules = [
    ...(stored.includes('ordered_at') ? [sql`when ordered_at is null then ${reasonCode('date-missing')}`] : []),
    ...(stored.includes('amount') ? [sql`when amount is null then ${reasonCode('amount-missing')}`] : []),
    ...(stored.includes('ordered_at') && asOf !== null
      ? [sql`when ${laterThan(sql`ordered_at`, asOf)} then ${reasonCode('after-as-of')}`]
      : []),
  ];
  return rules.length === 0 ? sql`0` : sql`case ${{ text: rules.map(({ text }) => text).join(' ') }} else 0 end`;
}

async function withoutCustomer(loaded: LoadedTable, here: readonly NamedCustomer[], engine: DuckDbEngine): Promise<Trouble[]> {
  const when = sql`customer_id in (${listed(here.map(({ id }) => id))})`;
  const touched = await touchedRows(loaded, sql`_reason = 0 and ${when}`, sql`customer_id`, engine);
  await engine.run(sql`update ${identifier(loaded.name)} set customer_id = null where ${when}`);
  return touched.rows === 0 ? [] : [placeholderNote(loaded, touched)];
}

/** A masked id gives way to an address beside it; where there is none, all who share what is left count as one customer, and that is said. */
async function settleMasked(
  loaded: LoadedTable,
  doubtful: readonly NamedCustomer[],
  settings: NobodySettings,
  engine: DuckDbEngine,
): Promise<Trouble[]> {
  const masked = doubtful.filter(({ id }) => isMasked(id));
  if (masked.length === 0) return [];
  const when = sql`customer_id in (${listed(masked.map(({ id }) => id))})`;
  if (loaded.entity.id === 'orders' && !settings.keep) {
    const before = await touchedRows(loaded, sql`_reason = 0 and ${when}`, sql`customer_id`, engine);
    const told = await tellApart(loaded, when, engine);
    if (told !== null) return [guestsNote(loaded, told, before), ...(await sayMasked(loaded, when, engine))];
  }
  return sayMasked(loaded, when, engine);
}

async function sayMasked(loaded: LoadedTable, when: Sql, engine: DuckDbEngine): Promise<Trouble[]> {
  const left = await touchedRows(loaded, sql`_reason = 0 and ${when}`, sql`customer_id`, engine);
  return left.rows === 0 ? [] : [maskedNote(loaded, left)];
}
