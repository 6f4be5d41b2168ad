import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { contactColumns } from '../../model/contact-words.ts';
import { normaliseHeader } from '../../model/names.ts';
import { customerIdAliases, customerNameAliases } from '../../model/customer-aliases.ts';
import type { Trouble } from '../../quality/check.ts';
import { sharedNameNote } from '../ingest-notes.ts';
import { rawColumn } from '../raw-records.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';
import type { CustomersOf } from './customers-of.ts';
import { aliasTable, plainForm } from './same-ids.ts';
import { type JoinedBy, joinedByNote } from './shared-keys-notes.ts';

type KeyKind = 'name' | 'email' | 'phone' | 'code';

/** A column by which a table names its customers beside the id. */
interface KeyColumn {
  readonly kind: KeyKind;
  readonly header: string;
  /** Over the rows of the table, joined with its raw records where `raw`. */
  readonly value: Sql;
  readonly raw: boolean;
}

/** Of the customers that the list does not have by id, how many another key must find before it is taken for one. */
const leastShare = 0.5;

/**
 * Finds the customers of orders, deals and visits in the customer list by another key where their ids are not in it: what stands for the id
 * may be a name, an e-mail address, a phone number or another code of the list; and where hardly any id is known, a column beside it may be.
 * A key that several customers of the list have joins nobody.
 */
export async function joinBySharedKeys(
  named: readonly CustomersOf[],
  lists: readonly LoadedTable[],
  exact: boolean,
  engine: DuckDbEngine,
): Promise<Trouble[]> {
  const ids = lists.filter((list) => hasField(list, 'customer_id'));
  if (ids.length === 0) return [];
  const notes: Trouble[] = [];
  let shared = 0;
  await engine.create(
    'listed_customers',
    sql`${join(
      ids.map((list) => sql`select customer_id from ${identifier(list.name)} where _reason = 0 and customer_id is not null`),
      ' union ',
    )}`,
  );
  const keys = new Keys(ids, engine);
  for (const customers of named) {
    await engine.create(
      'strangers',
      sql`select customer_id, lines from ${identifier(customers.name)} where customer_id not in (from listed_customers)`,
    );
    const strangers = await count(sql`strangers`, engine);
    if (strangers > 0) {
      const byName = !hasField(customers.loaded, 'customer_id');
      if (byName) shared += await sharedNames(customers.loaded, keys, engine);
      const found = byName
        ? await joinIds(customers, 'name', keys, engine)
        : exact
          ? null
          : ((await joinIdsByAny(customers, strangers, keys, engine)) ?? (await joinBeside(customers, strangers, keys, engine)));
      if (found !== null && !byName) notes.push(joinedByNote(customers.loaded, found));
    }
    await engine.drop('strangers');
  }
  await keys.drop();
  await engine.drop('listed_customers');
  return [...sharedNameNote(shared), ...notes];
}

async function count(from: Sql, engine: DuckDbEngine): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${from}`);
  return row?.n ?? 0;
}

/** A key as it is compared: digits of phone numbers, addresses in lower case, names in half width. */
function compared(kind: KeyKind, value: Sql): Sql {
  if (kind === 'phone')
    return sql`case when contains(${value}, '*') then null else regexp_extract(regexp_replace(${value}, '[^0-9]', '', 'g'), '^(?:0*86)?([0-9]{7,15})$', 1) end`;
  if (kind === 'email') return sql`case when contains(${value}, '@') and not contains(${value}, '*') then lower(trim(${value})) end`;
  return plainForm(value);
}

const idWords: ReadonlySet<string> = new Set(['customer_id', ...customerIdAliases].map(normaliseHeader));
const nameWords: ReadonlySet<string> = new Set(customerNameAliases.map(normaliseHeader));

/** Columns beside the id of a table that may say who the customer is. */
function keyColumns(loaded: LoadedTable): KeyColumn[] {
  const taken = new Set(loaded.fields.map(({ index }) => index));
  const name = loaded.entity.id === 'customers' ? 'name' : 'customer';
  const own = loaded.fields.find((field) => field.name === name);
  const names: KeyColumn[] =
    own === undefined
      ? []
      : [
          {
            kind: 'name',
            header: own.header,
            value: loaded.stored.includes(name) ? identifier(name) : rawColumn(own.index),
            raw: !loaded.stored.includes(name),
          },
        ];
  const contacts = contactColumns(loaded.table.columns)
    .filter(({ index }) => !loaded.fields.some((field) => field.index === index && (field.name === 'customer_id' || field.name === name)))
    .map(({ kind, header, index }): KeyColumn => ({ kind, header, value: rawColumn(index), raw: true }));
  const others = loaded.table.columns.flatMap((header, index): KeyColumn[] => {
    const word = normaliseHeader(header);
    if (taken.has(index)) return [];
    if (idWords.has(word)) return [{ kind: 'code', header, value: rawColumn(index), raw: true }];
    return nameWords.has(word) ? [{ kind: 'name', header, value: rawColumn(index), raw: true }] : [];
  });
  return [...names, ...contacts, ...others];
}

/** The keys of the customer lists, read when they are first asked for. */
class Keys {
  readonly lists: readonly LoadedTable[];
  readonly #engine: DuckDbEngine;
  readonly #made = new Set<KeyKind>();

  constructor(lists: readonly LoadedTable[], engine: DuckDbEngine) {
    this.lists = lists;
    this.#engine = engine;
  }

  /** Table key, customer_id: the keys that exactly one customer has; null where no list has such a column. */
  async unique(kind: KeyKind): Promise<Sql | null> {
    const name = `list_keys_${kind}`;
    if (!this.#made.has(kind)) {
      const parts = this.lists.flatMap((list) =>
        keyColumns(list)
          .filter((column) => column.kind === kind)
          .map(({ value, raw }) => {
            const from = raw
              ? sql`${identifier(list.name)} as line inner join ${list.records} as raw on raw._record = line.rowid`
              : identifier(list.name);
            return sql`select ${compared(kind, value)} as key, customer_id from ${from} where _reason = 0 and customer_id is not null`;
          }),
      );
      if (parts.length === 0) return null;
      await this.#engine.create(
        name,
        sql`select key, min(customer_id) as customer_id, count(distinct customer_id) as customers from (${join(parts, ' union all ')})
          where key is not null and key <> '' group by key`,
      );
      this.#made.add(kind);
    }
    return sql`(select key, customer_id from ${identifier(name)} where customers = 1)`;
  }

  async drop(): Promise<void> {
    for (const kind of this.#made) await this.#engine.drop(`list_keys_${kind}`);
  }
}

async function sharedNames(loaded: LoadedTable, keys: Keys, engine: DuckDbEngine): Promise<number> {
  if ((await keys.unique('name')) === null) return 0;
  return count(
    sql`${identifier(loaded.name)} as line inner join list_keys_name on list_keys_name.key = line.customer_id
      where list_keys_name.customers > 1 and line._reason = 0`,
    engine,
  );
}

/** The kinds of values that may stand in the place of an id, those first that are nobody else's. */
const idKinds: readonly KeyKind[] = ['email', 'phone', 'code', 'name'];

async function joinIdsByAny(customers: CustomersOf, strangers: number, keys: Keys, engine: DuckDbEngine): Promise<JoinedBy | null> {
  for (const kind of idKinds) {
    const unique = await keys.unique(kind);
    if (unique === null) continue;
    const found = await count(
      sql`strangers inner join ${unique} as keys on keys.key = ${compared(kind, sql`strangers.customer_id`)}`,
      engine,
    );
    if (found > 0 && (kind === 'email' || found >= strangers * leastShare)) return joinIds(customers, kind, keys, engine);
  }
  return null;
}

async function joinIds(customers: CustomersOf, kind: KeyKind, keys: Keys, engine: DuckDbEngine): Promise<JoinedBy | null> {
  const unique = await keys.unique(kind);
  if (unique === null) return null;
  await engine.create(
    'joined_ids',
    sql`select strangers.customer_id as id, keys.customer_id as target from strangers inner join ${unique} as keys
      on keys.key = ${compared(kind, sql`strangers.customer_id`)}`,
  );
  return apply(customers, kind, headersOf(keys.lists, kind), engine);
}

/** A column beside an id that hardly any customer of the list has: its values are asked of distinct customers, and of the best of these columns. */
async function joinBeside(customers: CustomersOf, strangers: number, keys: Keys, engine: DuckDbEngine): Promise<JoinedBy | null> {
  const { loaded } = customers;
  const all = await count(identifier(customers.name), engine);
  if (strangers < all * 0.9 || loaded.entity.id !== 'orders') return null;
  let best: { readonly column: KeyColumn; readonly found: number } | null = null;
  const columns = keyColumns(loaded);
  for (const [index, column] of columns.entries()) {
    const unique = await keys.unique(column.kind);
    if (unique === null) continue;
    const from = column.raw
      ? sql`${identifier(loaded.name)} as line inner join ${loaded.records} as raw on raw._record = line.rowid`
      : sql`${identifier(loaded.name)} as line`;
    const beside = `beside_${index}`;
    await engine.create(
      beside,
      sql`select pairs.id, min(keys.customer_id) as target from (
          select distinct line.customer_id as id, ${compared(column.kind, column.value)} as key from ${from} where line.customer_id is not null
        ) as pairs inner join ${unique} as keys on keys.key = pairs.key where pairs.id in (select customer_id from strangers)
        group by pairs.id having count(distinct keys.customer_id) = 1`,
    );
    const found = await count(identifier(beside), engine);
    if (found >= strangers * leastShare && (best === null || found > best.found)) {
      if (best !== null) await engine.drop('joined_ids');
      await engine.create('joined_ids', sql`select * from ${identifier(beside)}`);
      best = { column, found };
    }
    await engine.drop(beside);
  }
  return best === null ? null : apply(customers, best.column.kind, [best.column.header], engine);
}

function headersOf(lists: readonly LoadedTable[], kind: KeyKind): string[] {
  return lists
    .flatMap((list) =>
      keyColumns(list)
        .filter((column) => column.kind === kind)
        .map(({ header }) => header),
    )
    .slice(0, 1);
}

/** Gives the rows of `joined_ids` the ids of the list. */
async function apply(
  { loaded, name }: CustomersOf,
  kind: KeyKind,
  headers: readonly string[],
  engine: DuckDbEngine,
): Promise<JoinedBy | null> {
  const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
  const lines = identifier(loaded.name);
  const [row] = await engine.rows<{ n: number; amount: number | null; customers: number; first: number | null }>(
    sql`select count(*) as n, ${amount} as amount, count(distinct id) as customers, min(line.rowid) as first
      from ${lines} as line inner join joined_ids on joined_ids.id = line.customer_id where _reason = 0`,
  );
  const all = await count(identifier(name), engine);
  await engine.run(sql`update ${lines} as line set customer_id = joined_ids.target from joined_ids where joined_ids.id = line.customer_id`);
  await engine.run(sql`insert into ${identifier(aliasTable)} select id, target from joined_ids`);
  await engine.drop('joined_ids');
  return row === undefined || row.n === 0 ? null : { kind, headers, all, ...row };
}
