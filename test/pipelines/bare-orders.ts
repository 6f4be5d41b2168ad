import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFolder } from './run-churn.ts';

/** Path of the orders of the demo company with number, customer and date alone. */
export function ordersWithoutAmounts(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'crm-eval-bare-')), 'orders.csv');
  const rows = readFileSync(`${demoFolder}orders.csv`, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const places = ['订单编号', '客户编号', '下单日期'].map((name) => rows[0]!.indexOf(name));
  writeFileSync(path, rows.map((row) => places.map((place) => row[place]).join(',')).join('\n'));
  return path;
}
