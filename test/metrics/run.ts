import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { identifier, join, sql } from '../../src/engine/sql.ts';
import type { Row } from '../../src/lib/rows.ts';
import type { AnyMetric } from '../../src/metrics/define.ts';
import { metricById, metrics } from '../../src/metrics/registry.ts';
import { parse, runMetrics, type RunReport, typedQuery } from '../../src/metrics/runner.ts';
import { columnsOf, entityById } from '../../src/model/entities.ts';

export interface Input {
  readonly orders?: readonly Row[];
  readonly customers?: readonly Row[];
  readonly activities?: readonly Row[];
  readonly feedback?: readonly Row[];
  readonly leads?: readonly Row[];
  readonly pool_events?: readonly Row[];
  readonly reps?: readonly Row[];
  readonly targets?: readonly Row[];
  readonly actions?: readonly Row[];
  readonly market?: readonly Row[];
  readonly products?: readonly Row[];
  readonly opportunities?: readonly Row[];
  readonly lead_attributes?: readonly Row[];
  readonly parameters?: unknown;
  /** Canonical fields said to be available; default: those with a value. */
  readonly available?: ReadonlySet<string>;
  /** Default: 1. On few rows a second thread only costs: half of the time again. Tests of its effect say how many. */
  readonly threads?: number;
}

export interface Outcome {
  readonly report: RunReport;
  /** The metric's rows in the order of its grain. */
  readonly table: (id: string) => Promise<Row[]>;
}

const tables = [
  'orders',
  'customers',
  'activities',
  'feedback',
  'leads',
  'pool_events',
  'reps',
  'targets',
  'actions',
  'market',
  'products',
  'opportunities',
  'lead_attributes',
] as const;

export const scratch = mkdtempSync(joinPath(tmpdir(), 'crm-eval-metrics-'));

/** Runs metrics over canonical tables that hold these rows; columns a row does not name are null. */
export async function withMetrics<T>(ids: readonly string[], input: Input, use: (outcome: Outcome) => Promise<T>): Promise<T> {
  const engine = await DuckDbEngine.open({ scratch, threads: input.threads ?? 1 });
  try {
    for (const table of tables) await engine.append(table, columnsOf(entityById(table)), input[table] ?? []);
    const available = input.available ?? availableIn(input);
    const report = await runMetrics({ engine, metrics: ids, registry: metrics, parameters: input.parameters ?? {}, available });
    return await use({ report, table: (id) => engine.rows(tableQuery(metricById(id))) });
  } finally {
    await engine.close();
  }
}

/** The rows of one metric, which is all that most tests want. */
export function rowsOf(id: string, input: Input): Promise<Row[]> {
  return withMetrics([id], input, (outcome) => outcome.table(id));
}

export function tableQuery(metric: AnyMetric): ReturnType<typeof sql> {
  return sql`select * from ${identifier(metric.id)} order by ${join(metric.grain.map(identifier))}`;
}

/** The query of a metric with these parameters; null for one computed outside the engine. */
export function queryText(id: string, parameters: unknown): string | null {
  const metric = metricById(id);
  return 'sql' in metric ? typedQuery(metric, parse(metric, parameters)).text : null;
}

/** An order of one line. */
export function order(customer_id: string, order_id: string, ordered_on: string, amount: number | null, more: Row = {}): Row {
  return { customer_id, order_id, ordered_at: `${ordered_on} 10:00:00`, amount, ...more };
}

function availableIn(input: Input): Set<string> {
  const names = (entity: string, rows: readonly Row[] = []): string[] =>
    rows.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([name]) => `${entity}.${name}`),
    );
  return new Set(tables.flatMap((table) => names(table, input[table])));
}
