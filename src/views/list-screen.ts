import { identifier, join, type Sql, sql } from '../engine/sql.ts';
import type { RowList } from '../lib/row-list.ts';
import type { ViewContext } from './context.ts';
import type { ListColumn, MetricColumn } from './list-columns.ts';
import { columnName, type ListRequest, source } from './list-source.ts';

interface Question {
  /** The column that says nothing where the answer is no. */
  readonly id: string;
  readonly columns: readonly ListColumn[];
  /** True where the column says something. */
  readonly says: Sql;
}

/**
 * Columns that say nothing in any row of a list of which only the first rows are here: empty ones, and texts that repeat an earlier column.
 * What the rows here leave open is asked of the engine in one query.
 */
export async function unseenColumns({ engine }: ViewContext, request: ListRequest, rows: RowList): Promise<string[]> {
  const questions = [...emptyOnes(request, rows), ...repeatingOnes(request, rows)];
  if (questions.length === 0) return [];
  const answers = questions.map(({ says }, index) => sql`${says} as ${identifier(`q${index}`)}`);
  const read = questions.flatMap(({ columns }) => columns.flatMap(({ reads }) => reads));
  const [answer] = await engine.rows(sql`select ${join(answers)} from ${source(request, read)}`);
  return [...new Set(questions.filter((_, index) => answer?.[`q${index}`] !== true).map(({ id }) => id))];
}

function emptyOnes({ columns }: ListRequest, rows: RowList): Question[] {
  const blank = columns.filter(({ id }) => cellsOf(rows, [id]).every(([cell]) => cell === null || cell === ''));
  return blank.map((column) => ({
    id: column.id,
    columns: [column],
    says: sql`(${join(
      column.reads.map((read) => sql`count(nullif(${textOf(read)}, '')) > 0`),
      ' or ',
    )})`,
  }));
}

/** Only texts as they stand in a metric: words that are made of them tell apart what they stand for. */
function repeatingOnes({ columns }: ListRequest, rows: RowList): Question[] {
  const texts = columns.filter((column) => column.cell === null && isText(column));
  return texts.flatMap((column, index) =>
    texts
      .slice(0, index)
      .filter((earlier) => cellsOf(rows, [column.id, earlier.id]).every(([one, other]) => one === other))
      .map((earlier) => {
        const [one, other] = [textOf(column.reads[0]!), textOf(earlier.reads[0]!)];
        return {
          id: column.id,
          columns: [column, earlier],
          says: sql`(bool_or(${one} is distinct from ${other}) or (count(${one}) in (0, count(*)) and min(${one}) is not distinct from max(${one})))`,
        };
      }),
  );
}

function textOf(column: MetricColumn): Sql {
  return sql`cast(${columnName(column)} as varchar)`;
}

function isText({ type }: ListColumn): boolean {
  return type === 'text' || type === 'id';
}

function cellsOf(rows: RowList, ids: readonly string[]) {
  return [...rows].map((row) => ids.map((id) => row[id] ?? null));
}
