import type { Engine } from '../engine/engine.ts';
import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { RowList } from '../lib/row-list.ts';
import type { Lang } from '../lib/localized.ts';
import { metricById } from '../metrics/registry.ts';
import { glanceOf } from '../views/table.ts';
import type { ResultCell, ResultColumn, TableSection } from '../result/result.ts';

/** A column of a section: a metric's column as it was declared, under its own name or another. */
export interface Pick {
  readonly metric: string;
  readonly column: string;
  readonly as?: string;
}

type Words = ReadonlyMap<string, string>;

export interface SectionRequest {
  readonly id: string;
  readonly title: string;
  readonly lang: Lang;
  readonly picks: readonly Pick[];
  /** Tables and joins the picks come from, with `where`, `group by` and `order by`; every metric under its own name. */
  readonly from: Sql;
  /** Columns whose values are ids of words: the words in the language of the run. */
  readonly words?: Readonly<Record<string, Words>>;
  /** What `change` needs of the rows beside the picks; the section does not have it. */
  readonly also?: Readonly<Record<string, Sql>>;
  /** What becomes of the rows before they are shown. */
  readonly change?: (rows: RowList) => RowList;
}

export function resultColumn({ metric, column, as }: Pick, lang: Lang, words = false): ResultColumn {
  const declared = metricById(metric).columns[column];
  if (declared === undefined) throw new RangeError(`the metric ${metric} has no column ${column}`);
  return {
    id: as ?? column,
    title: declared.title[lang],
    type: words ? 'text' : declared.shows,
    unit: declared.unit ?? null,
    basis: declared.meaning[lang],
  };
}

/** A table section straight from metric tables: titles, units and basis are the declared ones. */
export async function metricSection(engine: Engine, request: SectionRequest): Promise<TableSection> {
  const { picks, lang, words = {}, also = {} } = request;
  const selected = picks.map((pick) => sql`${identifier(pick.metric)}.${identifier(pick.column)} as ${identifier(nameOf(pick))}`);
  for (const [name, value] of Object.entries(also)) selected.push(sql`${value} as ${identifier(name)}`);
  let rows = await engine.list(sql`select ${join(selected)} from ${request.from}`);
  for (const [column, list] of Object.entries(words)) rows = rows.with(column, [column], (cell = null) => wordOf(list, cell));
  if (request.change !== undefined) rows = request.change(rows).without(Object.keys(also));
  const columns = picks.map((pick) => resultColumn(pick, lang, nameOf(pick) in words));
  return { id: request.id, title: request.title, kind: 'table', columns, rows, total: rows.length, glance: glanceOf(), chart: null };
}

function nameOf(pick: Pick): string {
  return pick.as ?? pick.column;
}

/** The word of an id; null stays null. */
export function wordOf(words: Words, id: ResultCell): ResultCell {
  return id === null ? null : (words.get(String(id)) ?? id);
}
