import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { CustomersOf } from './customers-of.ts';
import { joinedIdsNote, nearIdsNote, type WrittenOtherwise } from './same-ids-notes.ts';

/** The customers of a run by what they are called in other places: alias, customer_id. What `explain` looks a name up in. */
export const aliasTable = 'customer_aliases';

function charactersOf(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('');
}

const fullWidth = `${charactersOf(0xff01, 0xff5e)}\u3000\u00a0`;
const halfWidth = `${charactersOf(0x21, 0x7e)}  `;

/** An id in half width, with single blanks; an e-mail address in lower case. */
export function plainForm(id: Sql): Sql {
  const narrow = sql`trim(regexp_replace(translate(${id}, ${fullWidth}, ${halfWidth}), '\\s+', ' ', 'g'))`;
  return sql`case when contains(${id}, '@') then lower(${narrow}) else ${narrow} end`;
}

const salesforceId = '(00|a0)[0-9a-zA-Z]{13}[A-Z0-5]{3}';

/** Further without what spreadsheets put on ids or take off them: a text mark, decimals, leading zeros; and a Salesforce id of 18 characters as one of 15. */
function bareForm(plain: Sql): Sql {
  const unmarked = sql`regexp_replace(${plain}, '^[''\`]\\s*', '')`;
  const whole = sql`regexp_replace(${unmarked}, '^([0-9]+)\\.0+$', '\\1')`;
  const stripped = sql`regexp_replace(${whole}, '^0+([0-9]+)$', '\\1')`;
  return sql`case when length(${plain}) = 18 and regexp_full_match(${plain}, ${salesforceId}) and regexp_matches(${plain}, '[A-Za-z]')
    then left(${plain}, 15) else ${stripped} end`;
}

/** True where an id may be another one written otherwise. */
function isSuspicious(id: Sql): Sql {
  return sql`(${id} >= '0' and ${id} < '1' and length(${id}) > 1 or ${id} >= '''' and ${id} < '(' or ${id} >= '\`' and ${id} < 'a' or suffix(${id}, '0') and contains(${id}, '.0')
    or contains(${id}, '@') and lower(${id}) <> ${id} or contains(${id}, '  ')
    or strlen(${id}) <> length(${id}) and regexp_matches(${id}, '[\\x{FF01}-\\x{FF5E}\\x{3000}\\x{00A0}]')
    or length(${id}) = 18 and regexp_full_match(${id}, ${salesforceId}))`;
}

/**
 * Gives customers whose id is written in several ways one id: that of the customer list where it has one of them, else the most usual. Ids
 * that are the same in half width, and e-mail addresses without their case, always are; a text mark, decimals and leading zeros are left out
 * where that finds a customer of the list, leading zeros also among the orders where all padded ids are of one length.
 */
export async function joinSameIds(named: readonly CustomersOf[], lists: readonly LoadedTable[], engine: DuckDbEngine): Promise<Trouble[]> {
  if (!(await anySuspicious(named, lists, engine))) return [];
  const known = lists.map(
    (list) => sql`select customer_id as id, true as known, 0 as lines from ${identifier(list.name)} where _reason = 0`,
  );
  const used = named.map(({ name }) => sql`select customer_id as id, false as known, lines from ${identifier(name)}`);
  await engine.create(
    'customer_ids',
    sql`select id, known, lines, plain, ${bareForm(sql`plain`)} as bare from (
      select id, bool_or(known) as known, sum(lines)::bigint as lines, ${plainForm(sql`id`)} as plain
      from (${join([...known, ...used], ' union all ')}) where id is not null group by id)`,
  );
  await engine.create('same_ids', sameIds);
  const notes: Trouble[] = [];
  for (const { loaded } of named) notes.push(...(await applyTo(loaded, engine)));
  notes.push(...(await nearIds(named, engine)));
  await engine.run(sql`insert into ${identifier(aliasTable)} select id, target from same_ids`);
  await engine.drop('same_ids');
  await engine.drop('customer_ids');
  return notes;
}

async function anySuspicious(named: readonly CustomersOf[], lists: readonly LoadedTable[], engine: DuckDbEngine): Promise<boolean> {
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
    select plain, count(*) as ids, count(*) filter (where known) as known, first(id order by known desc, id = plain desc, lines desc, id) as target
    from customer_ids group by plain having count(*) > 1
  ),
  widths as (
    select id, target, case when contains(id, '@') then 'case' else 'width' end as how
    from customer_ids inner join by_plain using (plain) where by_plain.known <= 1 and not customer_ids.known and id <> target
  ),
  left_over as (select * from customer_ids where not known and id not in (select id from widths)),
  listed as (select bare, min(id) as target from customer_ids where known group by bare having count(*) = 1),
  to_list as (
    select id, target, case when left(id, 1) in ('''', '\`') or left(target, 1) in ('''', '\`') then 'mark' when contains(id, '.') or contains(target, '.') then 'decimals'
      when length(id) <> length(target) and regexp_matches(id, '[A-Za-z]') then 'check' else 'zeros' end as how
    from left_over inner join listed using (bare) where id <> target
  ),
  padded as (
    select min(length(id)) as shortest, max(length(id)) as longest from left_over where regexp_full_match(id, '0[0-9]+')
  ),
  among as (
    select left_over.id, plain_ids.id as target, 'padded' as how
    from left_over inner join left_over as plain_ids on plain_ids.id = left_over.bare cross join padded
    where regexp_full_match(left_over.id, '0[0-9]+') and shortest = longest and length(plain_ids.id) < longest
      and left_over.id not in (select id from to_list)
  )
  select * from widths union all select * from to_list union all select * from among`;

async function applyTo(loaded: LoadedTable, engine: DuckDbEngine): Promise<Trouble[]> {
  const name = identifier(loaded.name);
  const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
  const found = await engine.rows<{
    how: WrittenOtherwise['how'];
    n: number;
    amount: number | null;
    ids: number;
    id: string;
    target: string;
    first: number;
  }>(
    sql`select how, count(*) as n, ${amount} as amount, count(distinct id) as ids, min(id) as id, min_by(target, id) as target, min(line.rowid) as first
      from ${name} as line inner join same_ids on same_ids.id = line.customer_id where _reason = 0 group by how order by how`,
  );
  await engine.run(sql`update ${name} as line set customer_id = same_ids.target from same_ids where same_ids.id = line.customer_id`);
  return found.map((row) => joinedIdsNote(loaded, row));
}

/** Ids that are alike and stay apart, because no list says that they are one. */
async function nearIds(named: readonly CustomersOf[], engine: DuckDbEngine): Promise<Trouble[]> {
  await engine.create(
    'near_ids',
    sql`with left_over as (select * from customer_ids where id not in (select id from same_ids)),
      groups as (select bare from left_over group by bare having count(*) > 1 and not bool_and(known and regexp_full_match(id, '[0-9]+')))
      select left_over.id, groups.bare, first(left_over.id) over (partition by groups.bare order by left_over.id) as other
      from left_over inner join groups using (bare)`,
  );
  const notes: Trouble[] = [];
  for (const { loaded } of named) {
    const amount = loaded.stored.includes('amount') ? sql`sum(amount)` : sql`null`;
    const [row] = await engine.rows<{ n: number; amount: number | null; id: string | null; other: string | null; first: number | null }>(
      sql`select count(*) as n, ${amount} as amount, max(near_ids.id) as id, max_by(other, near_ids.id) as other, min(line.rowid) as first
        from ${identifier(loaded.name)} as line inner join near_ids on near_ids.id = line.customer_id where _reason = 0`,
    );
    if (row !== undefined && row.n > 0) notes.push(nearIdsNote(loaded, row));
  }
  await engine.drop('near_ids');
  return notes;
}
