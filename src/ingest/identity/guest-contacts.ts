import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { contactColumns, type ContactColumn } from '../../model/contact-words.ts';
import { mailOf, phoneOf } from '../../model/customer-placeholders.ts';
import { rawColumn } from '../raw-records.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { LoadedTable } from '../table-plan.ts';

/** What told the buyers of some rows apart. */
export interface ToldApart {
  /** Of these that were used, or would have been with a customer. */
  readonly rows: number;
  readonly amount: number | null;
  /** Null where they were not counted. */
  readonly customers: number | null;
  readonly columns: readonly ContactColumn[];
}

/**
 * Rows that name nobody, or somebody under a mask, become the customer of the e-mail address or the phone number that stands beside: the one
 * customer of the same file who has it, else the address itself. Rows without either stay as they are.
 */
export async function tellApart(loaded: LoadedTable, nobody: Sql, engine: DuckDbEngine): Promise<ToldApart | null> {
  const used = new Set(loaded.fields.filter(({ name }) => name === 'customer_id' || name === 'customer').map(({ index }) => index));
  const columns = contactColumns(loaded.table.columns).filter(({ index }) => !used.has(index));
  if (columns.length === 0) return null;
  const [mail, phone] = (['email', 'phone'] as const).map((kind) => columns.find((column) => column.kind === kind));
  const cell = (column: ContactColumn | undefined): Sql => (column === undefined ? sql`null::varchar` : rawColumn(column.index));
  const name = identifier(loaded.name);
  const records = sql`${name} as line inner join (select _record, ${cell(mail)} as mail, ${cell(phone)} as phone from ${loaded.records}) as raw
    on raw._record = line.rowid`;
  await engine.create('guest_rows', sql`select line.rowid as line, raw.mail, raw.phone from ${records} where ${nobody}`);
  const cells = await engine.rows<{ mail: string | null; phone: string | null }>(sql`select distinct mail, phone from guest_rows`);
  const text = (cellName: string) => ({ name: cellName, type: 'text' }) as const;
  await engine.append('guest_contacts', [text('mail'), text('phone'), text('contact')], contactsOf(cells));
  await engine.create(
    'guests',
    sql`select guest_rows.line, guest_contacts.contact from guest_rows inner join guest_contacts
      on guest_contacts.mail is not distinct from guest_rows.mail and guest_contacts.phone is not distinct from guest_rows.phone`,
  );
  // The customer who bought under the same address while signed in.
  await engine.create(
    'contact_owners',
    sql`select contact, min(customer_id) as customer_id from (
        select line.customer_id, lower(trim(raw.mail)) as contact from ${records} where not ${nobody} and line.customer_id is not null
        union all
        select line.customer_id, regexp_replace(raw.phone, '[^0-9]', '', 'g') as contact from ${records} where not ${nobody} and line.customer_id is not null
      ) where contact in (select contact from guests) group by contact having count(distinct customer_id) = 1`,
  );
  await engine.run(sql`update ${name} as line set customer_id = told.customer_id from (
      select guests.line, coalesce(contact_owners.customer_id, guests.contact) as customer_id
      from guests left join contact_owners on contact_owners.contact = guests.contact
    ) as told where told.line = line.rowid`);
  const amount = loaded.stored.includes('amount') ? sql`sum(line.amount)` : sql`null`;
  const [count] = await engine.rows<{ n: number; amount: number | null; customers: number; mails: number; phones: number }>(
    sql`select count(*) as n, ${amount} as amount, count(distinct contact) as customers, count(*) filter (where contains(contact, '@')) as mails,
      count(*) filter (where not contains(contact, '@')) as phones from guests inner join ${name} as line on line.rowid = guests.line
      where line._reason in (0, ${reasonCode('customer-missing')})`,
  );
  for (const table of ['guest_rows', 'guest_contacts', 'guests', 'contact_owners']) await engine.drop(table);
  if (count === undefined || count.n === 0) return null;
  const telling = [...(count.mails > 0 && mail !== undefined ? [mail] : []), ...(count.phones > 0 && phone !== undefined ? [phone] : [])];
  return { rows: count.n, amount: count.amount, customers: count.customers, columns: telling };
}

function* contactsOf(cells: readonly { mail: string | null; phone: string | null }[]) {
  for (const { mail, phone } of cells) {
    const contact = (mail === null ? null : mailOf(mail)) ?? (phone === null ? null : phoneOf(phone));
    if (contact !== null) yield { mail, phone, contact };
  }
}
