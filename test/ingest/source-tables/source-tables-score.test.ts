import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { PostgresEngine } from '../../../src/engine/postgres.ts';
import { identifier, sql } from '../../../src/engine/sql.ts';
import type { Ingested } from '../../../src/ingest/contract.ts';
import { columnsOf, entities } from '../../../src/model/entities.ts';
import { explain } from '../../../src/pipelines/explain/explain.ts';
import { score } from '../../../src/pipelines/score/score.ts';
import type { Result } from '../../../src/result/result.ts';
import { describeWithPostgres } from '../../postgres-server.ts';
import { ingestPaths } from '../ingest-files.ts';
import { readTables } from '../warehouse/warehouse.ts';

const demo = fileURLToPath(new URL('../../../fixtures/demo', import.meta.url));
const names = [
  'customers',
  'orders',
  'products',
  'leads',
  'pool_events',
  'opportunities',
  'activities',
  'feedback',
  'targets',
  'reps',
  'market',
];

function scored(engine: Engine, ingested: Ingested): Promise<Result> {
  return score({ engine, ingested, settings: defaultConfig().config.score, churn: defaultConfig().config.churn, lang: 'en', period: null });
}

describeWithPostgres('the demo company in a warehouse', (server) => {
  it('scores as its files do, with every table a view', async () => {
    const files = await ingestPaths(names.map((name) => `${demo}/${name}.csv`));
    onTestFinished(() => files.close());
    const warehouse = await PostgresEngine.open({ url: server.url, runSchema: 'dwh', failure: 'inputUnreadable' });
    onTestFinished(() => warehouse.close());
    for (const entity of entities.filter(({ id }) => names.includes(id))) {
      const rows = await files.engine.rows(sql`select * from ${identifier(entity.id)}`);
      expect(rows.length).toBeGreaterThan(5);
      await warehouse.append(entity.id, columnsOf(entity), rows);
    }
    const tables = await readTables(server, { tables: Object.fromEntries(names.map((name) => [name, `dwh.${name}`])) });
    expect(tables.ingested.inputs.map(({ role, rows_used: rows }) => [role, rows])).toEqual(
      files.ingested.inputs.map(({ role, rows_used: rows }) => [role, rows]),
    );
    expect(tables.ingested.inputs.every(({ rows_read: read, rows_used: used }) => read === used)).toBe(true);
    expect(tables.ingested.asOf).toBe(files.ingested.asOf);
    const expected = await scored(files.engine, files.ingested);
    const actual = await scored(tables.engine, tables.ingested);
    expect(actual.sections).toEqual(expected.sections);
    expect(actual.not_computed).toEqual(expected.not_computed);
  });

  it('explains a score by the number of rows', async () => {
    const warehouse = await PostgresEngine.open({ url: server.url, runSchema: 'dwh_small', failure: 'inputUnreadable' });
    onTestFinished(() => warehouse.close());
    const files = await ingestPaths([`${demo}/orders.csv`]);
    onTestFinished(() => files.close());
    const orders = entities.find(({ id }) => id === 'orders')!;
    await warehouse.append('orders', columnsOf(orders), await files.engine.rows(sql`select * from orders`));
    const tables = await readTables(server, { tables: { orders: 'dwh_small.orders' } });
    const result = await explain({
      engine: tables.engine,
      ingested: tables.ingested,
      settings: defaultConfig().config.score,
      churn: defaultConfig().config.churn,
      lang: 'en',
      period: null,
      customer: 'C0056',
    });
    const sources = result.sections.find(({ id }) => id === 'sources');
    expect(sources?.kind === 'table' ? sources.rows : null).toEqual([
      { role: 'orders', role_title: 'Orders', file: 'dwh_small.orders', sheet: null, rows: 102, lines: '' },
    ]);
  });
});
