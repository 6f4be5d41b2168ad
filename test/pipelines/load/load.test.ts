import { expect, it } from 'vitest';
import type { Ingested } from '../../../src/ingest/contract.ts';
import type { LoadedRows } from '../../../src/ingest/warehouse/load.ts';
import { loadReport } from '../../../src/pipelines/load/load.ts';
import { type Finding, resultSchema } from '../../../src/result/result.ts';

const finding: Finding = {
  code: 'amount-negative',
  level: 'info',
  file: 'a.csv',
  sheet: null,
  line: 2,
  cell: null,
  column: null,
  value: null,
  message: 'negative',
  fix: null,
  count: 1,
};

const ingested: Ingested = {
  asOf: '2026-03-31',
  inputs: [],
  findings: [finding],
  findingsIn: async () => [],
  tables: [],
  available: new Set(['orders.order_id', 'orders.amount', 'customers.customer_id']),
  rejects: async () => [],
  rowsOf: async () => [],
};

const loaded: LoadedRows[] = [
  { entity: 'customers', rows: 3, sum: null, distribution: { key: 'customer_id', beside: 'customers' } },
  { entity: 'orders', rows: 5, sum: 12.5, distribution: 'reference' },
  { entity: 'leads', rows: 0, sum: null, distribution: null },
];

it('says of each table its name, rows, sum, columns with values and how it is distributed', () => {
  const result = loadReport({ ingested, loaded, schema: 'dwd', lang: 'en' });
  expect(resultSchema.parse(result)).toEqual(result);
  expect(result).toMatchObject({ command: 'load', engine: 'postgres', as_of: '2026-03-31', period: null, findings: [finding] });
  const [section, ...others] = result.sections;
  expect([section?.id, section?.kind, others.length]).toEqual(['tables', 'table', 0]);
  expect(section?.kind === 'table' && section.rows).toEqual([
    { table: 'dwd.customers', rows: 3, sum: null, columns: 1, distribution: 'customer_id' },
    { table: 'dwd.orders', rows: 5, sum: 12.5, columns: 2, distribution: 'reference' },
    { table: 'dwd.leads', rows: 0, sum: null, columns: 0, distribution: null },
  ]);
});

it('has its titles in Chinese', () => {
  const [section] = loadReport({ ingested, loaded, schema: 'dwd', lang: 'zh-CN' }).sections;
  expect(section?.title).toBe('数据库中的表');
  expect(section?.kind === 'table' && section.columns.map(({ title, type }) => [title, type])).toEqual([
    ['表', 'id'],
    ['行数', 'integer'],
    ['金额合计', 'money'],
    ['有值的列', 'integer'],
    ['分布方式', 'text'],
  ]);
});
