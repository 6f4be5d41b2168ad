import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { PostgresEngine } from '../../../src/engine/postgres.ts';
import { identifier, type Sql, sql, trusted } from '../../../src/engine/sql.ts';
import { CrmEvalError } from '../../../src/errors.ts';
import { ratesOf, type SaidRates } from '../../../src/model/rates.ts';
import type { Ingested, Mapping } from '../../../src/ingest/contract.ts';
import { ingestTables, type SourceTable } from '../../../src/ingest/source-tables/source-tables.ts';
import type { Row } from '../../../src/lib/rows.ts';
import type { Finding, Input } from '../../../src/result/result.ts';
import type { PostgresServer } from '../../postgres-server.ts';

export interface TableSettings {
  readonly rates?: SaidRates;
  /** Entity → table, or table and condition. */
  readonly tables: Readonly<Record<string, string | { readonly table: string; readonly where: string }>>;
  /** As `--map` takes them: `orders.amount=实付金额`, `orders.status.completed=已归档`. */
  readonly map?: readonly string[];
  readonly asOf?: string;
  readonly timezone?: string;
  readonly lang?: 'en' | 'zh-CN';
  readonly url?: string;
}

export interface IngestedTables {
  readonly ingested: Ingested;
  readonly engine: PostgresEngine;
  rows(query: string): Promise<Row[]>;
  column(table: string, field: string): Promise<Row[string][]>;
}

let runs = 0;

/** Runs statements as the superuser of the test database. */
export async function prepare(server: PostgresServer, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Reads tables of the server in a run of its own; all of it is gone after the test. */
export async function readTables(server: PostgresServer, settings: TableSettings): Promise<IngestedTables> {
  runs += 1;
  const engine = await PostgresEngine.open({
    url: settings.url ?? server.url,
    runSchema: `crm_eval_run_${process.pid}_${runs}`,
    failure: 'inputUnreadable',
  });
  onTestFinished(() => engine.close());
  const tables = Object.entries(settings.tables).map(([entity, source]): SourceTable => {
    return typeof source === 'string' ? { entity, table: source, where: null } : { entity, ...source };
  });
  const ingested = await ingestTables({
    engine,
    tables,
    mappings: (settings.map ?? []).map(mappingOf),
    timezone: settings.timezone ?? null,
    asOf: settings.asOf ?? null,
    rates: ratesOf(settings.rates),
    lang: settings.lang ?? 'en',
  });
  const rows = (query: string): Promise<Row[]> => engine.rows(trusted(query));
  const column = async (table: string, field: string): Promise<Row[string][]> => {
    const query: Sql = sql`select ${identifier(field)} as value from ${identifier(table)} order by 1`;
    return (await engine.rows(query)).map((row) => row['value'] ?? null);
  };
  return { ingested, engine, rows, column };
}

/** What refuses the tables. */
export async function refusalOf(server: PostgresServer, settings: TableSettings): Promise<CrmEvalError> {
  try {
    await readTables(server, settings);
  } catch (error) {
    if (error instanceof CrmEvalError) return error;
    throw error;
  }
  throw new Error('the tables were accepted');
}

export function inputOf({ ingested }: IngestedTables, role = 'orders'): Input {
  const [input, ...others] = ingested.inputs.filter((candidate) => candidate.role === role);
  if (input === undefined || others.length > 0) throw new Error(`${others.length + 1} inputs of role ${role}`);
  return input;
}

export function findingsOf({ ingested }: IngestedTables, code: string): Finding[] {
  return ingested.findings.filter((finding) => finding.code === code);
}

function mappingOf(text: string): Mapping {
  const equals = text.indexOf('=');
  const [entity = '', ...field] = text.slice(0, equals).split('.');
  return { entity, field: field.join('.'), header: text.slice(equals + 1) };
}
