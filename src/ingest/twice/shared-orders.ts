import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import { rowsOfAll } from '../many-parts.ts';
import { hasField } from '../table-plan.ts';
import { type Export, saysFate } from './several-exports.ts';
import { settleTwice } from './twice-rows.ts';

/** What tells the lines of an order apart, where several exports have it. */
export const comparedFields = ['orders.product_id', 'orders.product'];

/**
 * Orders (number, customer and day) that stand in several exports. A line that is in both, amount and all, counts once; an order that has
 * changed counts as the later export has it. Lines that no other export has stay: a file may be cut in the middle of an order, or hold
 * a part of its lines.
 */
export async function countSharedOrdersOnce(exports: readonly Export[], engine: DuckDbEngine): Promise<Trouble[]> {
  const numbered = exports.filter(({ loaded }) => hasField(loaded, 'order_id') && isComparable(loaded.stored));
  if (numbered.length < 2 || !(await shareNumbers(numbered, engine))) return [];
  try {
    await engine.create('shared_orders', sharedOrders(await rowsOfAll('order_places', placesOf(numbered), engine)));
    const [shared] = await engine.rows<{ n: number }>(sql`select count(*) as n from shared_orders`);
    if ((shared?.n ?? 0) === 0) return [];
    await engine.create('shared_lines', sharedLines(await rowsOfAll('compared_lines', linesOf(numbered), engine)));
    await engine.create('shared_versions', versions(numbered));
    await engine.create('twice_rows', twiceRows());
    return await settleTwice(exports, engine, 'number');
  } finally {
    for (const name of ['twice_rows', 'shared_versions', 'shared_lines', 'compared_lines', 'shared_orders', 'order_places'])
      await engine.run(sql`drop table if exists ${identifier(name)}`);
  }
}

function isComparable(stored: readonly string[]): boolean {
  return ['order_id', 'customer_id', 'ordered_at', 'amount'].every((field) => stored.includes(field));
}

/** Whether any two exports have numbers between the same ends; asked first, for exports of different times mostly have none in common. */
async function shareNumbers(exports: readonly Export[], engine: DuckDbEngine): Promise<boolean> {
  const ends: { readonly first: Buffer; readonly last: Buffer }[] = [];
  for (const { loaded } of exports) {
    const [row] = await engine.rows<{ first: string | null; last: string | null }>(
      sql`select min(order_id) as first, max(order_id) as last from ${identifier(loaded.name)} where ${saysFate}`,
    );
    if (row !== undefined && row.first !== null && row.last !== null)
      ends.push({ first: Buffer.from(row.first), last: Buffer.from(row.last) });
  }
  const isUpTo = (a: Buffer, b: Buffer): boolean => Buffer.compare(a, b) <= 0;
  return ends.some((one, index) => ends.slice(index + 1).some((other) => isUpTo(one.first, other.last) && isUpTo(other.first, one.last)));
}

function placesOf(exports: readonly Export[]): Sql[] {
  return exports.map(
    ({ loaded, place }) =>
      sql`select order_id, customer_id, ${place} as place from ${identifier(loaded.name)}
        where ${saysFate} and order_id is not null and customer_id is not null`,
  );
}

function sharedOrders(places: Sql): Sql {
  return sql`select order_id, customer_id from ${places} as places group by all having min(place) < max(place)`;
}

/** The lines that are compared, of all orders. */
function linesOf(exports: readonly Export[]): Sql[] {
  const product = ['product_id', 'product'].find((field) => exports.every(({ loaded }) => loaded.stored.includes(field)));
  const what = product === undefined ? sql`null::varchar` : identifier(product);
  return exports.map(
    ({ loaded, place }) =>
      sql`select ${place} as place, rowid as line, order_id, customer_id, ordered_at::date as day, ${what} as what, amount, _reason as reason
        from ${identifier(loaded.name)} where ${saysFate}`,
  );
}

/**
 * Lines of these orders; of equal lines of one export the first meets the first of the other, the second the second. `latest`: the last export
 * that has the line, `fate`: its reason there.
 */
function sharedLines(lines: Sql): Sql {
  const shared = sql`select lines.* from ${lines} as lines inner join shared_orders using (order_id, customer_id)`;
  const same = sql`order_id, customer_id, day, what, amount`;
  return sql`select *, max(place) over same as latest, arg_max(reason, place) over same as fate
    from (select *, row_number() over (partition by place, ${same} order by line) as copy from (${shared}))
    window same as (partition by ${same}, copy)`;
}

/**
 * Orders that stand in two exports with lines that differ, `early` and the last one, `late`; and what is made of it. `changed`: the order is
 * as the later export has it. `summed`: one has the order in one line, the other its lines. `part`: one has only some of the lines. `cut`: the files are parts of
 * one list, cut within the order. `unclear`: nothing of the two is equal.
 */
function versions(exports: readonly Export[]): Sql {
  const single = join(exports.map(({ loaded, place }) => sql`(${place}, ${isOneLineAnOrder(loaded)})`));
  return sql`
    with grains(place, single) as (values ${single}),
    orders_in as (
      select order_id, customer_id, place, min(day) as day, min(what) as what, count(*) as lines, sum(amount) as amount, count(*) filter (where latest > place) as met,
        count(*) filter (where reason = 0) as counts
      from shared_lines group by all
    ),
    pairs as (
      select early.order_id, early.customer_id, early.place as early, late.place as late, early.lines as early_lines, late.lines as late_lines,
        early.amount as early_amount, late.amount as late_amount, early.met as met, late.counts as late_counts,
        early.lines = 1 and late.lines = 1 and early_grain.single and late_grain.single
          and early.what is not distinct from late.what as versions
      from orders_in as early
      inner join orders_in as late on late.order_id = early.order_id and late.customer_id = early.customer_id and late.day = early.day and late.place > early.place
      inner join grains as early_grain on early_grain.place = early.place
      inner join grains as late_grain on late_grain.place = late.place
      qualify late.place = max(late.place) over (partition by early.order_id, early.customer_id, early.place)
    ),
    counted as (
      select *, count(*) over (partition by early, late) as together, count(*) filter (where met > 0) over (partition by early, late) as alike from pairs
    )
    select order_id, customer_id, early, late, early_lines > late_lines as early_is_longer, case
        when versions and (alike > 0 or late_counts = 0) then 'changed'
        when early_amount = late_amount and early_lines <> late_lines and met = 0 then 'summed'
        when met > 0 and late_lines > met and together > 1 then 'changed'
        when met > 0 and late_lines = met then 'part'
        when together = 1 and not versions then 'cut'
        else 'unclear' end as kind
    from counted where met < early_lines`;
}

/** Whether each of the first orders of an export stands on one line. */
function isOneLineAnOrder({ fields, table }: Export['loaded']): boolean {
  const index = fields.find((field) => field.name === 'order_id')?.index ?? -1;
  const ids = table.head.map((record) => record[index] ?? '').filter((id) => id !== '');
  return new Set(ids).size === ids.length;
}

/** Rows that count so far and are there twice, the `other` export, and what becomes of them. */
function twiceRows(): Sql {
  const versioned = sql`select line.place, line.line, line.amount,
      case when kind = 'summed' and early_is_longer then early else late end as other,
      case kind when 'changed' then 'superseded' when 'summed' then 'elsewhere' else 'both' end as kind
    from shared_versions as version
    inner join shared_lines as line on line.order_id = version.order_id and line.customer_id = version.customer_id
      and line.place = case when version.kind = 'summed' and early_is_longer then late else early end
    where line.reason = 0 and line.latest = line.place and version.kind <> 'cut'`;
  return sql`select place, line, amount, latest as other, case when fate = 0 then 'elsewhere' else 'superseded' end as kind
    from shared_lines where latest > place and reason = 0 union all ${versioned}`;
}
