import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import type { Trouble } from '../../quality/check.ts';
import { used } from '../canonical-views.ts';
import type { LoadedTable } from '../table-plan.ts';
import { orderParts, partNumber, reusedNotes, reusedNumbers } from '../twice/reused-numbers.ts';

/** Of a table with more rows, numbers that end in one of these are looked at first. */
export const looked = 1_000_000;
export const picked = sql`(order_id like '%07' or order_id like '%42' or order_id like '%93')`;

/** Orders that share a number: what is to be said, and how the view of the orders tells those of one customer apart. */
export interface SeparateOrders {
  readonly troubles: readonly Trouble[];
  /** Null where there are none. */
  readonly apart: { readonly joined: Sql; numbered(id: Sql): Sql } | null;
}

/** Finds orders of a table that share a number; for those of one customer it creates the view `order_parts`. */
export async function separateOrders(table: LoadedTable, rows: number, engine: PostgresEngine): Promise<SeparateOrders> {
  const { stored, fields } = table;
  const has = (field: string): boolean => stored.includes(field);
  if (!fields.some(({ name }) => name === 'order_id') || !['customer_id', 'ordered_at'].every(has)) return { troubles: [], apart: null };
  const amount = has('amount') ? sql`amount` : sql`cast(1 as decimal(18,4)) as amount`;
  const lines = sql`select order_id, customer_id, cast(ordered_at as date) as day, ${amount} from ${identifier(table.name)}
    where ${used} and order_id is not null and customer_id is not null and ordered_at is not null`;
  const found = await reusedNumbers(lines, rows > looked ? picked : null, engine);
  if (found === null) return { troubles: [], apart: null };
  const parts = orderParts(lines, found);
  const troubles = await reusedNotes(found, sql`(${parts}) as parts`, table, engine);
  if (!troubles.some(({ code }) => code === 'order-number-reused')) return { troubles, apart: null };
  await engine.run(
    sql`create view order_parts as select order_id as parted_id, customer_id as parted_customer, day as parted_day, part from (${parts}) as parts where again`,
  );
  return {
    troubles,
    apart: {
      joined: sql`left join order_parts on parted_id = order_id and parted_customer = customer_id and parted_day = cast(ordered_at as date)`,
      numbered: (id) => sql`case when part is null then ${id} else ${partNumber(sql`order_id`, sql`part`)} end`,
    },
  };
}
