import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { IsoDate } from '../lib/dates.ts';
import { type CheckedTable, type Trouble, trouble } from '../quality/check.ts';
import { type Part, partOf, used } from './canonical-views.ts';
import type { LoadedTable } from './table-plan.ts';

/** Numbers a row of a table that has no id of its own, in the form of an order id that no other row has. */
export type RowId = (table: LoadedTable, id: 'order_id' | 'opportunity_id') => Sql;

/** Won deals count as orders where no orders are given: one order a deal, dated on the day it closed. Tables that do not say enough give none. */
export function wonDeals(tables: readonly LoadedTable[], rowId: RowId): Part[] {
  return tables
    .filter(({ stored }) => ['state', 'amount', 'customer_id'].every((field) => stored.includes(field)))
    .map((table) => {
      const own = ['customer_id', 'amount', 'product', 'rep'].filter((field) => table.stored.includes(field));
      const at: [string, Sql][] = table.stored.includes('closed_on') ? [['ordered_at', sql`closed_on`]] : [];
      const id: [string, Sql] = ['order_id', rowId(table, 'opportunity_id')];
      return {
        from: sql`${identifier(table.name)} where ${used} and state = 'won' and customer_id is not null and amount is not null`,
        fields: new Map([id, ...own.map((field): [string, Sql] => [field, identifier(field)]), ...at]),
      };
    });
}

/** What keeps a won deal from counting as an order. */
const unusable = [
  { field: 'customer_id', en: 'won deals without a customer are no orders', zh: '没有客户的赢单商机未计为订单' },
  { field: 'amount', en: 'won deals without an amount are no orders', zh: '没有金额的赢单商机未计为订单' },
  {
    field: 'closed_on',
    en: 'won deals without a closing date count as orders without a date',
    zh: '没有成交日期的赢单商机按无日期订单计入',
  },
];

/** Won deals that do not count, or not in full, where deals stand for orders; and those closed after the as-of date, which are not counted yet. */
export async function wonDealTroubles(tables: readonly CheckedTable[], asOf: IsoDate | null, engine: Engine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const table of tables.filter((candidate) => candidate.stored.includes('state'))) {
    const ask = async (code: FindingCode, when: Sql, en: string, zh: string): Promise<void> => {
      const [row] = await engine.rows<{ n: number; first: number | null; amount: number | null }>(
        sql`select count(*) as n, min(rowid) as first, ${table.stored.includes('amount') ? sql`sum(amount)` : sql`null`} as amount
          from ${identifier(table.name)} where _reason = 0 and state = 'won' and ${when}`,
      );
      const at = { table, record: row?.first ?? null, money: row?.amount ?? null };
      troubles.push(trouble(code, 'warning', row?.n ?? 0, (sum) => ({ en: `${en}${sum.en}`, 'zh-CN': `${zh}${sum['zh-CN']}` }), null, at));
    };
    for (const { field, en, zh } of unusable) {
      if (table.stored.includes(field)) await ask('deal-incomplete', sql`${identifier(field)} is null`, en, zh);
    }
    if (asOf !== null && table.stored.includes('closed_on')) {
      await ask(
        'deal-after-as-of',
        sql`closed_on > ${asOf}::date`,
        'deals won after the as-of date do not count yet',
        '统计日期之后的赢单商机尚未计入',
      );
    }
  }
  return troubles;
}

interface OrderPartSettings {
  readonly id: Sql;
  readonly managers: boolean;
  /** A join that the id needs. */
  readonly joined?: Sql;
}

/** Order lines with an id each, and with the region's manager as rep where a line names none and `region_managers` is there. */
export function orderPart(table: LoadedTable, { id, managers, joined }: OrderPartSettings): Part {
  const { fields } = partOf(table);
  const all = new Map(fields).set('order_id', id);
  const rows = joined === undefined ? identifier(table.name) : sql`${identifier(table.name)} ${joined}`;
  if (!managers || !table.stored.includes('region')) return { from: sql`${rows} where ${used}`, fields: all };
  all.set('rep', table.stored.includes('rep') ? sql`coalesce(rep, manager)` : sql`manager`);
  return { from: sql`${rows} left join region_managers on managed_region = region where ${used}`, fields: all };
}

/** In files, the row's number in its table. */
export const rowIdInFile: RowId = (table, id) => {
  const number = sql`${`#${table.name.slice(table.entity.id.length + 1)}.`} || (${identifier(table.name)}.rowid + 1)::varchar`;
  return table.stored.includes(id) ? sql`coalesce(${identifier(id)}, ${number})` : number;
};

/** Creates `region_managers` (managed_region, manager), one manager a region: the first in the lists of the files. */
export async function createManagers(territories: readonly LoadedTable[], engine: DuckDbEngine): Promise<void> {
  const all = join(
    territories.map(
      (table, index) =>
        sql`select ${index} as source, rowid as line, region, manager from ${identifier(table.name)} where ${used} and region is not null`,
    ),
    ' union all ',
  );
  await engine.create(
    'region_managers',
    sql`select region as managed_region, arg_min(manager, source * 1000000000 + line) as manager from (${all}) group by region`,
  );
}
