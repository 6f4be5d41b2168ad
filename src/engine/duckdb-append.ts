import type { DuckDBAppender } from '@duckdb/node-api';
import type { Cell, ColumnType } from '../lib/rows.ts';

/**
 * Adds one cell to the row that is being appended. A float goes in as it is; what has no such way goes in as text, which DuckDB casts to
 * the type of the column. Throws a TypeError on a number that is not finite and on text with a NUL character.
 */
export function appendCell(appender: DuckDBAppender, value: Cell | undefined, type: ColumnType): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (typeof value === 'number') appendNumber(appender, value, type);
  else if (value.includes('\0')) throw new TypeError('a text in a table must not hold a NUL character');
  else appender.appendVarchar(value);
}

function appendNumber(appender: DuckDBAppender, value: number, type: ColumnType): void {
  if (!Number.isFinite(value)) throw new TypeError(`a number in a table must be finite, not ${value}`);
  if (type === 'double') appender.appendDouble(value);
  else if (Number.isSafeInteger(value)) appender.appendBigInt(BigInt(value));
  else appender.appendVarchar(String(value));
}
