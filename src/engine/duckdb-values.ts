import {
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDateVector,
  DuckDBDecimal64Vector,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Cell } from '../lib/rows.ts';

/** Some cells of one column of a chunk, from row `from` up to, not including, `to`. Throws as `cellOf`. */
export function columnCells(
  chunk: DuckDBDataChunk,
  { column, from, to }: { readonly column: number; readonly from: number; readonly to: number },
  type?: DuckDBType,
): Cell[] {
  // The chunk keeps every vector that was asked for, with its texts; one made for this look alone is gone after it.
  const vector = new DuckDBDataChunk(chunk.chunk).getColumnVector(column);
  if (vector instanceof DuckDBDecimal64Vector) {
    const { scale } = vector.type;
    return Array.from({ length: to - from }, (_, index) => {
      const value = vector.getScaledValue(from + index);
      return value === null ? null : decimalNumber(value, scale);
    });
  }
  if (vector instanceof DuckDBDateVector) return dateCells(vector, from, to);
  return Array.from({ length: to - from }, (_, index) => {
    const value = vector.getItem(from + index);
    return value === null ? null : cellOf(value, type);
  });
}

/** Most rows share their days with others: each is written once. */
function dateCells(vector: DuckDBDateVector, from: number, to: number): Cell[] {
  const written = new Map<number, string>();
  return Array.from({ length: to - from }, (_, index) => {
    const value = vector.getItem(from + index);
    if (value === null) return null;
    const text = written.get(value.days) ?? value.toString();
    written.set(value.days, text);
    return text;
  });
}

/** One value of DuckDB as a plain cell. Throws a RangeError where the plain cell could not say the same. */
export function cellOf(value: DuckDBValue, type?: DuckDBType): Cell {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`a query yielded ${value}, which no report can show`);
      return value;
    case 'bigint':
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
        throw new RangeError(`${value} does not fit a number exactly`);
      return Number(value);
    default:
      return objectCell(value, type);
  }
}

function objectCell(value: Exclude<DuckDBValue, string | boolean | number | bigint>, type?: DuckDBType): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof DuckDBDecimalValue) return decimalNumber(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) return value.toString();
  throw new TypeError(`a query yielded a ${type?.toString() ?? 'value'} that no cell can hold`);
}

/** The nearest number: a quotient of two whole numbers that a float holds exactly is rounded once. */
function decimalNumber(value: bigint, scale: number): number {
  const exact = value <= maxExact && value >= -maxExact;
  return exact ? Number(value) / 10 ** scale : Number(new DuckDBDecimalValue(value, 38, scale).toString());
}

const maxExact = BigInt(Number.MAX_SAFE_INTEGER);
