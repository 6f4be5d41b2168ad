// @module-tag slow
import { afterAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { distributionKey } from '../../src/ingest/warehouse/distribute.ts';
import type { AnyMetric } from '../../src/metrics/define.ts';
import { usedBy } from '../../src/metrics/graph.ts';
import type { RunParameters } from '../../src/metrics/parameters.ts';
import { metricById, metrics } from '../../src/metrics/registry.ts';
import { parse, runMetrics } from '../../src/metrics/runner.ts';
import { fieldIds, tables as canonicalTables } from '../../src/model/entities.ts';
import { breaches, type Tables } from '../engine/portable-sql.ts';
import { remembered } from '../remembered.ts';
import { queryText } from './run.ts';
import { sampleCustomers, sampleOrders } from './sample.ts';
import { duckDbWith } from './two-engines.ts';
import { variants } from './variants.ts';

const lines = new Map(
  canonicalTables.flatMap((entity) => {
    const key = distributionKey(entity);
    return key === null ? [] : [[entity.id, key] as const];
  }),
);

/** Canonical tables, and tables of metrics that have a row a customer (or a lead) as those have. */
const distributed = new Map([
  ...lines,
  ...metrics.flatMap(({ id, grain }) => ([...lines.values()].includes(grain[0]!) ? [[id, grain[0]!] as const] : [])),
]);

/** What the metric reads: floats are those of the metrics it uses. */
function tablesOf(metric: AnyMetric): Tables {
  const columns = usedBy(metric).flatMap((id) => Object.entries(metricById(id).columns));
  return { floats: new Set(columns.flatMap(([name, { type }]) => (type === 'double' ? [name] : []))), lines, distributed };
}

/** An engine with every metric that a model reads. */
const computed = remembered(async (parameters: RunParameters): Promise<{ readonly engine: DuckDbEngine }> => {
  const engine = await duckDbWith({ orders: sampleOrders, customers: sampleCustomers });
  const used = metrics.flatMap((metric) => ('sql' in metric ? [] : usedBy(metric)));
  await runMetrics({ engine, metrics: used, registry: metrics, parameters, available: new Set(fieldIds()) });
  return { engine };
});
afterAll(async () => {
  for (const parameters of Object.values(variants)) await (await computed(parameters)).engine.close();
});

/** The query that makes the metric's table, or those that its model reads. */
async function queriesOf(metric: AnyMetric, parameters: RunParameters): Promise<string[]> {
  if ('sql' in metric) return [queryText(metric.id, parameters)!];
  const { engine } = await computed(parameters);
  const queries: string[] = [];
  await metric.compute(parse(metric, parameters), (query) => {
    queries.push(query.text);
    return engine.rows(query);
  });
  return queries;
}

describe.each(metrics.map((metric) => [metric.id, metric] as const))('the SQL of %s', (_, metric) => {
  it('holds to every rule of portable SQL with all sets of parameters', async () => {
    const found: string[] = [];
    const queries: string[] = [];
    for (const [variant, parameters] of Object.entries(variants)) {
      const own = await queriesOf(metric, parameters);
      queries.push(...own);
      for (const { rule, near } of own.flatMap((query) => breaches(query, tablesOf(metric)))) found.push(`${rule}: ${near} (${variant})`);
    }
    expect(found).toEqual([]);
    expect(queries.length).toBeGreaterThan(0);
  });
});

describe('the registry', () => {
  it('is not empty, and reads distributed tables', () => {
    expect(metrics.length).toBeGreaterThan(10);
    expect(lines.get('orders')).toBe('customer_id');
    expect(distributed.get('customer_profile')).toBe('customer_id');
  });
});
