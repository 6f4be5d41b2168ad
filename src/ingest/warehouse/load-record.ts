import { z } from 'zod';
import type { PostgresEngine } from '../../engine/postgres.ts';
import { join, sql } from '../../engine/sql.ts';
import { languages } from '../../lib/localized.ts';
import { type Finding, findingSchema, type Input, inputSchema } from '../../result/result.ts';
import type { Ingested } from '../contract.ts';
import { canonicalTables, qualified } from './canonical-tables.ts';
import { loadTable, tablesIn } from './loaded-tables.ts';

const recordSchema = z.strictObject({
  as_of: z.string().nullable(),
  inputs: z.array(inputSchema),
  available: z.array(z.string()),
  findings: z.strictObject({ en: z.array(findingSchema), 'zh-CN': z.array(findingSchema) }),
});

/** What a later run has to know of the files that a load read. */
export interface LoadRecord {
  readonly as_of: string | null;
  readonly inputs: readonly Input[];
  readonly available: readonly string[];
  readonly findings: Readonly<Record<(typeof languages)[number], readonly Finding[]>>;
}

export async function recordOf(ingested: Ingested): Promise<LoadRecord> {
  const [en, zh] = await Promise.all(languages.map((lang) => ingested.findingsIn(lang)));
  return {
    as_of: ingested.asOf,
    inputs: ingested.inputs,
    available: [...ingested.available].toSorted(),
    findings: { en: en ?? [], 'zh-CN': zh ?? [] },
  };
}

/** One row a part: what is kept is JSON, and no database need know more of it. */
export async function writeRecord(engine: PostgresEngine, schema: string, record: LoadRecord): Promise<void> {
  const name = qualified(schema, loadTable);
  await engine.run(sql`create table ${name} (part varchar primary key, content varchar not null)`);
  const rows = Object.entries(record).map(([part, content]) => sql`(${part}, ${JSON.stringify(content, withoutNul)})`);
  await engine.run(sql`insert into ${name} (part, content) values ${join(rows)}`);
}

/** What a file held may be in a finding, and no PostgreSQL text can hold a NUL character. */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** Null where the schema holds no load of ours. Throws an Error where another version wrote it, or where a table is gone. */
export async function readRecord(engine: PostgresEngine, schema: string): Promise<LoadRecord | null> {
  const present = new Set((await tablesIn(engine, schema)).map(({ name }) => name));
  if (!present.has(loadTable)) return null;
  const rows = await engine.rows<{ part: string; content: string }>(sql`select part, content from ${qualified(schema, loadTable)}`);
  const record = recordSchema.parse(Object.fromEntries(rows.map(({ part, content }) => [part, JSON.parse(content)])));
  const missing = canonicalTables.filter(({ id }) => !present.has(id));
  if (missing.length > 0) throw new Error(`no table ${missing.map(({ id }) => id).join(', ')}`);
  return record;
}
