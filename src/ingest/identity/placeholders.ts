import type { DuckDbEngine } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { isNullWord, isZeroId, placeholderKind } from '../../model/customer-placeholders.ts';
import { contactColumns } from '../../model/contact-words.ts';
import { rawColumn } from '../raw-records.ts';
import type { LoadedTable } from '../table-plan.ts';
import { hasField } from '../table-plan.ts';
import { type CustomersOf, doubtfulCustomers, mayBeNobody, type NamedCustomer } from './customers-of.ts';

/** What stands for nobody in the customer columns of a run. */
export interface Nobodies {
  /** Ids and names that are set aside, or told apart by what else the row says. */
  readonly ids: ReadonlySet<string>;
  /** Of these, words that mean a blank cell: they are read as one. */
  readonly blank: ReadonlySet<string>;
  /** Ids that a customer list gives to a placeholder, a guest or a test: its rows are no customers. */
  readonly listed: ReadonlySet<string>;
}

/** Customer lists give ids to walk-in customers and to tests, too; one with an id 0 and a name of its own is a customer. */
export interface Listed {
  readonly nobody: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** A list with more records than this for guests has one for each of them: the ids tell them apart. */
const mostCollective = 3;

/** Finds what stands for nobody among the customers of all tables. */
export async function findNobodies(
  named: readonly CustomersOf[],
  lists: readonly LoadedTable[],
  engine: DuckDbEngine,
): Promise<Nobodies & { readonly doubtful: ReadonlyMap<CustomersOf, readonly NamedCustomer[]> }> {
  const { nobody, known } = await listedNobodies(lists, engine);
  const ids = new Set(nobody);
  const blank = new Set<string>();
  const doubtful = new Map<CustomersOf, readonly NamedCustomer[]>();
  for (const customers of named) {
    const some = await doubtfulCustomers(identifier(customers.name), engine);
    doubtful.set(customers, some);
    for (const { id } of some) if (isNullWord(id)) blank.add(id);
    for (const id of placeholdersAmong(some, known)) ids.add(id);
    for (const { id, lines } of some)
      if (isZeroId(id) && !known.has(id) && !ids.has(id) && (await isNobody(id, lines, customers, engine))) ids.add(id);
  }
  return { ids, blank, listed: nobody, doubtful };
}

/** The ids of customers that are placeholders by their id or their name, but for those that a list knows; a 0 is told otherwise. */
export function placeholdersAmong(customers: readonly NamedCustomer[], known: ReadonlySet<string>): string[] {
  const others = customers.filter(({ id }) => !known.has(id));
  return [...others.filter(({ id }) => placeholderKind(id) !== null), ...collective(others)].map(({ id }) => id);
}

/** Customers with an id of their own and the name of a test, or of guests where few share it: a collective account. */
function collective(customers: readonly NamedCustomer[]): NamedCustomer[] {
  const of = (kind: 'guest' | 'test'): NamedCustomer[] =>
    customers.filter(({ id, name }) => name !== null && name !== id && placeholderKind(name) === kind);
  const guests = of('guest');
  return [...of('test'), ...(guests.length <= mostCollective ? guests : [])];
}

export async function listedNobodies(lists: readonly LoadedTable[], engine: Engine): Promise<Listed> {
  const nobody = new Set<string>();
  const known = new Set<string>();
  for (const list of lists.filter(({ stored }) => stored.includes('customer_id'))) {
    const name = hasField(list, 'name') ? sql`name` : sql`null::varchar`;
    const rows = await engine.rows<{ id: string; name: string | null; lines: number }>(
      sql`select customer_id as id, ${name} as name, 1 as lines from ${identifier(list.name)} where _reason = 0 and customer_id is not null
        and (${mayBeNobody(sql`customer_id`, engine)} or ${mayBeNobody(sql`coalesce(${name}, '')`, engine)}) order by 1 limit 20000`,
    );
    for (const { id } of collective(rows)) nobody.add(id);
    for (const row of rows) {
      if (nobody.has(row.id)) continue;
      const own = row.name !== null && row.name !== row.id && placeholderKind(row.name) === null;
      if (own || !hasField(list, 'name')) {
        if (own || placeholderKind(row.id) === null) known.add(row.id);
        else nobody.add(row.id);
      } else if (placeholderKind(row.id) !== null || (isZeroId(row.id) && row.name !== null)) nobody.add(row.id);
    }
  }
  return { nobody, known };
}

/** A 0 among numbers is a customer where numbering begins with it, or where it is as rare as the others. */
async function isNobody(id: string, lines: number, { loaded, name }: CustomersOf, engine: DuckDbEngine): Promise<boolean> {
  if (await hasSeveralAddresses(loaded, id, engine)) return true;
  const [others] = await engine.rows<{ n: number; numbers: number; most: number | null; average: number | null }>(
    sql`select count(*) as n, count(try_cast(customer_id as bigint)) as numbers, max(try_cast(customer_id as bigint))::double as most,
      avg(lines) as average from ${identifier(name)} where customer_id <> ${id}`,
  );
  if (others === undefined || others.n === 0) return false;
  if (others.numbers * 2 < others.n || id.startsWith('-')) return true;
  const numberedFromZero = others.most !== null && others.numbers + 1 >= (others.most + 1) / 2;
  return !numberedFromZero && lines > 1 && lines > 2 * (others.average ?? 0);
}

/** Whether the rows of an id give different e-mail addresses or phone numbers: then they are not those of one customer. */
async function hasSeveralAddresses(loaded: LoadedTable, id: string, engine: DuckDbEngine): Promise<boolean> {
  const isCustomer = (index: number): boolean =>
    loaded.fields.some((field) => field.index === index && (field.name === 'customer_id' || field.name === 'customer'));
  const column = contactColumns(loaded.table.columns).find(({ index }) => !isCustomer(index));
  if (column === undefined) return false;
  const [row] = await engine.rows<{ n: number }>(
    sql`select count(distinct lower(trim(raw.${rawColumn(column.index)}))) as n from ${identifier(loaded.name)} as line
      inner join ${loaded.records} as raw on raw._record = line.rowid where line.customer_id = ${id}`,
  );
  return (row?.n ?? 0) > 1;
}
