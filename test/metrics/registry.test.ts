import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/dates.ts';
import type { Row } from '../../src/lib/rows.ts';
import { usedBy } from '../../src/metrics/graph.ts';
import { fieldsFor, metricById, metrics } from '../../src/metrics/registry.ts';
import { fieldIds } from '../../src/model/entities.ts';
import {
  sampleActions,
  sampleActivities,
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
import { type Input, order, withMetrics } from './run.ts';

/** What every metric must fulfil; a new one is covered by being in the registry. */

const ids = metrics.map((metric) => metric.id);
const folder = fileURLToPath(new URL('../../src/metrics/', import.meta.url));
/** Every folder is a domain: a file of it is a metric, and what its metrics are made of lies in parts/. */
/** `scoped` has no metrics: it says whose rows of them a scope takes. */
const domains = readdirSync(folder).filter((name) => !name.endsWith('.ts') && name !== 'scoped');
const parameters = {
  as_of: '2026-06-30',
  period: { from: '2026-01-01', to: '2026-07-01' },
  retention: { origins: ['2025-12-31', '2026-06-30'] },
  what_if: { recycle_days: 5 },
  cross_sell: { level: 'category', basis: 'histories', min_support: 0.1 },
} as const;

/** A customer who bought every week and has been silent for three months. */
const late = Array.from({ length: 30 }, (_, index) => order("C'41", `L${index}`, addDays('2025-09-01', index * 7), 10 + index));

const sample = {
  orders: [...sampleOrders, ...late],
  products: sampleProducts,
  customers: sampleCustomers,
  activities: sampleActivities,
  feedback: sampleFeedback,
  leads: sampleLeads,
  pool_events: samplePoolEvents,
  reps: sampleReps,
  targets: sampleTargets,
  actions: sampleActions,
  opportunities: sampleOpportunities,
  lead_attributes: sampleLeadAttributes,
};
const turned = Object.fromEntries(Object.entries(sample).map(([name, rows]) => [name, rows.toReversed()]));

/** What a number can be counted in whose column is named so. */
const unitsByName: readonly (readonly [name: RegExp, units: readonly string[]])[] = [
  [/(?:^|_)days$|^recency$/, ['days', 'purchases']],
  [/(?:^|_)(?:customers|buyers|survivors)(?:_|$)/, ['customers']],
  [/(?:^|_)(?:orders|returns)(?:_low|_high)?$/, ['orders', 'purchases']],
  [/_points$/, ['points']],
  [/_per_year$/, ['orders a year']],
  [/_years$/, ['years']],
];

function fileName(id: string): string {
  return id.replaceAll('_', '-');
}

async function allTables(rows: Input, threads = 1): Promise<Map<string, Row[]>> {
  return withMetrics(ids, { ...rows, parameters, available: new Set(fieldIds()), threads }, async ({ report, table }) => {
    expect(report.notComputed).toEqual([]);
    const tables = new Map<string, Row[]>();
    for (const id of ids) tables.set(id, await table(id));
    return tables;
  });
}

describe('the registry', () => {
  it('has each id once, and finds it', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => metricById(id).id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(10);
  });

  it('has every file of the domain folders', () => {
    const files = domains
      .flatMap((domain) => readdirSync(folder + domain))
      .filter((file) => file !== 'parts')
      .map((file) => file.replace(/\.ts$/, ''));
    expect(files.toSorted()).toEqual(ids.map(fileName).toSorted());
  });

  it('knows which fields have to be loaded', () => {
    expect(fieldsFor(['customer_orders'])).toEqual(
      new Set(['orders.customer_id', 'orders.order_id', 'orders.ordered_at', 'orders.amount', 'orders.profit', 'orders.paid_amount']),
    );
  });
});

describe.each(metrics.map((metric) => [metric.id, metric] as const))('%s', (id, metric) => {
  it('has a test of its own', () => {
    const tests = domains.map((domain) => fileURLToPath(new URL(`${domain}/${fileName(id)}.test.ts`, import.meta.url)));
    expect(tests.some((path) => existsSync(path))).toBe(true);
  });

  it('is worded in both languages', () => {
    const columns = Object.values(metric.columns);
    const texts = [
      metric.question,
      ...columns.flatMap((column) => [column.title, column.meaning, ...(column.empty === undefined ? [] : [column.empty])]),
    ];
    for (const text of texts) {
      expect(text.en).toMatch(/[a-z]/i);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}|^“|^RFM/u);
    }
    expect(metric.source.length).toBeGreaterThan(10);
  });

  it('counts in units that fit the names of its columns', () => {
    const wrong = Object.entries(metric.columns).filter(([name, { unit }]) => {
      const [, units] = unitsByName.find(([pattern]) => pattern.test(name)) ?? [];
      return unit !== undefined && units?.includes(unit) === false;
    });
    expect(wrong.map(([name, { unit }]) => `${name} ${unit}`)).toEqual([]);
  });

  it('names canonical fields, known metrics and its own columns only', () => {
    const known = new Set(fieldIds());
    for (const field of [...metric.requires.flat(), ...(metric.reads ?? [])]) expect(known).toContain(field);
    for (const used of usedBy(metric)) expect(ids).toContain(used);
    expect(Object.keys(metric.columns)).toEqual(expect.arrayContaining([...metric.grain]));
    expect(metric.grain.length).toBeGreaterThan(0);
  });
});

describe('all metrics together', { tags: ['slow'] }, () => {
  it('bind and come out empty or null on empty tables', async () => {
    const tables = await allTables({});
    for (const id of [
      'order_totals',
      'customer_orders',
      'customer_profile',
      'customer_scores',
      'score_factors',
      'rfm_scores',
      'rfm_cuts',
      'purchase_cycle',
    ]) {
      expect(tables.get(id)).toEqual([]);
    }
    expect(tables.get('revenue_overview')).toMatchObject([{ customers: 0, revenue: null, top_share: null }]);
    expect(tables.get('repeat_purchase')).toMatchObject([{ buyers: 0, repeat_rate: null }]);
  });

  it('do not depend on the order of the rows or the number of threads', async () => {
    const forward = await allTables(sample, 1);
    const backward = await allTables(turned, 4);
    for (const id of ids) expect(JSON.stringify(backward.get(id)), id).toBe(JSON.stringify(forward.get(id)));
    expect(forward.get('customer_scores')?.length).toBeGreaterThan(30);
  });

  it('have rows that are unique in their grain, and nulls only where a column says when', async () => {
    const tables = await allTables(sample);
    for (const metric of metrics) {
      const rows = tables.get(metric.id) ?? [];
      expect(rows.length, metric.id).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => JSON.stringify(metric.grain.map((column) => row[column])))).size, metric.id).toBe(rows.length);
      for (const [name, column] of Object.entries(metric.columns)) {
        if (column.empty === undefined) expect(rows.filter((row) => row[name] === null).length, `${metric.id}.${name}`).toBe(0);
      }
    }
  });

  it('survive customers that share every value', async () => {
    const orders = ['A', 'B', 'C'].map((id) => ({ customer_id: id, order_id: id, ordered_at: '2026-05-05 00:00:00', amount: 0 }));
    const tables = await allTables({ orders });
    expect(tables.get('customer_scores')?.map((row) => row['score'])).toEqual([50, 50, 50]);
  });
});
