import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { CustomerRows } from './customer-rows.ts';
import type { CustomersOf } from './customers-of.ts';
import { joinedIdsNote, nearIdsNote, type WrittenOtherwise } from './same-ids-notes.ts';

/** The customers of a run by what they are called in other places: alias, customer_id. What `explain` looks a name up in. */
export const aliasTable = 'customer_aliases';

function charactersOf(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('');
}

const fullWidth = `${charactersOf(0xff01, 0xff5e)}\u3000\u00a0`;
const halfWidth = `${charactersOf(0x21, 0x7e)}  `;
/** Finds any of the full-width ones: many times as fast as to translate. DuckDB matches the whole, PostgreSQL any part. */
const anyFullWidth = '.*[\uff01-\uff5e\u3000\u00a0].*';

/** An id in half width, with single blanks; an e-mail address in lower case. */
export function plainForm(id: Sql): Sql {
  const narrow = sql`trim(regexp_replace(translate(${id}, ${fullWidth}, ${halfWidth}), '\\s+', ' ', 'g'))`;
  return sql`case when ${id} like '%@%' then lower(${narrow}) else ${narrow} end`;
}

const salesforceId = '^(00|a0)[0-9a-zA-Z]{13}[A-Z0-5]{3}$';

/** Further without what spreadsheets put on ids or take off them: a text mark, decimals, leading zeros; and a Salesforce id of 18 characters as one of 15. */
function bareForm(plain: Sql): Sql {
  const unmarked = sql`regexp_replace(${plain}, '^[''\`]\\s*', '')`;
  const whole = sql`regexp_replace(${unmarked}, '^([0-9]+)\\.0+$', '\\1')`;
  const stripped = sql`regexp_replace(${whole}, '^0+([0-9]+)$', '\\1')`;
  return sql`case when length(${plain}) = 18 and ${plain} ~ ${salesforceId} and lower(${plain}) <> upper(${plain})
    then left(${plain}, 15) else ${stripped} end`;
}

/** True where an id may be another one written otherwise. */
function isSuspicious(id: Sql): Sql {
  return sql`(${id} >= '0' and ${id} < '1' and length(${id}) > 1 or ${id} >= '''' and ${id} < '(' or ${id} >= '\`' and ${id} < 'a' or ${id} like '%.0%' and ${id} like '%0'
    or ${id} like '%@%' and lower(${id}) <> ${id} or ${id} like '%  %'
    or bit_length(${id}) <> 8 * length(${id}) and ${id} ~ ${anyFullWidth}
    or length(${id}) = 18 and ${id} ~ ${salesforceId})`;
}

/**
 * Gives customers whose id is written in several ways one id: that of the customer list where it has one of them, else the most usual. Ids
 * that are the same in half width, and e-mail addresses without their case, always are; a text mark, decimals and leading zeros are left out
 * where that finds a customer of the list, leading zeros also among the orders where all padded ids are of one length.
 */
export async function joinSameIds(named: readonly CustomersOf[], lists: readonly LoadedTable[], rows: CustomerRows): Promise<Trouble[]> {
  const { engine } = rows;
  if (!(await anySuspicious(named, lists, rows))) return [];
  const known = lists.map(
    (list) => sql`select customer_id as id, true as known, 0 as lines from ${identifier(list.name)} where _reason = 0`,
  );
  const used = named.map(({ name }) => sql`select customer_id as id, false as known, lines from ${identifier(name)}`);
  await engine.create(
    'customer_ids',
    sql`select id, known, lines, plain, ${bareForm(sql`plain`)} as bare from (
      select id, bool_or(known) as known, sum(lines)::bigint as lines, ${plainForm(sql`id`)} as plain
      from (${join([...known, ...used], ' union all ')}) as all_ids where id is not null group by id) as plain_ids`,
  );
  await engine.create('same_ids', sameIds);
  const notes: Trouble[] = [];
  for (const customers of named) notes.push(...(await applyTo(customers, rows)));
  notes.push(...(await nearIds(named, rows)));
  await engine.run(sql`insert into ${identifier(aliasTable)} select id, target from same_ids`);
  await engine.drop('same_ids');
  await engine.drop('customer_ids');
  return notes;
}

async function anySuspicious(named: readonly CustomersOf[], lists: readonly LoadedTable[], { engine }: CustomerRows): Promise<boolean> {
  for (const name of [...named.map((customers) => customers.name), ...lists.map((list) => list.name)]) {
    const [row] = await engine.rows<{ found: boolean | null }>(
      sql`select bool_or(${isSuspicious(sql`customer_id`)}) as found from ${identifier(name)}`,
    );
    if (row?.found === true) return true;
  }
  return false;
}

/** id, target, what tells them apart. Ids of the list are nobody else's. */
const sameIds = sql`
  with by_plain as (
    select plain, count(*) as ids, count(*) filter (where known) as known, (array_agg(id order by known desc, id = plain desc, lines desc, id))[1] as target
    from customer_ids group by plain having count(*) > 1
  ),
  widths as (
    select id, target, case when id like '%@%' then 'case' else 'width' end as how
    from customer_ids inner join by_plain using (plain) where by_plain.known <= 1 and not customer_ids.known and id <> target
  ),
  left_over as (select * from customer_ids where not known and id not in (select id from widths)),
  listed as (select bare, min(id) as target from customer_ids where known group by bare having count(*) = 1),
  to_list as (
    select id, target, case when left(id, 1) in ('''', '\`') or left(target, 1) in ('''', '\`') then 'mark' when id like '%.%' or target like '%.%' then 'decimals'
      when length(id) <> length(target) and lower(id) <> upper(id) then 'check' else 'zeros' end as how
    from left_over inner join listed using (bare) where id <> target
  ),
  padded as (
    select min(length(id)) as shortest, max(length(id)) as longest from left_over where id ~ '^0[0-9]+$'
  ),
  among as (
    select left_over.id, plain_ids.id as target, 'padded' as how
    from left_over inner join left_over as plain_ids on plain_ids.id = left_over.bare cross join padded
    where left_over.id ~ '^0[0-9]+$' and shortest = longest and length(plain_ids.id) < longest
      and left_over.id not in (select id from to_list)
  )
  select * from widths union all select * from to_list union all select * from among`;

async function applyTo(customers: CustomersOf, rows: CustomerRows): Promise<Trouble[]> {
  const { loaded } = customers;
  const name = identifier(loaded.name);
  const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
  const found = await rows.engine.rows<{
    how: WrittenOtherwise['how'];
    n: number;
    amount: number | null;
    ids: number;
    id: string;
    target: string;
    first: number;
  }>(
    sql`select how, count(*) as n, ${amount} as amount, count(distinct id) as ids, min(id) as id, (array_agg(target order by id))[1] as target, min(line.rowid) as first
      from ${name} as line inner join same_ids on same_ids.id = line.customer_id where _reason = 0 group by how order by how`,
  );
  await rows.rename(customers, 'same_ids');
  return found.map((row) => joinedIdsNote(loaded, row));
}

/** Ids that are alike and stay apart, because no list says that they are one. */
async function nearIds(named: readonly CustomersOf[], { engine }: CustomerRows): Promise<Trouble[]> {
  await engine.create(
    'near_ids',
    sql`with left_over as (select * from customer_ids where id not in (select id from same_ids)),
      groups as (select bare from left_over group by bare having count(*) > 1 and not bool_and(known and id ~ '^[0-9]+$'))
      select left_over.id, groups.bare, min(left_over.id) over (partition by groups.bare) as other
      from left_over inner join groups using (bare)`,
  );
  const notes: Trouble[] = [];
  for (const { loaded } of named) {
    const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
    const [row] = await engine.rows<{ n: number; amount: number | null; id: string | null; other: string | null; first: number | null }>(
      sql`select count(*) as n, ${amount} as amount, max(near_ids.id) as id, (array_agg(other order by near_ids.id desc))[1] as other, min(line.rowid) as first
        from ${identifier(loaded.name)} as line inner join near_ids on near_ids.id = line.customer_id where _reason = 0`,
    );
    if (row !== undefined && row.n > 0) notes.push(nearIdsNote(loaded, row));
  }
  await engine.drop('near_ids');
  return notes;
}
