import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingestPaths } from '../ingest/ingest-files.ts';
import { pastAndActuals } from '../metrics/targets/past-and-actuals.ts';

const folder = join(import.meta.dirname, '../../fixtures/demo-en');
const files = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'targets.csv');

const owners = [
  'Company,Hengzhun Instruments',
  'Team,East China',
  'Team,Chen Liqun',
  'Rep,Wang Haiyan',
  'Team,Jiangsu',
  'Customer,C0015',
  'Product,Calibration Slide',
  'Product,Consumables',
];
const goals = [
  ...['Revenue', 'Payments', 'Profit', 'Orders', 'Quantity', 'Customers', 'New customers', 'Visits', 'Calls', 'Leads'].map(
    (name) => `${name},100`,
  ),
  'Conversion rate,0.2',
  'CSAT,4.2',
  'CSAT,0.9',
  'NPS,40',
  'NPS,0.4',
  'Retention rate,0.9',
  'Market share,0.1',
];
const periods = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-Q1', '2026-Q2', '2026-Q3'];

it('says the same of a past period as target and as history: every metric, by company, team, manager, rep, region, customer and goods', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'target-history-')), 'targets.csv');
  const rows = owners.flatMap((owner) => goals.flatMap((goal) => periods.map((period) => `${owner},${goal},${period}`)));
  writeFileSync(path, `Level,Target Owner,Metric,Target,Period\n${rows.join('\n')}\n`);
  const loaded = await ingestPaths([...files.map((name) => join(folder, name)), path]);
  const found = await pastAndActuals(loaded);
  await loaded.close();
  const kinds = (column: string): string[] => [...new Set(found.map((row) => String(row[column])))].toSorted();
  expect(kinds('scope')).toEqual(['category', 'company', 'customer', 'manager', 'product', 'region', 'rep', 'team']);
  expect(kinds('counted_as')).toEqual([
    'calls',
    'conversion_rate',
    'csat',
    'csat_share',
    'customers',
    'leads',
    'market_share',
    'new_customers',
    'nps',
    'nps_share',
    'orders',
    'payments',
    'profit',
    'quantity',
    'retention_rate',
    'revenue',
    'visits',
  ]);
});
