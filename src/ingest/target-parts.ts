import { identifier, join, literal, type Sql, sql } from '../engine/sql.ts';
import { periodTexts } from '../model/targets-periods.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { type Part, partOf } from './canonical-views.ts';
import type { LoadedTable } from './table-plan.ts';

/** What is known of the cell of a field, as a condition; null where nobody knows. */
type OfCell = (table: LoadedTable, field: string) => Sql | null;

/** How the cells of a file were read: of tables of a database nothing is known. */
export interface CellReading {
  /** That it holds something that could not be read. */
  readonly unread: OfCell;
  /** That it is written in %. */
  readonly percent: OfCell;
}

const unknown: CellReading = { unread: () => null, percent: () => null };

interface WideColumn {
  readonly name: string;
  /** First month, from 1, and how many months. */
  readonly month: number;
  readonly months: number;
}

/**
 * Targets as one row a period, in SQL that DuckDB and PostgreSQL both take. A wide table (一月 … 十二月, M01 …, Q1 …, 全年) becomes a row for
 * each filled cell; a quarter and a year of which all months (or quarters) are filled only repeat them. A long table has
 * its period from the dates or from its text (2026-10, 2026-Q4, 2026). Years outside 1900 to 2100 have no period. The metric is revenue
 * where a table names none, `unknown` where its word is not understood, and a column of a stretch or challenge target is a row of its own.
 */
export function targetParts(tables: readonly LoadedTable[], cells: CellReading = unknown): Part[] {
  return tables.flatMap((table) => {
    const wide = wideColumns(table);
    if (wide.length > 0) return wide.map((column) => widePart(table, column, wide, cells));
    const long = longPart(table, cells);
    return [
      ...(table.stored.includes('value') ? [long] : []),
      ...ambitions(table).map(({ name, ambition }) => ambitionPart(long, table, { name, ambition }, cells)),
    ];
  });
}

/** Columns that hold more than the target. */
function ambitions({ fields }: LoadedTable): { readonly name: string; readonly ambition: string }[] {
  return fields.flatMap(({ name, definition: { ambition } }) => (ambition === undefined ? [] : [{ name, ambition }]));
}

function ambitionPart(
  { from, fields }: Part,
  table: LoadedTable,
  { name, ambition }: { readonly name: string; readonly ambition: string },
  cells: CellReading,
): Part {
  return {
    from: sql`${from} and ${identifier(name)} is not null`,
    fields: new Map([...fields, ['value', identifier(name)], ...unitOf(table, name, cells), ['ambition', literal(ambition)]]),
  };
}

/** The unit of a value: what stands beside it, but % where its cell has one. */
function unitOf(table: LoadedTable, name: string, { percent }: CellReading): [string, Sql][] {
  const beside = table.stored.includes('unit') ? identifier('unit') : null;
  const isPercent = percent(table, name);
  if (isPercent === null) return beside === null ? [] : [['unit', beside]];
  return [['unit', sql`case when ${isPercent} then '%' else ${beside ?? sql`cast(null as varchar)`} end`]];
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

function plainFields(table: LoadedTable, wide: readonly WideColumn[], { unread }: CellReading): Map<string, Sql> {
  const plain = new Map([...partOf(table).fields].filter(([field]) => !wide.some((column) => column.name === field)));
  const isUnknown = plain.has('metric') ? unread(table, 'metric') : null;
  const metric = isUnknown === null ? sql`metric` : sql`case when ${isUnknown} then 'unknown' else metric end`;
  plain.set('metric', plain.has('metric') ? sql`coalesce(${metric}, 'revenue')` : sql`'revenue'`);
  if (plain.has('owner')) plain.set('owner_plain', withoutRemark(sql`owner`));
  return plain.set('ambition', plain.has('ambition') ? sql`coalesce(ambition, 'base')` : sql`'base'`);
}

/** `王海燕（1024）` → `王海燕`, `Amy; Jae` → `Amy`. */
function withoutRemark(name: Sql): Sql {
  const bare = sql`regexp_replace(${name}, ${String.raw`\s*[（(\[【][^）)\]】]*[）)\]】]\s*$`}, '')`;
  return sql`nullif(regexp_replace(${bare}, ${String.raw`\s*[;；、,，|/].*$`}, ''), '')`;
}

function widePart(table: LoadedTable, column: WideColumn, wide: readonly WideColumn[], cells: CellReading): Part {
  const year = table.stored.includes('year')
    ? sql`year`
    : table.stored.includes('period')
      ? groupOf(sql`period`, '^.*?([0-9]{4}).*$')
      : sql`cast(null as integer)`;
  const repeated = filling(column, wide).map(
    (parts) =>
      sql` and (${join(
        parts.map(({ name }) => sql`${identifier(name)} is null`),
        ' or ',
      )})`,
  );
  return {
    from: sql`${partOf(table).from} and ${identifier(column.name)} is not null${join(repeated, '')}`,
    fields: new Map([
      ...plainFields(table, wide, cells),
      ['value', identifier(column.name)],
      ...unitOf(table, column.name, cells),
      ...period(year, literal(column.month), literal(column.months)),
    ]),
  };
}

/** Columns of months, and of quarters, that fill the time of a longer one: with a value in each of them it only repeats these. */
function filling(column: WideColumn, wide: readonly WideColumn[]): WideColumn[][] {
  const inside = wide.filter(
    ({ month, months }) => months < column.months && month >= column.month && month + months <= column.month + column.months,
  );
  return [1, 3].flatMap((length) => {
    const parts = inside.filter(({ months }) => months === length);
    return parts.length * length === column.months ? [parts] : [];
  });
}

function longPart(table: LoadedTable, cells: CellReading): Part {
  const { from } = partOf(table);
  const fields = new Map([...plainFields(table, [], cells), ...unitOf(table, 'value', cells)]);
  if (!table.stored.includes('period') || table.stored.includes('period_start')) return { from, fields };
  const text = sql`upper(period)`;
  const byForm = (value: (form: (typeof periodTexts)[number]) => Sql): Sql =>
    sql`case ${join(
      periodTexts.map((form) => sql`when ${text} ~ ${form.pattern} then ${value(form)}`),
      ' ',
    )} end`;
  const number = byForm(({ pattern, months }) => (months === 12 ? literal(1) : groupOf(text, pattern)));
  const months = byForm((form) => literal(form.months));
  const first = sql`((${number} - 1) * ${months} + 1)`;
  return { from, fields: new Map([...fields, ...period(groupOf(text, '^([0-9]{4}).*$'), first, months)]) };
}

/** The number that a pattern of a whole text keeps; null where the text is another. */
function groupOf(text: Sql, pattern: string): Sql {
  const group = sql`regexp_replace(${text}, ${pattern}, ${String.raw`\1`})`;
  return sql`case when ${text} ~ ${pattern} then cast(translate(${group}, '一二三四', '1234') as integer) end`;
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
