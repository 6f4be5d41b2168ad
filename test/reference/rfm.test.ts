import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import type { Row } from '../../src/lib/rows.ts';
import { metricById, metrics } from '../../src/metrics/registry.ts';
import { runMetrics } from '../../src/metrics/runner.ts';
import { columnsOf, entityById } from '../../src/model/entities.ts';
import { describeWithData } from '../data-folder.ts';
import { scratch, tableQuery } from '../metrics/run.ts';

/** Published results of the R package rfm 0.3.0, by its own rule. */

interface Reference {
  readonly rows: Map<string, Row>;
  readonly cuts: Map<string, number[]>;
  readonly counts: Map<string, number[]>;
}

async function openCanonical(): Promise<DuckDbEngine> {
  const engine = await DuckDbEngine.open({ scratch });
  for (const entity of ['orders', 'customers']) await engine.append(entity, columnsOf(entityById(entity)), []);
  return engine;
}

async function score(engine: DuckDbEngine, asOf: string, available: readonly string[]): Promise<Reference> {
  const parameters = { as_of: asOf, rfm: { method: 'rfm-compat' } };
  await runMetrics({ engine, metrics: ['rfm_score_counts'], registry: metrics, parameters, available: new Set(available) });
  const table = (id: string): Promise<Row[]> => engine.rows(tableQuery(metricById(id)));
  const grouped = (rows: readonly Row[], column: string): Map<string, number[]> => {
    const groups = new Map<string, number[]>();
    for (const row of rows) groups.set(String(row['measure']), [...(groups.get(String(row['measure'])) ?? []), Number(row[column])]);
    return groups;
  };
  return {
    rows: new Map((await table('rfm_scores')).map((row) => [String(row['customer_id']), row])),
    cuts: grouped(await table('rfm_cuts'), 'value'),
    counts: grouped(await table('rfm_score_counts'), 'customers'),
  };
}

function sum(rows: Iterable<Row>, column: string): number {
  return [...rows].reduce((total, row) => total + Number(row[column]), 0);
}

describeWithData('rfm_data_orders.csv scored as the R package rfm does', (folder) => {
  let engine: DuckDbEngine;
  let scored: Reference;
  let expected: Row[];

  beforeAll(async () => {
    engine = await openCanonical();
    await engine.run(sql`insert into orders by name
      select customer_id, '#' || row_number() over () as order_id, order_date::timestamp as ordered_at, revenue::decimal(18,4) as amount
      from read_csv(${`${folder}/reference/rfm_data_orders.csv`})`);
    expected = await engine.rows(sql`from read_csv(${`${folder}/reference/rfm_expected_orders_scores.csv`})`);
    scored = await score(engine, '2006-12-31', ['orders.customer_id', 'orders.ordered_at', 'orders.amount']);
  });
  afterAll(() => engine.close());

  it('gives every customer the published scores', () => {
    expect(expected).toHaveLength(995);
    expect(scored.rows.size).toBe(995);
    for (const row of expected) {
      expect(scored.rows.get(String(row['customer_id']))).toMatchObject({
        recency: row['recency_days'],
        frequency: row['transaction_count'],
        monetary: row['amount'],
        recency_score: row['recency_score'],
        frequency_score: row['frequency_score'],
        monetary_score: row['monetary_score'],
        rfm_cell: String(row['rfm_score']),
      });
    }
  });

  it('cuts where the package cuts', () => {
    expect(scored.cuts.get('recency')).toEqual([115, 181, 297.4, 482]);
    expect(scored.cuts.get('frequency')).toEqual([4, 5, 6, 8]);
    expect(scored.cuts.get('monetary')).toEqual([255.8, 382, 506.4, 666]);
  });

  it('counts as many customers a score', () => {
    expect(scored.counts.get('recency')).toEqual([197, 200, 199, 199, 200]);
    expect(scored.counts.get('frequency')).toEqual([268, 187, 176, 244, 120]);
    expect(scored.counts.get('monetary')).toEqual([200, 200, 198, 202, 195]);
  });

  it('has the published sums and number of cells', () => {
    const rows = [...scored.rows.values()];
    expect(sum(rows, 'recency_score')).toBe(2990);
    expect(sum(rows, 'frequency_score')).toBe(2746);
    expect(sum(rows, 'monetary_score')).toBe(2977);
    expect(sum(rows, 'rfm_cell')).toBe(329_437);
    expect(sum(rows, 'frequency')).toBe(4906);
    expect(new Set(rows.map((row) => row['rfm_cell'])).size).toBe(92);
  });
});

describeWithData('rfm_data_customer.csv scored as the R package rfm does', (folder) => {
  let engine: DuckDbEngine;
  let scored: Reference;

  beforeAll(async () => {
    engine = await openCanonical();
    await engine.run(sql`insert into customers by name
      select customer_id::varchar as customer_id, revenue::decimal(18,4) as revenue, number_of_orders as orders, recency_days
      from read_csv(${`${folder}/reference/rfm_data_customer.csv`})`);
    scored = await score(engine, '2007-01-01', [
      'customers.customer_id',
      'customers.revenue',
      'customers.orders',
      'customers.recency_days',
    ]);
  });
  afterAll(() => engine.close());

  it('cuts where the package cuts', () => {
    expect(scored.cuts.get('recency')).toEqual([77, 126, 177, 266]);
    expect(scored.cuts.get('frequency')).toEqual([8, 10, 11, 13]);
    expect(scored.cuts.get('monetary')).toEqual([641, 827, 1003, 1226]);
  });

  it('counts as many customers a score', () => {
    expect(scored.counts.get('recency')).toEqual([7994, 7957, 7889, 8108, 8051]);
    expect(scored.counts.get('frequency')).toEqual([9427, 9764, 4945, 8204, 7659]);
    expect(scored.counts.get('monetary')).toEqual([8016, 7998, 8008, 7997, 7980]);
  });

  it('scores the published customers', () => {
    expect(scored.rows.size).toBe(39_999);
    expect(sum(scored.rows.values(), 'frequency')).toBe(393_223);
    expect(scored.rows.get('22086')).toMatchObject({ recency: 232, frequency: 9, monetary: 777, rfm_cell: '222' });
    expect(scored.rows.get('2290')).toMatchObject({ recency: 115, frequency: 16, monetary: 1555, rfm_cell: '455' });
  });
});
