import { type Sql, identifier, join, sql, trusted } from '../engine/sql.ts';
import type { RowList } from '../lib/row-list.ts';
import { rowsSeen } from '../lib/usual-rows.ts';
import type { Glance, Place, TableSection } from '../result/result.ts';
import { resultColumn } from './columns.ts';
import type { Screen, ViewContext } from './context.ts';
import { type ListColumn, type MetricColumn, withCodes } from './list-columns.ts';
import { unseenColumns } from './list-screen.ts';
import { type ListRequest, type RowRequest, columnName, source } from './list-source.ts';
import { glanceOf, nameIn, withHidden } from './table.ts';

/** A section of rows that the engine keeps by column: the joins follow from what its columns read. No row is fetched that is not shown. */
export async function list(context: ViewContext, request: ListRequest): Promise<TableSection> {
  const { engine, lang } = context;
  const { id, title, chart, place = 'answer' } = request;
  const columns = withCodes(request.columns);
  const glance = glanceOf(request.glance);
  const limit = rowsToFetch(context, request);
  const rows = asColumns(
    await engine.list(listQuery(request, limit), limit === null ? await countOf(context, request) : undefined),
    columns,
  );
  const total = limit === null || rows.length < limit ? rows.length : await countOf(context, request);
  const every = rows.length === 0 || rows.length === total || context.screen?.columns === 'all';
  const unseen = every ? [] : await unseenColumns(context, request, rows);
  const codes = columns.filter(({ codeOf }) => codeOf !== undefined).map((column) => column.id);
  return {
    id,
    title: title[lang],
    ...nameIn(lang, request),
    kind: 'table',
    place,
    columns: columns.map((column) => resultColumn(column.id, column, lang)),
    rows,
    total,
    glance: withHidden(glance, [...codes, ...unseen]),
    chart: chart ?? null,
  };
}

/** The values of the column that others are joined by, of the rows that a list fetches: what else is read for them can be kept to these. */
export function listedKeys(context: ViewContext, request: RowRequest & { readonly by: string }): Sql {
  const { of, by } = request;
  const key = sql`${columnName({ metric: of, column: by })} as ${identifier(by)}`;
  return sql`select ${key} ${listedRows(request, [], rowsToFetch(context, request))}`;
}

/** How many rows of a table are seen; null: all. */
export function rowsToFetch(
  { screen }: ViewContext,
  { id, glance, place = 'answer' }: Pick<RowRequest, 'id' | 'glance' | 'place'>,
): number | null {
  if (screen === undefined) return null;
  const { limit, sections } = screen;
  const { most } = glanceOf(glance);
  if (sections === null && !isShown({ place, most }, screen)) return 0;
  // The sentences speak of the first row of what is not asked for, too.
  if (sections !== null && !sections.includes(id)) return place === 'detail' ? 0 : 1;
  const rows = limit ?? rowsSeen(most);
  return rows === Infinity ? null : rows;
}

/** Details and tables for other programs are not shown unasked. */
function isShown({ place, most }: { readonly place: Place } & Pick<Glance, 'most'>, { limit, shows }: Screen): boolean {
  if (shows === 'all') return most !== 0 || limit !== null;
  return most !== 0 && place !== 'detail';
}

async function countOf({ engine }: ViewContext, request: ListRequest): Promise<number> {
  const [counted] = await engine.rows<{ n: number }>(sql`select count(*) as n from ${source(request, [])}`);
  return counted?.n ?? 0;
}

/** Columns that are a metric's own have their name from the query; the others are made from columns that are left out again. */
function asColumns(rows: RowList, columns: readonly ListColumn[]): RowList {
  let made = rows;
  for (const { id, reads, cell } of columns) if (cell !== null) made = made.with(id, reads.map(hiddenName), cell);
  return made.without(hiddenReads(columns).map(hiddenName));
}

function listQuery(request: ListRequest, limit: number | null): Sql {
  const { columns } = request;
  const named = columns.filter(({ cell }) => cell === null).map(({ id, reads }) => ({ read: reads[0]!, name: id }));
  const hidden = hiddenReads(columns).map((read) => ({ read, name: hiddenName(read) }));
  const selected = [...named, ...hidden];
  const names = selected.map(({ read, name }) => sql`${columnName(read)} as ${identifier(name)}`);
  const read = selected.map((each) => each.read);
  if (limit === null || request.by === undefined) return sql`select ${join(names)} ${listedRows(request, read, limit)}`;
  const { of, by } = request;
  return sql`
    with listed_keys as materialized (select ${columnName({ metric: of, column: by })} as listed_key ${listedRows(request, [], limit)})
    select ${join(names)} ${listedRows(request, read, limit, (metric) => ofListed(metric, by))}`;
}

/** The rows of a metric that belong to the rows listed: few of many, found before anything else is joined. */
function ofListed(metric: string, by: string): Sql {
  const key = columnName({ metric, column: by });
  return sql`(select * from ${identifier(metric)} where exists (select 1 from listed_keys where listed_key is not distinct from ${key})) as ${identifier(metric)}`;
}

/** From where, in which order and how many. */
function listedRows(request: RowRequest, columns: readonly MetricColumn[], limit: number | null, part?: (metric: string) => Sql): Sql {
  const { order } = request;
  const sorted = order.map((by) => sql`${columnName(by)} ${trusted(by.direction)} nulls last`);
  return sql`
    from ${source(request, [...columns, ...order], part)}
    order by ${join(sorted)}
    ${limit === null ? sql`` : sql`limit ${limit}`}`;
}

/** What is read for columns that are made of it, each once. */
function hiddenReads(columns: readonly ListColumn[]): MetricColumn[] {
  const all = columns.filter(({ cell }) => cell !== null).flatMap(({ reads }) => reads);
  return [...new Map(all.map((read) => [hiddenName(read), read])).values()];
}

/** No column of a section has a point in its name. */
function hiddenName({ metric, column }: MetricColumn): string {
  return `${metric}.${column}`;
}
