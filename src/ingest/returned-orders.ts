import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { reasonCode } from './row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

export interface ReturnsEffect {
  /** Orders named in the list that are in no order file. */
  readonly unknownOrders: number;
  /** The amounts taken off, as order lines in a table of the engine; null where whole orders were taken out. */
  readonly adjustments: { readonly table: string; readonly orders: number; readonly amount: number } | null;
}

/**
 * A list of returned orders: an order that it names without an amount is taken out whole, one with an amount is reduced by a line of
 * its own, dated like the order. A row whose flag says "not returned" does nothing.
 */
export async function netReturnedOrders(
  orders: readonly LoadedTable[],
  lists: readonly LoadedTable[],
  engine: DuckDbEngine,
): Promise<ReturnsEffect> {
  const named = join(
    lists.map((list) => {
      const flag = list.stored.includes('returned') ? sql`and coalesce(returned, true)` : sql``;
      const amount = list.stored.includes('amount') ? sql`amount` : sql`null::decimal(18,4)`;
      return sql`select order_id, ${amount} as amount from ${identifier(list.name)} where _reason = 0 and order_id is not null ${flag}`;
    }),
    ' union all ',
  );
  await engine.create(
    'returned_orders',
    sql`select order_id, case when count(amount) = count(*) then sum(abs(amount)) end::decimal(18,4) as amount from (${named}) group by order_id`,
  );
  for (const table of orders) {
    await engine.run(sql`update ${identifier(table.name)} set _reason = ${reasonCode('returned')}
      where _reason = 0 and order_id in (select order_id from returned_orders where amount is null)`);
  }
  const known = join(
    orders.map((table) => sql`select order_id from ${identifier(table.name)}`),
    ' union all ',
  );
  const [unknown] = await engine.rows<{ n: number }>(
    sql`select count(*) as n from returned_orders where order_id not in (select order_id from (${known}) where order_id is not null)`,
  );
  return { unknownOrders: unknown?.n ?? 0, adjustments: await adjustments(orders, engine) };
}

async function adjustments(orders: readonly LoadedTable[], engine: DuckDbEngine): Promise<ReturnsEffect['adjustments']> {
  const [partial] = await engine.rows<{ n: number }>(sql`select count(*) as n from returned_orders where amount is not null`);
  if (partial === undefined || partial.n === 0) return null;
  const lines = join(
    orders.map((table) => {
      const at = table.stored.includes('ordered_at') ? sql`ordered_at` : sql`null::timestamp as ordered_at`;
      return sql`select order_id, customer_id, ${at} from ${identifier(table.name)} where _reason = 0`;
    }),
    ' union all ',
  );
  await engine.create(
    'order_adjustments',
    sql`select order_id, min(customer_id) as customer_id, max(ordered_at) as ordered_at, (-min(amount))::decimal(18,4) as amount, 0::utinyint as _reason
      from returned_orders inner join (${lines}) as lines using (order_id) where returned_orders.amount is not null group by order_id`,
  );
  const [sum] = await engine.rows<{ orders: number; amount: number | null }>(
    sql`select count(*) as orders, sum(amount) as amount from order_adjustments`,
  );
  return { table: 'order_adjustments', orders: sum?.orders ?? 0, amount: sum?.amount ?? 0 };
}
