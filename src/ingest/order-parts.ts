import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { IsoDate } from '../lib/dates.ts';
import { type CheckedTable, type Trouble, trouble } from '../quality/check.ts';
import { type Part, partOf } from './canonical-views.ts';
import type { LoadedTable } from './table-plan.ts';

/** Won deals count as orders where no orders are given: one order a deal, dated on the day it closed. */
export function wonDeals(tables: readonly LoadedTable[]): Part[] {
  return tables
    .filter((table) => table.stored.includes('state') && table.stored.includes('amount') && table.stored.includes('customer_id'))
    .map((table) => {
      const own = (field: string): [string, Sql][] => (table.stored.includes(field) ? [[field, identifier(field)]] : []);
      const id: [string, Sql] = [
        'order_id',
        table.stored.includes('opportunity_id') ? sql`coalesce(opportunity_id, ${rowId(table)})` : rowId(table),
      ];
      const at: [string, Sql][] = table.stored.includes('closed_on') ? [['ordered_at', sql`closed_on::timestamp`]] : [];
      const fields = new Map<string, Sql>([id, ...own('customer_id'), ...at, ...own('amount'), ...own('product'), ...own('rep')]);
      return {
        from: sql`${identifier(table.name)} where _reason = 0 and state = 'won' and customer_id is not null and amount is not null`,
        fields,
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
      if (row === undefined || row.n === 0) return;
      const sum = row.amount === null ? '' : ` (${row.amount})`;
      troubles.push(trouble(code, 'warning', row.n, { en: `${en}${sum}`, 'zh-CN': `${zh}${sum}` }, null, { table, record: row.first }));
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

/** Order lines of the files, with the region's manager as rep where an order names none and a list of managers is given. */
export async function orderParts(
  tables: readonly LoadedTable[],
  territories: readonly LoadedTable[],
  engine: DuckDbEngine,
): Promise<Part[]> {
  const managers = await regionManagers(territories, engine);
  return tables.map((table) => {
    const { from, fields } = partOf(table);
    const numbered = new Map([...fields, ['order_id', sql`coalesce(order_id, ${rowId(table)})`]]);
    if (managers === null || !table.stored.includes('region')) return { from, fields: numbered };
    const rep = table.stored.includes('rep') ? sql`coalesce(rep, region_managers.manager)` : sql`region_managers.manager`;
    return {
      from: sql`${identifier(table.name)} left join region_managers on region_managers.managed_region = ${identifier(table.name)}.region where _reason = 0`,
      fields: new Map([...numbered, ['rep', rep]]),
    };
  });
}

/** An order id for a row that has none, or one that lost digits: no two rows share it. */
function rowId(table: LoadedTable): Sql {
  return sql`${`#${table.name.slice(table.entity.id.length + 1)}.`} || (${identifier(table.name)}.rowid + 1)::varchar`;
}

/** Creates `region_managers` (managed_region, manager), one manager a region: the first in the list. Null where no list is given. */
async function regionManagers(territories: readonly LoadedTable[], engine: DuckDbEngine): Promise<string | null> {
  if (territories.length === 0) return null;
  const all = join(
    territories.map(
      (table, index) =>
        sql`select ${index} as source, rowid as line, region, manager from ${identifier(table.name)} where _reason = 0 and region is not null`,
    ),
    ' union all ',
  );
  await engine.create(
    'region_managers',
    sql`select region as managed_region, arg_min(manager, source * 1000000000 + line) as manager from (${all}) group by region`,
  );
  return 'region_managers';
}
