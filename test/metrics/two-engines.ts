import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { PostgresEngine } from '../../src/engine/postgres.ts';
import { sql } from '../../src/engine/sql.ts';
import { transfer } from '../../src/ingest/warehouse/transfer.ts';
import type { Row } from '../../src/lib/rows.ts';
import type { RunParameters } from '../../src/metrics/parameters.ts';
import { fieldsFor, metrics } from '../../src/metrics/registry.ts';
import { runMetrics, type RunReport } from '../../src/metrics/runner.ts';
import { columnsOf, fieldIds, tables as canonicalTables } from '../../src/model/entities.ts';
import { type IngestedFiles, ingestPaths } from '../ingest/ingest-files.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { scratch, tableQuery } from './run.ts';

/** Rows by table; a table or column that is not named is empty. */
export type CanonicalRows = Readonly<Record<string, readonly Row[]>>;

/** The same canonical tables in both. */
export interface TwoEngines {
  readonly duckdb: DuckDbEngine;
  readonly postgres: PostgresEngine;
  readonly available: ReadonlySet<string>;
  close(): Promise<void>;
}

let runs = 0;

export function openPostgres(server: PostgresServer): Promise<PostgresEngine> {
  runs += 1;
  return PostgresEngine.open({ url: server.url, runSchema: `crm_eval_run_${process.pid}_${runs}`, failure: 'inputUnreadable' });
}

export async function duckDbWith(rows: CanonicalRows): Promise<DuckDbEngine> {
  const duckdb = await DuckDbEngine.open({ scratch, threads: 1 });
  await fill(duckdb, rows);
  return duckdb;
}

/** Tables of rows; PostgreSQL gets them in another order. */
export async function enginesWith(server: PostgresServer, rows: CanonicalRows): Promise<TwoEngines> {
  const duckdb = await duckDbWith(rows);
  const postgres = await openPostgres(server);
  await fill(postgres, Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.toReversed()])));
  const close = async (): Promise<void> => {
    await duckdb.close();
    await postgres.close();
  };
  return { duckdb, postgres, available: new Set(fieldIds()), close };
}

/** Files as DuckDB read them, and as they are copied to PostgreSQL, which alone is closed. */
export async function enginesWithFiles(server: PostgresServer, loaded: IngestedFiles): Promise<TwoEngines> {
  const { engine: duckdb, ingested } = loaded;
  const { available } = ingested;
  const postgres = await openPostgres(server);
  const folder = mkdtempSync(join(tmpdir(), 'crm-eval-portability-'));
  await transfer({ from: duckdb, to: postgres, schema: postgres.runSchema, available, scratch: folder });
  rmSync(folder, { recursive: true, force: true });
  return { duckdb, postgres, available, close: () => postgres.close() };
}

/** The demo company, as far as metrics read it. */
export function demoFiles(): Promise<IngestedFiles> {
  const folder = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url));
  const fields = fieldsFor(metrics.map(({ id }) => id));
  return ingestPaths(
    readdirSync(folder).map((file) => folder + file),
    { fields },
  );
}

async function fill(engine: Engine, tables: CanonicalRows): Promise<void> {
  for (const entity of canonicalTables) await engine.append(entity.id, columnsOf(entity), tables[entity.id] ?? []);
}

export interface Outcome {
  readonly report: RunReport;
  /** The rows of each metric in the order of its grain. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  /** Its columns with their types, in their order. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** Computes every metric of the registry over the tables that are there, and leaves no table behind. */
export async function computeAll(engine: Engine, available: ReadonlySet<string>, parameters: RunParameters): Promise<Outcome> {
  const report = await runMetrics({ engine, metrics: metrics.map(({ id }) => id), registry: metrics, parameters, available });
  const tables = new Map<string, Row[]>();
  const columns = new Map<string, string[]>();
  for (const metric of metrics) {
    tables.set(metric.id, await engine.rows(tableQuery(metric)));
    columns.set(metric.id, await columnsIn(engine, metric.id));
    await engine.drop(metric.id);
  }
  return { report, tables, columns };
}

/** `revenue decimal(18,4)`, with the words of `sqlTypes`. */
async function columnsIn(engine: Engine, table: string): Promise<string[]> {
  const rows = await engine.rows<{ name: string; type: string; digits: number | null; decimals: number | null }>(
    sql`select column_name::varchar as name, data_type::varchar as type, numeric_precision as digits, numeric_scale as decimals
      from information_schema.columns where table_name = ${table} order by ordinal_position`,
  );
  return rows.map(({ name, type, digits, decimals }) => {
    const word = type.toLowerCase();
    return `${name} ${word === 'numeric' ? `decimal(${digits},${decimals})` : (words.get(word) ?? word)}`;
  });
}

const words: ReadonlyMap<string, string> = new Map([
  ['character varying', 'varchar'],
  ['timestamp without time zone', 'timestamp'],
  ['double', 'double precision'],
]);
