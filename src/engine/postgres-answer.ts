import { type Client, DatabaseError } from 'pg';
import { type ColumnCells, portionSize, portionSizes, RowList } from '../lib/row-list.ts';
import type { Cell, ColumnType } from '../lib/rows.ts';
import { type Answer, cellText, distinctNames, isTooLong, moneyScale, notFinite, textTooLong } from './answer.ts';
import { cellOf, types } from './postgres-values.ts';

/** Rows asked for at a time. */
const fetchRows = 5_000;

type Tuple = readonly (string | null)[];

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
  readonly dataTypeModifier: number;
}

/**
 * Runs one query through a cursor of a transaction that can write nothing, and keeps its first rows; the others are only counted. A cursor
 * takes nothing but a query, and the extended protocol nothing but one statement. Throws the error of the driver.
 */
export async function postgresAnswer(client: Client, query: string, most: number | null): Promise<Answer> {
  await client.query('begin read only');
  try {
    // A cursor is planned for its first rows; all are wanted.
    await client.query('set local cursor_tuple_fraction = 1');
    await declare(client, query);
    let fields: readonly Field[] = [];
    const tuples: Tuple[] = [];
    for (let more = true; more;) {
      const wanted = most === null ? fetchRows : Math.min(fetchRows, most - tuples.length);
      const fetched = await client.query<string[]>({ text: `fetch forward ${wanted} from ${cursor}`, rowMode: 'array', types: asText });
      fields = fetched.fields;
      for (const tuple of fetched.rows) tuples.push(tuple);
      more = fetched.rows.length === wanted && tuples.length !== most;
    }
    const rest = most === null ? 0 : ((await client.query(`move forward all from ${cursor}`)).rowCount ?? 0);
    return { ...answerOf(fields, tuples), total: tuples.length + rest };
  } catch (error) {
    throw isTooLong(error) ? textTooLong(null) : error;
  } finally {
    // A lost server has rolled back by itself.
    await client.query('rollback').catch(() => undefined);
  }
}

const cursor = 'crm_eval_query';
const declaration = `declare ${cursor} no scroll cursor for `;
const asText = { getTypeParser: () => (value: string) => value };

/** The position of an error is that in the query itself. */
async function declare(client: Client, query: string): Promise<void> {
  try {
    await client.query({ text: declaration + query, queryMode: 'extended' } as { text: string });
  } catch (error) {
    if (error instanceof DatabaseError && error.position !== undefined)
      error.position = String(Math.max(1, Number(error.position) - declaration.length));
    throw error;
  }
}

function answerOf(fields: readonly Field[], tuples: readonly Tuple[]): Omit<Answer, 'total'> {
  const names = distinctNames(fields.map(({ name }) => name));
  const columns = fields.map((field, index) => ({
    name: names[index]!,
    type: columnTypeOf(
      field,
      names[index]!,
      tuples.map((tuple) => tuple[index] ?? null),
    ),
  }));
  const cells = columns.map(({ name, type }, index): [string, ColumnCells] => [
    name,
    (portion, from, to) => {
      const begin = portion * portionSize;
      return tuples
        .slice(begin + from, begin + to)
        .map((tuple) => answerCell(tuple[index] ?? null, { name, type }, fields[index]!.dataTypeID));
    },
  ]);
  return { columns, rows: new RowList(portionSizes(tuples.length), new Map(cells)) };
}

function answerCell(text: string | null, { name, type }: Answer['columns'][number], id: number): Cell {
  return type === 'text' ? cellText(name, () => text) : type === 'integer' && text !== null ? Number(text) : cellOf(text, id);
}

function columnTypeOf({ dataTypeID: id, dataTypeModifier }: Field, name: string, cells: Tuple): ColumnType {
  if (id === types.boolean) return 'boolean';
  const isDay = id === types.date;
  if (isDay || id === types.timestamp || id === types.instant) {
    if (cells.some((cell) => cell?.endsWith('infinity') === true)) throw notFinite(name);
    return isDay ? 'date' : 'timestamp';
  }
  const isNumber = types.integers.has(id) || types.floats.has(id) || id === types.numeric;
  if (!isNumber) return 'text';
  if (cells.some((cell) => cell !== null && !Number.isFinite(Number(cell)))) throw notFinite(name);
  if (types.floats.has(id)) return 'double';
  // The scale of a numeric stands in the lower half of its modifier, which the results of functions do not have: then in all that they yield.
  const declared = dataTypeModifier < 4 ? null : (dataTypeModifier - 4) & 0xff_ff;
  const scales = new Set(cells.flatMap((cell) => (cell === null ? [] : scaleOf(cell))));
  const scale = types.integers.has(id) ? 0 : (declared ?? (scales.size === 1 ? [...scales][0]! : null));
  if (scale === null || scale > moneyScale + 2) return 'decimal';
  const exact = cells.every((cell) => cell === null || Number.isSafeInteger(Number(cell.replace('.', ''))));
  return exact ? (scale === 0 ? 'integer' : scale === moneyScale ? 'money' : 'decimal') : 'text';
}

/** Digits behind the point. */
function scaleOf(number: string): number {
  const point = number.indexOf('.');
  return point === -1 ? 0 : number.length - point - 1;
}
