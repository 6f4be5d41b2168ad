import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlTypes } from '../../src/engine/engine.ts';
import { metrics } from '../../src/metrics/registry.ts';
import type { IngestedFiles } from '../ingest/ingest-files.ts';
import { describeWithPostgres, type PostgresServer } from '../postgres-server.ts';
import { awkwardActivities, awkwardCustomers, awkwardFeedback, awkwardOrders } from './awkward-data.ts';
import {
  sampleActions,
  sampleCustomers,
  sampleFeedback,
  sampleLeadAttributes,
  sampleLeads,
  sampleOpportunities,
  sampleOrders,
  samplePoolEvents,
  sampleProducts,
  sampleReps,
  sampleTargets,
} from './sample.ts';
import { customers, orders, pool_events } from './leads/customers-back-rows.ts';
import { computeAll, demoFiles, enginesWith, enginesWithFiles, type Outcome, type TwoEngines } from './two-engines.ts';
import { variants } from './variants.ts';

const named = metrics.map((metric) => [metric.id, metric] as const);

let demo: IngestedFiles;

beforeAll(async () => {
  demo = await demoFiles();
});
afterAll(() => demo.close());

interface Case {
  readonly open: (server: PostgresServer) => Promise<TwoEngines>;
  readonly variants: readonly (keyof typeof variants)[];
}

/** In PostgreSQL the rows stand in another order than in DuckDB: what depends on it differs. */
const cases: Readonly<Record<string, Case>> = {
  'empty tables': { open: (server) => enginesWith(server, {}), variants: ['the defaults'] },
  'awkward rows': {
    open: (server) =>
      enginesWith(server, { orders: awkwardOrders, customers: awkwardCustomers, activities: awkwardActivities, feedback: awkwardFeedback }),
    variants: ['the defaults', 'every setting', 'own cut points', 'a pool of customers'],
  },
  'many rows without categories': {
    open: (server) =>
      enginesWith(server, {
        orders: sampleOrders.map((row) => ({ ...row, category: null })),
        customers: sampleCustomers,
        feedback: sampleFeedback,
        leads: sampleLeads,
        lead_attributes: sampleLeadAttributes,
        pool_events: samplePoolEvents,
        reps: sampleReps,
        targets: sampleTargets,
        actions: sampleActions,
        opportunities: sampleOpportunities,
        products: sampleProducts,
      }),
    variants: ['own cut points'],
  },
  'customers that are back in the pool': {
    open: (server) => enginesWith(server, { customers, pool_events, orders }),
    variants: ['a pool of customers'],
  },
  'the demo company': { open: (server) => enginesWithFiles(server, demo), variants: ['every setting'] },
};

describeWithPostgres('every metric on DuckDB and PostgreSQL', (server) => {
  describe.each(Object.entries(cases))('over %s', (_, { open, variants: chosen }) => {
    const outcomes: { duckdb: Outcome; postgres: Outcome }[] = [];

    beforeAll(async () => {
      const { duckdb, postgres, available, close } = await open(server);
      for (const variant of chosen)
        outcomes.push({
          duckdb: await computeAll(duckdb, available, variants[variant]),
          postgres: await computeAll(postgres, available, variants[variant]),
        });
      await close();
    });

    it('is computed', () => {
      expect(outcomes).toHaveLength(chosen.length);
      for (const { duckdb, postgres } of outcomes) {
        expect(duckdb.report.computed.length).toBeGreaterThan(10);
        expect(postgres.report).toEqual(duckdb.report);
      }
    });

    it.each(named)('has the same rows in the same order: %s', (id) => {
      for (const { duckdb, postgres } of outcomes) expect(postgres.tables.get(id)).toEqual(duckdb.tables.get(id));
    });

    it.each(named)('has the declared columns in their order and types: %s', (id, metric) => {
      const declared = Object.entries(metric.columns).map(([name, { type }]) => `${name} ${sqlTypes[type]}`);
      for (const { duckdb, postgres } of outcomes) {
        expect(duckdb.columns.get(id)).toEqual(declared);
        expect(postgres.columns.get(id)).toEqual(declared);
      }
    });
  });
});
