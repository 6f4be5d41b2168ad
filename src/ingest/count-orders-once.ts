import { grouped } from '../lib/grouped.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { takenOffColumn, takenOffRow } from './derived-fields.ts';
import { amountField, showsOrders } from './meaning/amount-grain.ts';
import { grainWord } from './meaning/grain-evidence.ts';
import { onceAnOrder, orderKeys, sharedAmounts } from './order-amounts-once.ts';
import { hasField, type LoadedTable } from './table-plan.ts';

/** Counts the amounts of whole orders once in a loaded file; see `sharedAmounts`. Says which orders have several amounts all the same, and how the table is then. */
export async function countOrdersOnce(
  loaded: LoadedTable,
  engine: DuckDbEngine,
): Promise<{ readonly table: LoadedTable; readonly troubles: readonly Trouble[] }> {
  const found = await foundBelowTheHead(loaded, engine);
  const table = found === null ? loaded : { ...loaded, perOrder: { ...loaded.perOrder, fields: found.fields } };
  const once = onceAnOrder(table, table.stored);
  if (once.length === 0) return { table, troubles: [] };
  const name = identifier(table.name);
  const several = once.includes('amount') ? await severalAmounts(table, engine) : [];
  const used = [
    'order_id',
    'customer_id',
    'ordered_at',
    'quantity',
    'unit_price',
    'amount',
    'cost',
    'profit',
    'refunded_amount',
    'discount',
    ...once,
  ];
  const off = [...takenOffRow(table).keys()].map((by) => identifier(takenOffColumn(by)));
  const columns = [...[...new Set(used)].filter((field) => table.stored.includes(field)).map(identifier), ...off];
  const { from, values } = sharedAmounts(
    table,
    table.stored,
    sql`(select ${join([...columns, sql`_reason`])}, rowid as _row from ${name}) as rows_read`,
    sql`_row`,
  );
  for (const column of values.keys())
    if (!table.stored.includes(column))
      await engine.run(sql`alter table ${name} add column if not exists ${identifier(column)} decimal(18,4)`);
  const shares = [...values].map(([field, value]) => sql`${value} as ${identifier(field)}`);
  const set = [...values.keys()].map((field) => sql`${identifier(field)} = shared.${identifier(field)}`);
  await engine.run(
    sql`update ${name} as line set ${join(set)} from (select _row, ${join(shares)} from ${from}) as shared where shared._row = line.rowid`,
  );
  return { table, troubles: [...several, ...(found === null ? [] : [found.note])] };
}

/** Orders of which an order amount is not the same on all lines stay as they are. */
async function severalAmounts(table: LoadedTable, engine: DuckDbEngine): Promise<Trouble[]> {
  const [row] = await engine.rows<{ n: number; total: number | null; first: number | null }>(
    sql`select count(*) as n, sum(total) as total, min(first) as first from (
      select sum(amount) as total, min(rowid) as first from ${identifier(table.name)} where _reason = 0 and order_id is not null and amount is not null
      group by ${orderKeys(table)} having min(amount) <> max(amount))`,
  );
  if (row === undefined || row.n === 0) return [];
  return [
    trouble(
      'amount-grain-doubtful',
      'warning',
      row.n,
      {
        en: `orders have several amounts on their lines, unlike the others, whose amount is that of the whole order; they are added up (${grouped(row.total ?? 0)})`,
        'zh-CN': `张订单各行金额不同，与其他订单（整单金额）不一致；已逐行相加（${grouped(row.total ?? 0)}）`,
      },
      {
        en: 'if all amounts are those of lines: --map orders.amount.per=line',
        'zh-CN': '如金额均为明细行金额：--map orders.amount.per=line',
      },
      { table, record: row.first, column: amountField(table)?.header ?? null },
    ),
  ];
}

/** Of a file whose first records have no order of several lines, and whose header speaks of orders, the loaded amounts tell. */
async function foundBelowTheHead(
  loaded: LoadedTable,
  engine: DuckDbEngine,
): Promise<{ readonly fields: ReadonlySet<string>; readonly note: Trouble } | null> {
  const field = amountField(loaded);
  if (
    loaded.entity.id !== 'orders' ||
    field === null ||
    loaded.perOrder.fields.size > 0 ||
    !hasField(loaded, 'order_id') ||
    hasField(loaded, 'rep_share')
  )
    return null;
  if (loaded.perOrder.told || grainWord(field.header) !== 'order' || showsOrders(loaded)) return null;
  const name = identifier(loaded.name);
  // Lines of an order stand together: whether any do is seen in passing.
  const [beside] = await engine.rows<{ n: number }>(
    sql`select count(*) filter (where order_id = before) as n from (select order_id, lag(order_id) over () as before from ${name})`,
  );
  if (beside === undefined || beside.n === 0) return null;
  const [row] = await engine.rows<{ constant: number; varying: number; once: number | null; lines: number | null }>(
    sql`select count(*) filter (where lo = hi) as constant, count(*) filter (where lo <> hi) as varying, sum(lo) filter (where lo = hi) as once,
      sum(total) filter (where lo = hi) as lines
      from (select min(amount) as lo, max(amount) as hi, sum(amount) as total from ${name}
        where _reason = 0 and order_id is not null group by ${orderKeys(loaded)} having count(*) > 1 and count(amount) = count(*))`,
  );
  if (row === undefined || row.constant === 0 || row.varying > row.constant * 0.02) return null;
  const note = trouble(
    'amount-per-order',
    'warning',
    row.constant,
    {
      en: `orders of several lines repeat "${field.header}" on each: it counts once an order (${grouped(row.once ?? 0)}; line by line it would be ${grouped(row.lines ?? 0)})`,
      'zh-CN': `张多行订单的每一行都重复了“${field.header}”：每单只计一次（${grouped(row.once ?? 0)}；逐行相加则为 ${grouped(row.lines ?? 0)}）`,
    },
    { en: 'if it is the amount of each line: --map orders.amount.per=line', 'zh-CN': '如为明细行金额：--map orders.amount.per=line' },
    { table: loaded, column: field.header },
  );
  return { fields: new Set([field.name, ...['refunded_amount', 'discount'].filter((other) => hasField(loaded, other))]), note };
}
