import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { contactColumns } from '../../model/contact-words.ts';
import { normaliseHeader } from '../../model/names.ts';
import { customerIdAliases, customerNameAliases } from '../../model/customer-aliases.ts';
import type { Trouble } from '../../quality/check.ts';
import { sharedNameNote } from '../ingest-notes.ts';
import { hasField, type LoadedTable } from '../table-plan.ts';
import type { CustomerRows } from './customer-rows.ts';
import type { CustomersOf } from './customers-of.ts';
import { aliasTable, plainForm } from './same-ids.ts';
import { type JoinedBy, joinedByNote } from './shared-keys-notes.ts';

type KeyKind = 'name' | 'email' | 'phone' | 'code';

/** A column by which a table names its customers beside the id. */
interface KeyColumn {
  readonly kind: KeyKind;
  readonly header: string;
  /** A query for (customer_id, value). */
  readonly rows: Sql;
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
  rows: CustomerRows,
): Promise<Trouble[]> {
  const { engine } = rows;
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
  const keys = new Keys(ids, rows);
  for (const customers of named) {
    await engine.create(
      'strangers',
      sql`select customer_id, lines from ${identifier(customers.name)} as named
        where not exists (select 1 from listed_customers as listed where listed.customer_id = named.customer_id)`,
    );
    const strangers = await keys.count(sql`strangers`);
    if (strangers > 0) {
      const byName = !hasField(customers.loaded, 'customer_id');
      if (byName) shared += await sharedNames(customers.loaded, keys);
      const found = byName
        ? await joinIds(customers, 'name', keys)
        : exact
          ? null
          : ((await joinIdsByAny(customers, strangers, keys)) ?? (await joinBeside(customers, strangers, keys)));
      if (found !== null && !byName) notes.push(joinedByNote(customers.loaded, found));
    }
    await engine.drop('strangers');
  }
  await keys.drop();
  await engine.drop('listed_customers');
  return [sharedNameNote(shared), ...notes];
}

/** A key as it is compared: digits of phone numbers, addresses in lower case, names in half width. */
function compared(kind: KeyKind, value: Sql): Sql {
  if (kind === 'phone')
    return sql`case when ${value} not like '%*%' then nullif(regexp_replace(regexp_replace(regexp_replace(${value}, '[^0-9]', '', 'g'), '^0*86([0-9]{7,15})$', '\\1'), '^([0-9]{0,6}|[0-9]{16,})$', ''), '') end`;
  if (kind === 'email') return sql`case when ${value} like '%@%' and ${value} not like '%*%' then lower(trim(${value})) end`;
  return plainForm(value);
}

const idWords: ReadonlySet<string> = new Set(['customer_id', ...customerIdAliases].map(normaliseHeader));
const nameWords: ReadonlySet<string> = new Set(customerNameAliases.map(normaliseHeader));

/** Columns beside the id of a table that may say who the customer is. */
function keyColumns(loaded: LoadedTable, rows: CustomerRows): KeyColumn[] {
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
            rows: loaded.stored.includes(name)
              ? sql`select customer_id, ${identifier(name)} as value from ${identifier(loaded.name)} where _reason = 0`
              : rows.beside(loaded, own.index),
          },
        ];
  const contacts = contactColumns(loaded.table.columns)
    .filter(({ index }) => !loaded.fields.some((field) => field.index === index && (field.name === 'customer_id' || field.name === name)))
    .map(({ kind, header, index }): KeyColumn => ({ kind, header, rows: rows.beside(loaded, index) }));
  const others = loaded.table.columns.flatMap((header, index): KeyColumn[] => {
    const word = normaliseHeader(header);
    if (taken.has(index)) return [];
    if (idWords.has(word)) return [{ kind: 'code', header, rows: rows.beside(loaded, index) }];
    return nameWords.has(word) ? [{ kind: 'name', header, rows: rows.beside(loaded, index) }] : [];
  });
  return [...names, ...contacts, ...others];
}

/** The keys of the customer lists, read when they are first asked for. */
class Keys {
  readonly lists: readonly LoadedTable[];
  readonly rows: CustomerRows;
  readonly #made = new Set<KeyKind>();

  constructor(lists: readonly LoadedTable[], rows: CustomerRows) {
    this.lists = lists;
    this.rows = rows;
  }

  async count(from: Sql): Promise<number> {
    const [row] = await this.rows.engine.rows<{ n: number }>(sql`select count(*) as n from ${from}`);
    return row?.n ?? 0;
  }

  /** Table key, customer_id: the keys that exactly one customer has; null where no list has such a column. */
  async unique(kind: KeyKind): Promise<Sql | null> {
    const name = `list_keys_${kind}`;
    if (!this.#made.has(kind)) {
      const parts = this.lists.flatMap((list) =>
        keyColumns(list, this.rows)
          .filter((column) => column.kind === kind)
          .map(
            ({ rows }) =>
              sql`select ${compared(kind, sql`value`)} as key, customer_id from (${rows}) as named where customer_id is not null`,
          ),
      );
      if (parts.length === 0) return null;
      await this.rows.engine.create(
        name,
        sql`select key, min(customer_id) as customer_id, count(distinct customer_id) as customers from (${join(parts, ' union all ')}) as keys
          where key is not null and key <> '' group by key`,
      );
      this.#made.add(kind);
    }
    return sql`(select key, customer_id from ${identifier(name)} where customers = 1)`;
  }

  async drop(): Promise<void> {
    for (const kind of this.#made) await this.rows.engine.drop(`list_keys_${kind}`);
  }
}

async function sharedNames(loaded: LoadedTable, keys: Keys): Promise<number> {
  if ((await keys.unique('name')) === null) return 0;
  return keys.count(
    sql`${identifier(loaded.name)} as line inner join list_keys_name on list_keys_name.key = line.customer_id
      where list_keys_name.customers > 1 and line._reason = 0`,
  );
}

/** The kinds of values that may stand in the place of an id, those first that are nobody else's. */
const idKinds: readonly KeyKind[] = ['email', 'phone', 'code', 'name'];

async function joinIdsByAny(customers: CustomersOf, strangers: number, keys: Keys): Promise<JoinedBy | null> {
  // Who has no e-mail address in orders that name nobody else has a phone number.
  const byAddress = customers.loaded.fields.some(({ contact }) => contact !== undefined);
  let first: JoinedBy | null = null;
  for (const kind of byAddress ? (['email', 'phone'] as const) : idKinds) {
    const unique = await keys.unique(kind);
    if (unique === null) continue;
    const found = await keys.count(sql`strangers inner join ${unique} as keys on keys.key = ${compared(kind, sql`strangers.customer_id`)}`);
    if (found === 0 || (kind !== 'email' && !byAddress && found < strangers * leastShare)) continue;
    const joined = await joinIds(customers, kind, keys);
    if (!byAddress) return joined;
    first ??= joined;
  }
  return first;
}

async function joinIds(customers: CustomersOf, kind: KeyKind, keys: Keys): Promise<JoinedBy | null> {
  const unique = await keys.unique(kind);
  if (unique === null) return null;
  await keys.rows.engine.create(
    'joined_ids',
    sql`select strangers.customer_id as id, keys.customer_id as target from strangers inner join ${unique} as keys
      on keys.key = ${compared(kind, sql`strangers.customer_id`)}`,
  );
  return apply(customers, kind, headersOf(keys, kind), keys);
}

/** A column beside an id that hardly any customer of the list has: its values are asked of distinct customers, and of the best of these columns. */
async function joinBeside(customers: CustomersOf, strangers: number, keys: Keys): Promise<JoinedBy | null> {
  const { loaded } = customers;
  const { engine } = keys.rows;
  const all = await keys.count(identifier(customers.name));
  if (strangers < all * 0.9 || loaded.entity.id !== 'orders') return null;
  let best: { readonly column: KeyColumn; readonly found: number } | null = null;
  const columns = keyColumns(loaded, keys.rows);
  for (const [index, column] of columns.entries()) {
    const unique = await keys.unique(column.kind);
    if (unique === null) continue;
    const beside = `beside_${index}`;
    await engine.create(
      beside,
      sql`select pairs.id, min(keys.customer_id) as target from (
          select distinct customer_id as id, ${compared(column.kind, sql`value`)} as key from (${column.rows}) as named where customer_id is not null
        ) as pairs inner join ${unique} as keys on keys.key = pairs.key where pairs.id in (select customer_id from strangers)
        group by pairs.id having count(distinct keys.customer_id) = 1`,
    );
    const found = await keys.count(identifier(beside));
    if (found >= strangers * leastShare && (best === null || found > best.found)) {
      if (best !== null) await engine.drop('joined_ids');
      await engine.create('joined_ids', sql`select * from ${identifier(beside)}`);
      best = { column, found };
    }
    await engine.drop(beside);
  }
  return best === null ? null : apply(customers, best.column.kind, [best.column.header], keys);
}

function headersOf({ lists, rows }: Keys, kind: KeyKind): string[] {
  return lists
    .flatMap((list) =>
      keyColumns(list, rows)
        .filter((column) => column.kind === kind)
        .map(({ header }) => header),
    )
    .slice(0, 1);
}

/** Gives the rows of `joined_ids` the ids of the list. */
async function apply(customers: CustomersOf, kind: KeyKind, headers: readonly string[], keys: Keys): Promise<JoinedBy | null> {
  const { loaded, name } = customers;
  const { engine } = keys.rows;
  const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
  const lines = identifier(loaded.name);
  const [row] = await engine.rows<{ n: number; amount: number | null; customers: number; first: number | null }>(
    sql`select count(*) as n, ${amount} as amount, count(distinct id) as customers, min(line.rowid) as first
      from ${lines} as line inner join joined_ids on joined_ids.id = line.customer_id where _reason = 0`,
  );
  const all = await keys.count(identifier(name));
  await keys.rows.rename(customers, 'joined_ids');
  await engine.run(sql`insert into ${identifier(aliasTable)} select id, target from joined_ids`);
  await engine.drop('joined_ids');
  return row === undefined || row.n === 0 ? null : { kind, headers, all, ...row };
}
