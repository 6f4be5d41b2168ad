import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../../src/engine/duckdb.ts';
import { PostgresEngine } from '../../../src/engine/postgres.ts';
import { CrmEvalError } from '../../../src/errors.ts';
import type { Ingested } from '../../../src/ingest/contract.ts';
import { load, type LoadedRows } from '../../../src/ingest/warehouse/load.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { columnsOf, tables as canonicalTables } from '../../../src/model/entities.ts';
import { execute, type PostgresServer } from '../../postgres-server.ts';

/** Rows by canonical table; a table or column that is not named is empty. */
export type CanonicalRows = Readonly<Record<string, readonly Row[]>>;

/** Runs statements as the superuser and yields the rows of the last, as the driver reads them. */
export function query(server: PostgresServer, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  return execute(server.url, ...statements);
}

let runs = 0;

interface RunSettings {
  /** A schema to find tables in by their bare names. */
  readonly schema?: string;
  readonly signal?: AbortSignal;
}

function connect(server: PostgresServer, { schema, signal }: RunSettings): Promise<PostgresEngine> {
  runs += 1;
  return PostgresEngine.open({
    url: server.url,
    runSchema: `crm_eval_run_${process.pid}_l${runs}`,
    failure: 'outputFailed',
    ...(schema === undefined ? {} : { searchPath: [schema] }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** A session with a run of its own; it is over after the test. */
export async function openRun(server: PostgresServer, settings: RunSettings = {}): Promise<PostgresEngine> {
  const engine = await connect(server, settings);
  onTestFinished(() => engine.close());
  return engine;
}

interface HeldTables {
  readonly duckdb: DuckDbEngine;
  readonly scratch: string;
}

const held = new Map<CanonicalRows, HeldTables>();

/** An engine that holds these rows, as if files had been read, and its folder; the same for the same rows. */
export async function openTables(tables: CanonicalRows): Promise<HeldTables> {
  const open = held.get(tables);
  if (open !== undefined) return open;
  const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-load-'));
  const duckdb = await DuckDbEngine.open({ scratch, threads: 1 });
  held.set(tables, { duckdb, scratch });
  for (const entity of canonicalTables) await duckdb.append(entity.id, columnsOf(entity), tables[entity.id] ?? []);
  return { duckdb, scratch };
}

/** Fields with a value in any row. */
export function fieldsIn(tables: CanonicalRows): ReadonlySet<string> {
  return new Set(
    Object.entries(tables).flatMap(([table, rows]) =>
      rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null)).map((name) => `${table}.${name}`),
    ),
  );
}

export function ingestedFrom(tables: CanonicalRows, own: Partial<Ingested> = {}): Ingested {
  return {
    asOf: '2026-03-31',
    inputs: [],
    findings: [],
    findingsIn: async () => [],
    tables: [],
    available: fieldsIn(tables),
    rejects: async () => [],
    rowsOf: async () => [],
    ...own,
  };
}

export interface LoadSettings {
  readonly schema?: string;
  readonly replace?: boolean;
  readonly ingested?: Partial<Ingested>;
  readonly signal?: AbortSignal;
}

/** Loads rows as `crm-eval load` would, in a session of its own that is over when this is. */
export async function loadRows(server: PostgresServer, tables: CanonicalRows, settings: LoadSettings = {}): Promise<LoadedRows[]> {
  const { schema = 'crm_eval', replace = false, signal } = settings;
  const { duckdb, scratch } = await openTables(tables);
  const to = await connect(server, signal === undefined ? {} : { signal });
  const ingested = ingestedFrom(tables, settings.ingested);
  try {
    return await load({ from: duckdb, to, schema, ingested, available: ingested.available, replace, scratch });
  } finally {
    await to.close();
  }
}

/** What the work was refused with. */
export async function refusal(work: Promise<unknown>): Promise<CrmEvalError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CrmEvalError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** `schema.table` of every table and view that is not the server's own. */
export async function relations(server: PostgresServer): Promise<string[]> {
  const rows = await query(
    server,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'v')`,
  );
  return rows.map(({ name }) => String(name)).toSorted();
}
