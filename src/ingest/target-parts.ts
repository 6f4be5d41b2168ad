import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { type Part, partOf } from './canonical-views.ts';
import type { LoadedTable } from './table-plan.ts';

interface WideColumn {
  readonly name: string;
  /** First month, from 1, and how many months. */
  readonly month: number;
  readonly months: number;
}

/**
 * Targets as one row a period. A wide table (一月 … 十二月, M01 …, Q1 …, 全年) becomes a row for each filled cell; in a row with months its
 * quarters and its year only repeat them, in a row with quarters its year does. A long table has its period from the dates or from its
 * text (2026-10, 2026-Q4, 2026). The metric is revenue where a file names none.
 */
export function targetParts(tables: readonly LoadedTable[]): Part[] {
  return tables.flatMap((table) => {
    const wide = wideColumns(table);
    return wide.length === 0 ? [longPart(table)] : wide.map((column) => widePart(table, column, wide));
  });
}

/** A wide table without a year cannot say when its targets are due. */
export function targetTroubles(tables: readonly LoadedTable[]): Trouble[] {
  return tables
    .filter((table) => wideColumns(table).length > 0 && !table.stored.includes('year') && !table.stored.includes('period'))
    .map((table) =>
      trouble(
        'target-year-missing',
        'warning',
        1,
        { en: 'month columns without a year: the periods are not known', 'zh-CN': '有月份列但没有年份，无法确定期间' },
        { en: 'add a column 年份 / Year', 'zh-CN': '请增加“年份”列' },
        { table },
      ),
    );
}

function wideColumns(table: LoadedTable): WideColumn[] {
  return table.fields.flatMap((field) => (field.definition.wide === undefined ? [] : [{ name: field.name, ...field.definition.wide }]));
}

function plainFields(table: LoadedTable, wide: readonly WideColumn[]): Map<string, Sql> {
  const fields = new Map(
    table.stored.filter((field) => !wide.some((column) => column.name === field)).map((field) => [field, identifier(field)]),
  );
  fields.set('metric', fields.has('metric') ? sql`coalesce(metric, 'revenue')` : sql`'revenue'`);
  return fields;
}

function widePart(table: LoadedTable, column: WideColumn, wide: readonly WideColumn[]): Part {
  const year = table.stored.includes('year')
    ? sql`year`
    : table.stored.includes('period')
      ? sql`try_cast(regexp_extract(period, '[0-9]{4}') as bigint)`
      : sql`null::bigint`;
  const finer = wide.filter((other) => other.months < column.months);
  const repeated = finer.length === 0 ? sql`` : sql` and coalesce(${join(finer.map((other) => identifier(other.name)))}, null) is null`;
  const start = sql`make_date(${year}, ${column.month}, 1)`;
  return {
    from: sql`${identifier(table.name)} where _reason = 0 and ${identifier(column.name)} is not null${repeated}`,
    fields: new Map([
      ...plainFields(table, wide),
      ['value', identifier(column.name)],
      ['period_start', start],
      ['period_end', sql`(${start} + to_months(${column.months}))::date - 1`],
    ]),
  };
}

function longPart(table: LoadedTable): Part {
  const part = partOf(table);
  const fields = new Map([...part.fields, ...plainFields(table, [])]);
  if (table.stored.includes('period') && !table.stored.includes('period_start')) {
    const parts = sql`regexp_extract(upper(period), '^([0-9]{4})\\s*[-/.年]?\\s*(?:(Q|第)?([1-4一二三四])(季度|季)|Q([1-4])|([0-9]{1,2})月?)?$', ['year', 'a', 'quarter', 'b', 'q', 'month'])`;
    const quarter = sql`coalesce(try_cast(nullif(${parts}.q, '') as integer), try_cast(nullif(translate(${parts}.quarter, '一二三四', '1234'), '') as integer))`;
    const month = sql`coalesce(try_cast(nullif(${parts}.month, '') as integer), ${quarter} * 3 - 2, 1)`;
    const months = sql`case when ${parts}.month <> '' then 1 when ${quarter} is not null then 3 else 12 end`;
    const start = sql`case when ${parts}.year <> '' and ${month} between 1 and 12 then make_date(${parts}.year::integer, ${month}, 1) end`;
    fields.set('period_start', start);
    fields.set('period_end', sql`(${start} + to_months(${months}))::date - 1`);
  }
  return { from: part.from, fields };
}
