import { createReadStream, type ReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { DuckDbEngine } from '../../engine/duckdb.ts';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Column } from '../../lib/rows.ts';
import type { Entity } from '../../model/define.ts';
import { columnsOf } from '../../model/entities.ts';
import type { Ingested } from '../contract.ts';
import { canonicalTables, createTable, qualified } from './canonical-tables.ts';

export interface TransferRequest {
  /** Holds the canonical tables; must not be locked yet, it writes files. */
  readonly from: DuckDbEngine;
  readonly to: PostgresEngine;
  /** The schema the tables go to. */
  readonly schema: string;
  readonly available: Ingested['available'];
  /** A private folder for one table at a time. */
  readonly scratch: string;
  readonly signal?: AbortSignal;
  /** Called for each table; `sent` tells how many bytes of how many are on their way, null while they are being made ready. */
  readonly onProgress?: (table: string, sent: () => { readonly done: number; readonly total: number } | null) => void;
}

/** Creates the canonical tables in the schema and fills them with what DuckDB holds. */
export async function transfer(request: TransferRequest): Promise<void> {
  for (const entity of canonicalTables) {
    const name = qualified(request.schema, entity.id);
    await request.to.run(createTable(name, entity));
    if ((await copyTable(request, entity, name)) > 0) await request.to.run(sql`analyze ${name}`);
  }
}

/** Fills the table of an entity, which is empty; returns how many rows went in. Columns without a value anywhere are left out. */
export async function copyTable(request: TransferRequest, entity: Entity, table: Sql): Promise<number> {
  const { from, to, available, scratch, signal } = request;
  const columns = columnsOf(entity).filter(({ name }) => available.has(`${entity.id}.${name}`));
  if (columns.length === 0) return 0;
  signal?.throwIfAborted();
  const file = joinPath(scratch, `${entity.id}.copy.csv`);
  let sending: { readonly stream: ReadStream; readonly total: number } | null = null;
  request.onProgress?.(entity.id, () => (sending === null ? null : { done: sending.stream.bytesRead, total: sending.total }));
  try {
    await from.run(writeFile(entity, columns, file));
    signal?.throwIfAborted();
    const names = columns.map(({ name }) => name);
    const stream = createReadStream(file, { highWaterMark: 1 << 20 });
    sending = { stream, total: (await stat(file)).size };
    return await to.copyIn(table, names, stream);
  } finally {
    await rm(file, { force: true });
  }
}

/** Null is an empty cell, an empty text is quoted; a NUL character, which no PostgreSQL text can hold, is left out. */
function writeFile(entity: Entity, columns: readonly Column[], file: string): Sql {
  const texts = columns.filter(({ type }) => type === 'text');
  const values = columns.map(({ name, type }) =>
    type === 'text' ? sql`replace(${identifier(name)}, chr(0), '') as ${identifier(name)}` : identifier(name),
  );
  const quoted = texts.length === 0 ? trusted('') : sql`, force_quote (${join(texts.map(({ name }) => identifier(name)))})`;
  return sql`copy (select ${join(values)} from ${identifier(entity.id)}) to ${literal(file)} (format csv, header false${quoted})`;
}
