import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { identifier, join as joinSql, literal, sql } from '../../src/engine/sql.ts';
import type { RawTable } from '../../src/source/raw-table.ts';
import { readRecords } from '../../src/source/records.ts';

/** An empty folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'crm-eval-source-'));
}

let files = 0;

/** Writes a new file and returns its path. */
export function writeFile(folder: string, content: string | Uint8Array, name?: string): string {
  files += 1;
  const path = join(folder, name ?? `input-${files}.csv`);
  writeFileSync(path, content);
  return path;
}

/** All records of a table, blanks as ''. */
export async function recordsOf(table: RawTable, chunkSize?: number): Promise<string[][]> {
  const records: string[][] = [];
  for await (const record of readRecords(table, chunkSize)) records.push(record);
  return records;
}

let tables = 0;

/** All records of a table as the engine loads them; rejects where it refuses the text. */
export async function engineRecords(engine: DuckDbEngine, table: RawTable): Promise<string[][]> {
  const { path, skip, dialect } = table.text;
  const columns = joinSql(table.columns.map((_, index) => sql`${literal(`c${index}`)}: 'VARCHAR'`));
  tables += 1;
  const name = `records_${tables}`;
  await engine.create(
    name,
    sql`select * from read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${dialect.delimiter},
      quote = ${dialect.quote}, escape = ${dialect.escape}, nullstr = '', allow_quoted_nulls = true, strict_mode = true, null_padding = false)`,
  );
  const rows = await engine.rows(sql`select * from ${identifier(name)}`);
  await engine.run(sql`drop table ${identifier(name)}`);
  return rows.map((row) => table.columns.map((_, index) => String(row[`c${index}`] ?? '')));
}
