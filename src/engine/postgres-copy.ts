import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column, Row } from '../lib/rows.ts';
import { identifier, join, type Sql, sql } from './sql.ts';

/** Streams CSV (UTF-8, no header, unquoted empty = null) into a table and yields the number of rows. All of it goes in, or nothing. */
export async function copy(client: Client, table: Sql, columns: readonly string[], csv: Readable, signal: AbortSignal): Promise<number> {
  const stream = client.query(copyFrom(sql`copy ${table} (${join(columns.map(identifier))}) from stdin with (format csv)`.text));
  await pipeline(csv, stream, { signal });
  return stream.rowCount;
}

/** Rows as CSV. Throws a TypeError on what no engine can hold: NUL in a text, a number that is not finite. */
export function csvOf(columns: readonly Column[], rows: Iterable<Row>): Readable {
  return Readable.from(csvLines(columns, rows));
}

/** Characters sent at a time. */
const chunkLength = 65_536;

function* csvLines(columns: readonly Column[], rows: Iterable<Row>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${columns.map((column) => csvCell(row[column.name])).join(',')}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function csvCell(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`a number in SQL must be finite, not ${value}`);
  if (typeof value !== 'string') return String(value);
  if (value.includes('\0')) throw new TypeError('a text in SQL must not hold a NUL character');
  return `"${value.replaceAll('"', '""')}"`;
}
