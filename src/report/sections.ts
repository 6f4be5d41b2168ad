import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import { type Portion, portionSize, RowList } from '../lib/row-list.ts';
import {
  type Fact,
  type FactsSection,
  type Result,
  type ResultCell,
  type ResultColumn,
  type ResultRow,
  type ResultRows,
  type Section,
  type TableSection,
  type ValueType,
  valueTypes,
} from '../result/result.ts';
import type { ReportOptions } from './contract.ts';

/** The sections to render, each once. Throws a usage error when one asked for is not in the Result. */
export function chosenSections(result: Result, { sections }: Pick<ReportOptions, 'sections'>): readonly Section[] {
  if (sections === null) return result.sections;
  return [...new Set(sections)].map((id) => result.sections.find((section) => section.id === id) ?? refuseSection(id, result));
}

function refuseSection(id: string, result: Result): never {
  const ids = result.sections.map((section) => section.id);
  const known = ids.join(', ');
  const meant = nearest(id, ids);
  const guess = meant === null ? { en: '', 'zh-CN': '' } : { en: `did you mean ${meant}? `, 'zh-CN': `是不是想用 ${meant}？` };
  throw new CrmEvalError(
    'section-unknown',
    'usage',
    { en: `there is no section "${id}"`, 'zh-CN': `没有名为“${id}”的部分` },
    { fix: { en: `${guess.en}choose one of: ${known}`, 'zh-CN': `${guess['zh-CN']}可选：${known}` } },
  );
}

/** What a format of one table holds: the section asked for, else the key figures of a report, else the first table that is no headline, else the first table or facts. Throws a usage error where there is none, or where several are asked for. */
export function mainTable(result: Result, options: ReportOptions, format: 'csv' | 'parquet'): TableSection {
  const sections = chosenSections(result, options);
  if (options.sections !== null && sections.length > 1) throw oneTable(sections, format);
  const tables = sections.filter((each) => each.kind === 'table');
  const figures = tables.find(({ chart }) => chart?.kind === 'figures');
  const section = figures ?? tables.find(({ place }) => place !== 'headline') ?? tables[0] ?? sections[0];
  if (section !== undefined) return section.kind === 'table' ? section : factsAsTable(section);
  throw new CrmEvalError(
    `nothing-for-${format}`,
    'usage',
    {
      en: `${result.command} has no table that could be written as ${format}`,
      'zh-CN': `${result.command} 的结果中没有可输出为 ${format} 的表`,
    },
    { fix: { en: 'use --format json or --format table', 'zh-CN': '请改用 --format json 或 --format table' } },
  );
}

function oneTable(sections: readonly Section[], format: string): CrmEvalError {
  const [first] = sections;
  const count = sections.length;
  return new CrmEvalError(
    'sections-many',
    'usage',
    {
      en: `${format} holds one table, and --section names ${count}`,
      'zh-CN': `${format} 只能存放一张表，而 --section 指定了 ${count} 个部分`,
    },
    {
      fix: {
        en: `name one, such as --section ${first?.id}, or use --format xlsx or json`,
        'zh-CN': `请只指定一个，例如 --section ${first?.id}，或改用 --format xlsx 或 json`,
      },
    },
  );
}

/** True for a column of codes, unless it was chosen. */
export function isForPrograms({ glance }: TableSection, { id, code_of }: ResultColumn): boolean {
  return code_of !== undefined && glance.hidden.includes(id);
}

/** The rows to render; `usual` is how many the format shows where no limit is given. */
export function chosenRows(section: TableSection, options: ReportOptions, usual = Infinity): ResultRows {
  const limit = options.limit ?? usual;
  return limit < section.rows.length ? section.rows.slice(0, limit) : section.rows;
}

/** The first so many rows; of a list kept by column no row is made. */
export function firstRows(rows: ResultRows, count: number): ResultRows {
  if (count >= rows.length) return rows;
  return rows instanceof RowList ? rows.first(count) : rows.slice(0, count);
}

/** The cells of these columns, portion by portion of at most so many rows; null where a row lacks the column. Of a list kept by column no other is made. */
export function* portionsOf(rows: ResultRows, ids: readonly string[], most = portionSize): Iterable<Portion> {
  if (rows instanceof RowList) return yield* rows.portions(ids, most);
  for (let start = 0; start < rows.length; start += most) {
    const some = rows.slice(start, start + most);
    yield { size: some.length, columns: ids.map((id) => some.map((row) => cellOf(row, id))) };
  }
}

/** The cells of a column from top to bottom. */
export function* cellsOf(rows: ResultRows, id: string): Iterable<ResultCell> {
  for (const { columns } of portionsOf(rows, [id])) yield* columns[0] ?? [];
}

/** The value of a cell; null where the row lacks the column. Inherited properties (`toString`) are no cells. */
export function cellOf(row: ResultRow, id: string): ResultCell {
  return Object.hasOwn(row, id) ? (row[id] ?? null) : null;
}

/** How a cell is formatted: as its column, unless that leaves it to the row. */
export function cellType(row: ResultRow, { type, type_from: from }: ResultColumn): ValueType {
  const own = from === undefined ? null : cellOf(row, from);
  return valueTypes.find((known) => known === own) ?? type;
}

/** A cell by its column and its row: its type, and what its amounts are counted in. */
export function cellShape(row: ResultRow, column: ResultColumn): ResultColumn {
  return column.type_from === undefined ? column : { ...column, type: cellType(row, column) };
}

const wholeTable = { first: [], most: null, below: [], hidden: [] };

const factFields = ['id', 'title', 'value', 'code', 'unit', 'n', 'low', 'high', 'basis'] as const satisfies readonly (keyof Fact)[];

/** Facts as a table of one row a fact, for formats that know only tables; the column ids are the fields of a fact, `code` where any has one. */
export function factsAsTable(section: FactsSection): TableSection {
  const fields = factFields.filter((id) => id !== 'code' || section.facts.some(({ code }) => code !== undefined));
  const columns: ResultColumn[] = fields.map((id) => ({
    id,
    title: id,
    type: id === 'n' || id === 'low' || id === 'high' ? 'number' : 'text',
    unit: null,
    basis: null,
  }));
  const rows = section.facts.map((fact) => Object.fromEntries(fields.map((id) => [id, fact[id] ?? null])));
  return {
    id: section.id,
    title: section.title,
    kind: 'table',
    place: section.place,
    columns,
    rows,
    total: rows.length,
    glance: wholeTable,
    chart: null,
  };
}
