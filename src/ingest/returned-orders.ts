import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { reasonCode } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

export interface ReturnsEffect {
  /** Orders named in the list that are in no order file. */
  readonly unknownOrders: number;
  /** The amounts taken off, as order lines in a table of the engine; null where whole orders were taken out. */
  readonly adjustments: { readonly table: string; readonly orders: number; readonly amount: number } | null;
  /** Orders of the list whose own rows were reduced already, and by how much less the list therefore takes off. */
  readonly already: { readonly orders: number; readonly amount: number };
  /** Orders that the list takes more off than they are worth, and how much more. */
  readonly beyond: { readonly orders: number; readonly amount: number };
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
      const status = list.stored.includes('status') ? sql`and coalesce(status, 'refunded') in ('refunded', 'partial')` : sql``;
      const amount = list.stored.includes('amount') ? sql`amount` : sql`null::decimal(18,4)`;
      return sql`select order_id, ${amount} as amount from ${identifier(list.name)} where _reason = 0 and order_id is not null ${flag} ${status}`;
    }),
    ' union all ',
  );
  await engine.create(
    'returned_orders',
    sql`select order_id, case when count(amount) = count(*) then sum(abs(amount)) end::decimal(18,4) as amount from (${named}) group by order_id`,
  );
  for (const table of orders) {
    // A refund that points at the order goes with it.
    await engine.run(sql`update ${identifier(table.name)} set _reason = ${reasonCode('returned')}
      where _reason = 0 and ${orderOf(table)} in (select order_id from returned_orders where amount is null)`);
  }
  const known = join(
    orders.map((table) => sql`select order_id from ${identifier(table.name)}`),
    ' union all ',
  );
  const [unknown] = await engine.rows<{ n: number }>(
    sql`select count(*) as n from returned_orders where order_id not in (select order_id from (${known}) where order_id is not null)`,
  );
  return { unknownOrders: unknown?.n ?? 0, ...(await adjustments(orders, engine)) };
}

/** The order that a row is about: its own, or the one that it points at. */
function orderOf(table: LoadedTable): Sql {
  if (!table.stored.includes('order_id')) return sql`null::varchar`;
  return table.stored.includes('original_order_id') ? sql`coalesce(original_order_id, order_id)` : sql`order_id`;
}

const nothing = { orders: 0, amount: 0 };

async function adjustments(orders: readonly LoadedTable[], engine: DuckDbEngine): Promise<Omit<ReturnsEffect, 'unknownOrders'>> {
  const [partial] = await engine.rows<{ n: number }>(sql`select count(*) as n from returned_orders where amount is not null`);
  if (partial === undefined || partial.n === 0) return { adjustments: null, already: nothing, beyond: nothing };
  const lines = join(
    orders.map((table) => {
      const at = table.stored.includes('ordered_at') ? sql`ordered_at` : sql`null::timestamp as ordered_at`;
      const amount = table.stored.includes('amount') ? sql`amount` : sql`null::decimal(18,4)`;
      const refunded = table.stored.includes('refunded_amount') ? sql`coalesce(abs(refunded_amount), 0)` : sql`0`;
      return sql`select ${orderOf(table)} as order_id, customer_id, ${at}, ${amount} as amount,
        (case when ${amount} < -${refunded} or (${amount} < 0 and ${refunded} = 0) then -${amount} else ${refunded} end)::decimal(18,4) as back
        from ${identifier(table.name)} where _reason = 0 and ${orderOf(table)} in (select order_id from returned_orders)`;
    }),
    ' union all ',
  );
  // An order whose own rows say what was paid back is reduced by the rest of what the list says.
  await engine.create(
    'order_adjustments',
    sql`select order_id, customer_id, ordered_at, (-greatest(listed - back, 0))::decimal(18,4) as amount, 0::utinyint as _reason,
        least(listed, back)::decimal(18,4) as already, greatest(listed - back, 0) - greatest(amount, 0) as beyond
      from (select order_id, min(customer_id) as customer_id, max(ordered_at) as ordered_at, min(returned_orders.amount) as listed, sum(back) as back, sum(lines.amount) as amount
        from returned_orders inner join (${lines}) as lines using (order_id) where returned_orders.amount is not null group by order_id)`,
  );
  const [sum] = await engine.rows<
    Record<'orders' | 'alreadyOrders' | 'beyondOrders', number> & Record<'amount' | 'already' | 'beyond', number | null>
  >(
    sql`select count(*) filter (where amount <> 0) as orders, sum(amount) as amount, count(*) filter (where already > 0) as "alreadyOrders", sum(already) as already,
      count(*) filter (where beyond > 0) as "beyondOrders", sum(beyond) filter (where beyond > 0) as beyond from order_adjustments`,
  );
  return {
    adjustments: { table: 'order_adjustments', orders: sum?.orders ?? 0, amount: sum?.amount ?? 0 },
    already: { orders: sum?.alreadyOrders ?? 0, amount: sum?.already ?? 0 },
    beyond: { orders: sum?.beyondOrders ?? 0, amount: sum?.beyond ?? 0 },
  };
}
