import { grouped } from '../../lib/grouped.ts';
import type { Engine } from '../../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { type Check, type CheckedTable, headerOf, lastShapeReason, tablesOf, trouble } from '../check.ts';

type Compared = {
  readonly in_both: number;
  readonly differing: number;
  readonly less: number;
  /** Of those with more, how many bought, or were entered, before the first order. */
  readonly before: number;
  readonly said: number | null;
  readonly ordered: number | null;
};

type Example = {
  readonly customer_id: string;
  readonly said: number | null;
  readonly ordered: number | null;
};

/**
 * Totals of a customer file beside the orders of the same customers. They are never added: the orders count. Where they differ by more than
 * rounding and what was left out of the orders explain, that is said: as a contradiction where a customer has bought less by the file than by
 * the orders, or where nothing says that the orders begin later; else as what the orders do not go back to.
 */
export const customerTotals: Check = async (context) => {
  const orders = tablesOf(context, 'orders').filter(({ stored }) => stored.includes('customer_id') && stored.includes('amount'));
  if (orders.length === 0) return [];
  const troubles = [];
  for (const table of tablesOf(context, 'customers')) {
    if (!table.stored.includes('customer_id') || !table.stored.includes('revenue')) continue;
    const differing = differingCustomers(table, orders);
    const found = await compare(differing, context.engine);
    if (found === null || found.in_both === 0 || found.differing === 0 || found.said === 0) continue;
    const [example] = await context.engine.rows<Example>(
      sql`select customer_id, said, ordered from (${differing}) as totals where differs = 1
        order by case when said < ordered then 0 else 1 end, abs(said - ordered) desc, customer_id limit 1`,
    );
    if (example === undefined) continue;
    const late =
      found.less === 0 && (found.before * 2 >= found.differing || (await haveMoreOrders(table, orders, differing, context.engine)));
    const figures = {
      en: `${grouped(found.said ?? 0)} there, ${grouped(found.ordered ?? 0)} by the orders, which count; ${example.customer_id}: ${grouped(example.said ?? 0)} and ${grouped(example.ordered ?? 0)}`,
      'zh-CN': `累计金额合计 ${grouped(found.said ?? 0)}，订单合计 ${grouped(found.ordered ?? 0)}，以订单为准；如 ${example.customer_id}：${grouped(example.said ?? 0)} 与 ${grouped(example.ordered ?? 0)}`,
    };
    const at = { table, column: headerOf(table, 'revenue'), value: example.customer_id };
    const complete = {
      en: 'export the orders from the first one on, or find out which of the two is right',
      'zh-CN': '请导出自首笔起的全部订单，或核实两者哪个正确',
    };
    troubles.push(
      late
        ? trouble(
            'customer-totals-before-orders',
            'info',
            found.differing,
            {
              en: `customers have bought more by the customer file than by the orders, which begin later: ${figures.en}`,
              'zh-CN': `客户在客户表中的累计金额高于订单（订单起始较晚）；${figures['zh-CN']}`,
            },
            null,
            at,
          )
        : trouble(
            'customer-totals-contradict',
            'warning',
            found.differing,
            {
              en: `customers have other totals in the customer file than by their orders: ${figures.en}`,
              'zh-CN': `客户在客户表中的累计金额与其订单不符；${figures['zh-CN']}`,
            },
            complete,
            at,
          ),
    );
  }
  return troubles;
};

/** customer_id, since, said, ordered, known (1 where there are orders), differs (1 or 0). */
function differingCustomers(table: CheckedTable, orders: readonly CheckedTable[]): Sql {
  const since = ['first_order_on', 'created_on'].find((field) => table.stored.includes(field));
  const day = since === undefined ? sql`cast(null as timestamp)` : sql`cast(${identifier(since)} as timestamp)`;
  const lines = join(
    orders.map(
      ({
        name,
        stored,
      }) => sql`select customer_id, amount, _reason, ${stored.includes('ordered_at') ? sql`ordered_at` : sql`cast(null as timestamp)`} as ordered_at
        from ${identifier(name)} where customer_id is not null and _reason not between 1 and ${lastShapeReason}`,
    ),
    ' union all ',
  );
  // What the program left out (cancelled, after the date of the analysis) the other system may count.
  return sql`select customer_id, since, first_order, said, ordered, known,
      case when abs(said - ordered) > margin and abs(said - gross) > margin
        and (said > ordered and said > gross or said < ordered and said < gross) then 1 else 0 end as differs
    from (
      select summaries.customer_id, summaries.since, summaries.said, coalesce(bought.ordered, 0) as ordered, coalesce(bought.gross, 0) as gross,
        case when bought.customer_id is null then 0 else 1 end as known, min(bought.first_order) over () as first_order,
        abs(coalesce(bought.ordered, 0)) * 0.01 + case when summaries.said = floor(summaries.said) then 1 else 0.01 end as margin
      from (
        select customer_id, min(${day}) as since, sum(revenue) as said from ${identifier(table.name)}
        where _reason = 0 and customer_id is not null and revenue is not null group by customer_id
      ) as summaries left join (
        select customer_id, sum(case when _reason = 0 then amount end) as ordered, sum(amount) as gross,
          min(case when _reason = 0 then ordered_at end) as first_order from (${lines}) as lines group by customer_id
      ) as bought on bought.customer_id = summaries.customer_id
    ) as sides`;
}

async function compare(differing: Sql, engine: Engine): Promise<Compared | null> {
  const [found] = await engine.rows<Compared>(
    sql`select count(*) filter (where known = 1) as in_both, count(*) filter (where differs = 1) as differing,
      count(*) filter (where differs = 1 and said < ordered) as less,
      count(*) filter (where differs = 1 and since < first_order) as before,
      sum(case when differs = 1 then said end) as said, sum(case when differs = 1 then ordered end) as ordered
      from (${differing}) as totals`,
  );
  return found ?? null;
}

/** Whether most of those who differ have more orders by the customer file than there are. */
async function haveMoreOrders(table: CheckedTable, orders: readonly CheckedTable[], differing: Sql, engine: Engine): Promise<boolean> {
  if (!table.stored.includes('orders') || orders.some(({ stored }) => !stored.includes('order_id'))) return false;
  const numbers = join(
    orders.map(
      ({ name }) =>
        sql`select customer_id, order_id from ${identifier(name)} where customer_id is not null and _reason not between 1 and ${lastShapeReason}`,
    ),
    ' union all ',
  );
  const [found] = await engine.rows<{ n: number; more: number }>(
    sql`select count(*) as n, count(*) filter (where coalesce(numbered.orders, 0) < summaries.orders) as more
      from (${differing}) as totals inner join ${identifier(table.name)} as summaries on summaries.customer_id = totals.customer_id
      left join (select customer_id, count(distinct order_id) as orders from (${numbers}) as lines group by customer_id) as numbered
        on numbered.customer_id = totals.customer_id
      where totals.differs = 1 and summaries._reason = 0`,
  );
  return found !== undefined && found.more * 2 >= found.n;
}
