import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Part } from '../canonical-views.ts';
import type { LoadedTable } from '../table-plan.ts';
import { usedRows } from './views.ts';

interface WideColumn {
  readonly name: string;
  readonly month: number;
  readonly months: number;
}

/** Targets as one row a period, as of files: see target-parts.ts. Years outside 1900 to 2100 have no period. */
export function targetRows(table: LoadedTable): Part[] {
  const wide = table.fields.flatMap((field) =>
    field.definition.wide === undefined ? [] : [{ name: field.name, ...field.definition.wide }],
  );
  return wide.length === 0 ? [longPart(table)] : wide.map((column) => widePart(table, column, wide));
}

function plainFields(table: LoadedTable, wide: readonly WideColumn[]): Map<string, Sql> {
  const { fields } = usedRows(table);
  const plain = new Map([...fields].filter(([field]) => !wide.some((column) => column.name === field)));
  return plain.set('metric', plain.has('metric') ? sql`coalesce(metric, 'revenue')` : sql`'revenue'`);
}

function widePart(table: LoadedTable, column: WideColumn, wide: readonly WideColumn[]): Part {
  const year = table.stored.includes('year')
    ? sql`year`
    : table.stored.includes('period')
      ? sql`cast(substring(period from '[0-9]{4}') as integer)`
      : sql`cast(null as integer)`;
  const finer = wide.filter((other) => other.months < column.months);
  const repeated = finer.map((other) => sql` and ${identifier(other.name)} is null`);
  return {
    from: sql`${usedRows(table).from} and ${identifier(column.name)} is not null${join(repeated, '')}`,
    fields: new Map([
      ...plainFields(table, wide),
      ['value', identifier(column.name)],
      ...period(year, sql`${column.month}`, sql`${column.months}`),
    ]),
  };
}

/** 2026, 2026-10, 2026年10月, 2026-Q4, 2026年第四季度; any other text is no period. */
function longPart(table: LoadedTable): Part {
  const { from } = usedRows(table);
  const fields = plainFields(table, []);
  if (!table.stored.includes('period') || table.stored.includes('period_start')) return { from, fields };
  const text = sql`upper(period)`;
  const mark = String.raw`^[0-9]{4} *[-/.年]? *`;
  const word = sql`coalesce(substring(${text} from ${`${mark}Q([1-4])$`}), substring(${text} from ${`${mark}[Q第]?([1-4一二三四])季度?$`}))`;
  const quarter = sql`cast(translate(${word}, '一二三四', '1234') as integer)`;
  const month = sql`cast(substring(${text} from ${`${mark}([0-9]{1,2})月?$`}) as integer)`;
  const isYear = sql`${text} ~ '^[0-9]{4} *年?$'`;
  const start = sql`case when ${isYear} then 1 else coalesce(${month}, ${quarter} * 3 - 2) end`;
  const months = sql`case when ${isYear} then 12 when ${month} is not null then 1 else 3 end`;
  const year = sql`cast(substring(${text} from '^[0-9]{4}') as integer)`;
  return { from, fields: new Map([...fields, ...period(year, start, months)]) };
}

/** The first and the last day of so many months from the start of a month. */
function period(year: Sql, month: Sql, months: Sql): [string, Sql][] {
  const first = sql`make_date(cast(${year} as integer), cast(${month} as integer), 1)`;
  const isPeriod = sql`${year} between 1900 and 2100 and ${month} between 1 and 12`;
  return [
    ['period_start', sql`case when ${isPeriod} then ${first} end`],
    ['period_end', sql`case when ${isPeriod} then cast(${first} + ${months} * interval '1 month' as date) - 1 end`],
  ];
}
