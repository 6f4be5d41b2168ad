import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { type ContactColumn, contactColumns } from '../../model/contact-words.ts';
import { isMasked, isZeroId, placeholderKind } from '../../model/customer-placeholders.ts';
import type { Trouble } from '../../quality/check.ts';
import { mayBeNobody, mostLooked } from '../identity/customers-of.ts';
import { guestsNote, maskedNote, placeholderNote, type Touched } from '../identity/identity-notes.ts';
import { type Listed, placeholdersAmong } from '../identity/placeholders.ts';
import { headTexts } from '../meaning/head-values.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { SourcePlan } from './plan.ts';
import { buyerField, contactText, judgedRows, noFacts, storedValues } from './rows.ts';
import { textOf } from './values.ts';

/** A plan that knows who is nobody, and what has to be said of it once the rows are judged. */
export interface SettledNobodies {
  readonly plan: SourcePlan;
  readonly troubles: (table: LoadedTable) => Promise<Trouble[]>;
}

interface Found {
  readonly id: string | null;
  /** Beside the id, where it may be a placeholder. */
  readonly name: string | null;
  readonly n: number;
  readonly amount: number | null;
}

/**
 * Takes placeholders out of the customers of a table of orders or deals, as in files: buyers are told apart by the e-mail address or phone
 * number of the row, else the row is set aside. One query asks for the words; a number 0 is judged by the head of the table.
 */
export async function settleSourceNobodies(
  plan: SourcePlan,
  { listed, keep }: { readonly listed: Listed; readonly keep: boolean },
  zone: string | null,
  engine: PostgresEngine,
): Promise<SettledNobodies> {
  const buyer = buyerField(plan);
  if (buyer === undefined || !['orders', 'opportunities'].includes(plan.entity.id)) return { plan, troubles: async () => [] };
  const columns = plan.entity.id === 'orders' ? contactsOf(plan) : [];
  const contact = contactOf(plan, columns);
  const isNamed = buyer.name === 'customer_id' && plan.fields.some((field) => field.name === 'customer');
  const found = await findNobodies(plan, contact !== null, isNamed, zone, engine);
  const masked = found.filter(({ id }) => id !== null && isMasked(id));
  const maskedTroubles = (table: LoadedTable): Trouble[] => (masked.length === 0 ? [] : [maskedNote(table, touchedBy(masked))]);
  if (keep) return { plan, troubles: async (table) => maskedTroubles(table) };
  const some = found.flatMap(({ id, name, n }) => (id === null ? [] : [{ id, name, lines: n }]));
  const placeholders = new Set(placeholdersAmong(some, listed.known));
  for (const row of found)
    if (row.id !== null && !listed.known.has(row.id) && (listed.nobody.has(row.id) || (await isNobody(plan, row, contact, engine))))
      placeholders.add(row.id);
  const nobodies = found.filter(({ id }) => id !== null && placeholders.has(id));
  const blank = contact === null ? [] : found.filter(({ id }) => id === null);
  if (nobodies.length + blank.length === 0) return { plan, troubles: async (table) => maskedTroubles(table) };
  const isAmong = (ids: Iterable<string>) => {
    const list = [...ids].map((id) => sql`${id}`);
    return (customer: Sql): Sql => (list.length === 0 ? trusted('false') : sql`coalesce(${customer} in (${join(list)}), false)`);
  };
  const isTest = ({ id, name: own }: Found): boolean => [id, own].some((text) => text !== null && placeholderKind(text) === 'test');
  const tests = nobodies.filter(isTest);
  const guests = [...nobodies.filter((row) => !isTest(row)), ...blank];
  return {
    plan: { ...plan, nobodies: { when: isAmong(placeholders), test: isAmong(tests.map(({ id }) => id!)), contact } },
    troubles: async (table) => [
      ...(contact === null || guests.length === 0
        ? []
        : [
            guestsNote(
              table,
              { rows: touchedBy(guests).rows, amount: touchedBy(guests).amount, customers: null, columns },
              touchedBy(guests),
            ),
          ]),
      ...(await leftTroubles(table, nobodies, engine)),
      ...maskedTroubles(table),
    ],
  };
}

/** Rows that name nobody and are told apart by nothing: set aside in orders, without a customer in deals. */
async function leftTroubles(table: LoadedTable, nobodies: readonly Found[], engine: PostgresEngine): Promise<Trouble[]> {
  if (nobodies.length === 0) return [];
  if (table.entity.id !== 'orders') return [placeholderNote(table, touchedBy(nobodies))];
  const sum = table.stored.includes('amount') ? sql`sum(amount)` : trusted('cast(null as decimal(18,4))');
  const [left] = await engine.rows<{ n: number; amount: number | null }>(
    sql`select count(*) as n, ${sum} as amount from ${identifier(table.name)} where _reason = ${reasonCode('customer-placeholder')}`,
  );
  return left === undefined || left.n === 0 ? [] : [placeholderNote(table, { ...touchedBy(nobodies), rows: left.n, amount: left.amount })];
}

function touchedBy(found: readonly Found[]): Touched {
  const amounts = found.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return {
    rows: found.reduce((rows, { n }) => rows + n, 0),
    amount: amounts.length === 0 ? null : Number(amounts.reduce((total, amount) => total + amount, 0).toFixed(4)),
    words: [...new Set(found.map(({ id, name }) => (name !== null && placeholderKind(name) !== null ? name : (id ?? ''))))],
    first: null,
  };
}

async function findNobodies(
  plan: SourcePlan,
  blanks: boolean,
  named: boolean,
  zone: string | null,
  engine: PostgresEngine,
): Promise<Found[]> {
  const rows = judgedRows({ ...plan, perOrder: { ...plan.perOrder, fields: new Set<string>() } }, noFacts, zone);
  const stored = storedValues(plan);
  const amount = stored.has('amount') ? sql`sum(amount)` : trusted('cast(null as decimal(18,4))');
  const name = named ? sql`case when ${mayBeNobody(sql`customer`, engine)} then customer end` : trusted('cast(null as text)');
  // A row without a customer is set aside for that; with an address it is not.
  const counts = plan.entity.id === 'orders' ? sql`_reason in (0, ${reasonCode('customer-missing')})` : sql`_reason = 0`;
  return engine.rows<{ id: string | null; name: string | null; n: number; amount: number | null }>(
    sql`select id, name, count(*) as n, ${amount} as amount from (
        select customer_id as id, ${name} as name${stored.has('amount') ? trusted(', amount') : trusted('')} from (${rows}) as judged
        where ${counts}
      ) as named where name is not null ${blanks ? trusted('or id is null') : trusted('')} or ${mayBeNobody(sql`id`, engine)}
      group by id, name order by n desc, id, name limit ${mostLooked}`,
  );
}

/** The columns of a table that tell its buyers apart, beside the one of the customer. */
export function contactsOf(plan: SourcePlan): ContactColumn[] {
  const names = plan.relation.columns.map((column) => (column.readable ? column.name : ''));
  const taken = new Set(plan.fields.filter(({ name }) => name === 'customer_id' || name === 'customer').map(({ index }) => index));
  return contactColumns(names).filter(({ index }) => !taken.has(index));
}

function contactOf(plan: SourcePlan, columns: readonly ContactColumn[]): Sql | null {
  if (columns.length === 0) return null;
  const values = columns.map(({ kind, index }) => contactText(kind, textOf(plan.relation.columns[index]!)));
  return sql`coalesce(${join(values)})`;
}

/** As in files: see identity/placeholders.ts. The other ids are those of the head. */
async function isNobody(plan: SourcePlan, { id, n }: Found, contact: Sql | null, engine: PostgresEngine): Promise<boolean> {
  const buyer = buyerField(plan);
  if (id === null || buyer === undefined || !isZeroId(id)) return false;
  if (contact !== null) {
    const [row] = await engine.rows<{ n: number }>(
      sql`select count(distinct ${contact}) as n from ${plan.rows} where ${textOf(buyer.column)} = ${id}`,
    );
    if ((row?.n ?? 0) > 1) return true;
  }
  const all = headTexts(plan, buyer.index).filter((text) => text !== '' && text !== id);
  const others = [...new Set(all)];
  const numbers = others.map(Number).filter(Number.isFinite);
  if (others.length === 0) return false;
  if (numbers.length * 2 < others.length || id.startsWith('-')) return true;
  const fromZero = numbers.length + 1 >= (Math.max(...numbers) + 1) / 2;
  return !fromZero && n > 1 && n > 2 * (all.length / others.length);
}
