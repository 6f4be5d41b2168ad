import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBDateValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  StatementType,
} from '@duckdb/node-api';
import { type ColumnCells, RowList } from '../lib/row-list.ts';
import type { Cell, ColumnType } from '../lib/rows.ts';
import { type Answer, cellText, distinctNames, moneyScale, notFinite } from './answer.ts';
import { columnCells } from './duckdb-values.ts';

/** Runs one query and keeps its first rows; the others are only counted, and never held. Throws the error of DuckDB. */
export async function duckdbAnswer(connection: DuckDBConnection, query: string, most: number | null): Promise<Answer> {
  const prepared = await connection.prepare(query);
  if (prepared.statementType !== StatementType.SELECT) throw new TypeError('a query that was read is no query');
  const result = await prepared.stream();
  const names = distinctNames(result.columnNames());
  const types = result.columnTypes();
  const inexact = new Set<number>();
  const chunks: DuckDBDataChunk[] = [];
  const sizes: number[] = [];
  let total = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const wanted = most === null ? chunk.rowCount : Math.min(chunk.rowCount, most - total);
    total += chunk.rowCount;
    if (wanted <= 0) continue;
    chunks.push(chunk);
    sizes.push(wanted);
    for (const [column, type] of types.entries()) if (!isExact(chunk, { column, rows: wanted }, type, names[column]!)) inexact.add(column);
  }
  const columns = types.map((type, column) => ({ name: names[column]!, type: inexact.has(column) ? 'text' : columnTypeOf(type) }) as const);
  const cells = columns.map(({ name, type }, column): [string, ColumnCells] => [
    name,
    (portion, from, to) => answerCells(chunks[portion]!, { column, from, to }, { name, type }),
  ]);
  return { columns, rows: new RowList(sizes, new Map(cells)), total };
}

const wholeNumbers = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
]);

const instants = new Set([
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
  DuckDBTypeId.TIMESTAMP_TZ,
]);

function columnTypeOf(type: DuckDBType): ColumnType {
  const { typeId } = type;
  if (wholeNumbers.has(typeId)) return 'integer';
  if (instants.has(typeId)) return 'timestamp';
  if (type.typeId === DuckDBTypeId.DECIMAL) return type.scale === 0 ? 'integer' : type.scale === moneyScale ? 'money' : 'decimal';
  if (typeId === DuckDBTypeId.DOUBLE || typeId === DuckDBTypeId.FLOAT) return 'double';
  if (typeId === DuckDBTypeId.BOOLEAN) return 'boolean';
  return typeId === DuckDBTypeId.DATE ? 'date' : 'text';
}

/** Whether numbers can hold the first cells of a column to the last digit. Throws where one is not finite. */
function isExact(chunk: DuckDBDataChunk, cells: { column: number; rows: number }, type: DuckDBType, name: string): boolean {
  const kind = columnTypeOf(type);
  if (kind === 'text' || kind === 'boolean') return true;
  const vector = new DuckDBDataChunk(chunk.chunk).getColumnVector(cells.column);
  for (let row = 0; row < cells.rows; row += 1) {
    const value = vector.getItem(row);
    const isEndless = typeof value === 'number' ? !Number.isFinite(value) : hasEnd(value) && !value.isFinite;
    if (isEndless) throw notFinite(name);
    const digits = value instanceof DuckDBDecimalValue ? value.value : value;
    if (typeof digits === 'bigint' && (digits > maxExact || digits < -maxExact)) return false;
  }
  return true;
}

/** Days and instants may lie in no time, `infinity`, which is written as some day far away. */
function hasEnd(value: DuckDBValue): value is DuckDBDateValue | DuckDBTimestampValue {
  return typeof value === 'object' && value !== null && 'isFinite' in value;
}

const maxExact = BigInt(Number.MAX_SAFE_INTEGER);

function answerCells(
  chunk: DuckDBDataChunk,
  place: { column: number; from: number; to: number },
  { name, type }: Answer['columns'][number],
): readonly Cell[] {
  if (type !== 'text' && type !== 'date' && type !== 'timestamp') return columnCells(chunk, place);
  const vector = new DuckDBDataChunk(chunk.chunk).getColumnVector(place.column);
  return Array.from({ length: place.to - place.from }, (_, index) => {
    const read = (): string | null => {
      const value = vector.getItem(place.from + index);
      if (value === null) return null;
      // By itself an instant is written in the zone of the machine; that of the session is UTC.
      return String(value instanceof DuckDBTimestampTZValue ? new DuckDBTimestampValue(value.micros) : value);
    };
    return type === 'text' ? cellText(name, read) : read();
  });
}
