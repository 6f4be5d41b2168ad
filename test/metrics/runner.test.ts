import { describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { withKeptTables } from '../../src/engine/kept-tables.ts';
import { withTables } from '../../src/engine/scope.ts';
import { sql } from '../../src/engine/sql.ts';
import { metrics } from '../../src/metrics/registry.ts';
import { runMetrics } from '../../src/metrics/runner.ts';
import { columnsOf as canonicalColumns, entityById } from '../../src/model/entities.ts';
import { order, queryText, rowsOf, scratch, withMetrics } from './run.ts';

const orders = [order('A', '1', '2026-01-05', 10), order('A', '2', '2026-02-05', 30), order('B', '3', '2026-02-06', 20)];

describe('the runner', () => {
  it('computes what is used first, each metric once', async () => {
    await withMetrics(['customer_orders', 'purchase_cycle'], { orders, parameters: { as_of: '2026-02-28' } }, async ({ report }) => {
      expect(report).toEqual({ computed: ['order_totals', 'customer_orders', 'purchase_cycle'], notComputed: [] });
    });
  });

  it('leaves alone what stands already', async () => {
    const engine = await DuckDbEngine.open({ scratch, threads: 1 });
    try {
      await engine.create('order_totals', sql`select 'A' as customer_id, '1' as order_id, date '2026-01-05' as ordered_on, 7 as amount`);
      const report = await runMetrics({
        engine,
        metrics: ['purchase_days'],
        registry: metrics,
        parameters: { as_of: '2026-02-28' },
        available: new Set(['orders.customer_id', 'orders.ordered_at']),
        standing: ['order_totals'],
      });
      expect(report.computed).toEqual(['purchase_days']);
      expect(await engine.rows(sql`select customer_id, bought from purchase_days`)).toEqual([{ customer_id: 'A', bought: 7 }]);
    } finally {
      await engine.close();
    }
  });

  it('computes once what several scopes ask for from the same, and anew what rests on something else', async () => {
    const created: string[] = [];
    const engine = await DuckDbEngine.open({ scratch, threads: 1 });
    const create = engine.create.bind(engine);
    engine.create = async (name, query) => {
      created.push(name);
      await create(name, query);
    };
    const available = new Set(['orders.customer_id', 'orders.ordered_at', 'orders.amount']);
    const request = { metrics: ['purchase_days'], registry: metrics, available };
    try {
      await engine.append('orders', canonicalColumns(entityById('orders')), orders);
      await withKeptTables(engine, async (keeping) => {
        const figures: unknown[] = [];
        for (const as_of of ['2026-02-28', '2026-01-31', '2026-02-28'])
          await withTables(keeping, async (scope) => {
            await runMetrics({ ...request, engine: scope, parameters: { as_of } });
            figures.push(...(await scope.rows(sql`select count(*) as days from purchase_days`)));
          });
        expect(figures).toEqual([{ days: 3 }, { days: 1 }, { days: 3 }]);
        // What stands was computed from something unknown: nothing is kept that rests on it.
        await withTables(keeping, async (scope) => {
          await scope.create('order_totals', sql`select 'A' as customer_id, '1' as order_id, date '2026-01-05' as ordered_on, 7 as amount`);
          await runMetrics({ ...request, engine: scope, parameters: { as_of: '2026-02-28' }, standing: ['order_totals'] });
          expect(await scope.rows(sql`select bought from purchase_days`)).toEqual([{ bought: 7 }]);
        });
      });
    } finally {
      await engine.close();
    }
    const twice = ['order_totals', 'purchase_days', 'order_totals', 'purchase_days'];
    expect(created).toEqual([...twice, 'order_totals', 'purchase_days']);
  });

  it('lists what is missing, for the metric and for all that use it, and leaves empty tables', async () => {
    const customers = [{ customer_id: 'A', revenue: 5 }];
    await withMetrics(['customer_scores', 'rfm_score_counts'], { customers }, async ({ report, table }) => {
      expect(report.computed).toEqual(['customer_profile', 'customer_factors', 'revenue_share', 'customer_scores']);
      const needs = new Map(report.notComputed.map((entry) => [entry.metric, entry.needs]));
      expect(needs.get('order_totals')).toEqual(['orders.customer_id']);
      expect(needs.get('customer_orders')).toEqual(['orders.customer_id']);
      expect(needs.get('revenue_growth')).toEqual(['orders.amount', 'orders.customer_id', 'orders.ordered_at']);
      expect(needs.get('rfm_cuts')).toEqual([
        'orders.customer_id | customers.orders',
        'orders.ordered_at | customers.last_order_on | customers.recency_days',
      ]);
      expect(needs.get('rfm_scores')).toEqual(needs.get('rfm_cuts'));
      expect(await table('rfm_scores')).toEqual([]);
      expect(await table('customer_scores')).toMatchObject([{ customer_id: 'A', score: 50 }]);
    });
  });

  it('refuses parameters a metric cannot use, and names them', async () => {
    await expect(rowsOf('order_totals', { orders, parameters: { as_of: '2026-02-30' } })).rejects.toMatchObject({
      code: 'parameter-invalid',
      exit: 'usage',
      message: expect.stringContaining('as_of: a date is written yyyy-mm-dd'),
    });
  });

  it('ignores parameters a metric does not take', async () => {
    expect(await rowsOf('order_totals', { orders, parameters: { as_of: null, tiers: 'nonsense' } })).toHaveLength(3);
  });
});

describe('the query of a metric', () => {
  it('has the parameters in it and the declared types', () => {
    const query = queryText('order_totals', { as_of: '2026-10-31' });
    expect(query).toContain(`ordered_at < '2026-11-01'::timestamp`);
    expect(query).toContain(`cast(metric."amount" as decimal(18,4)) as "amount"`);
  });

  it('holds text of the config as a literal', () => {
    const query = queryText('score_factors', { scorecard: { industries: [{ industry: `x'); drop table orders; --`, weights: 'value' }] } });
    expect(query).toContain(`when 'x''); drop table orders; --' then`);
  });
});
