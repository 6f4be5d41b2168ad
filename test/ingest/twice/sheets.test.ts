import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, type IngestedFiles } from '../ingest-files.ts';
import { sql } from '../../../src/engine/sql.ts';

type Cells = readonly (string | number)[];

async function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function revenue(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as amount from orders group by 1 order by 1`);
  return Object.fromEntries(rows.map((row) => [row['customer_id'], row['amount']]));
}

const heads = { en: ['Order ID', 'Customer', 'Order Date', 'Amount'], zh: ['订单编号', '客户名称', '下单日期', '金额'] };
const january: readonly Cells[] = [
  ['1', 'A', '2024-01-05', 100],
  ['2', 'B', '2024-01-15', 50],
];
const february: readonly Cells[] = [
  ['3', 'A', '2024-02-05', 70],
  ['4', 'C', '2024-02-15', 30],
];

describe('a sheet that holds what its siblings hold', () => {
  it.each([
    ['en', '2024-01', '2024-02', 'All'],
    ['zh', '1月', '2月', '汇总'],
    ['zh', '二月', '一月', '全部'],
  ] as const)('is counted once (%s: %s, %s, %s)', async (lang, one, other, all) => {
    const file = await workbook({
      [all]: [heads[lang], ...january, ...february],
      [one]: [heads[lang], ...january],
      [other]: [heads[lang], ...february],
    });
    const loaded = await ingestFiles({ 'months.xlsx': file });
    expect(await revenue(loaded)).toEqual({ A: 170, B: 50, C: 30 });
    expect(findingsOf(loaded, 'line-elsewhere').map(({ message, count }) => [message.includes(`in ${all}: it holds all`), count])).toEqual([
      [true, 2],
      [true, 2],
    ]);
  });

  it('is counted once without order numbers', async () => {
    const without = (rows: readonly Cells[]): Cells[] => rows.map((row) => row.slice(1));
    const file = await workbook({
      '1月': without([heads.zh, ...january]),
      '2月': without([heads.zh, ...february]),
      总表: without([heads.zh, ...january, ...february]),
    });
    const loaded = await ingestFiles({ 'months.xlsx': file });
    expect(await revenue(loaded)).toEqual({ A: 170, B: 50, C: 30 });
    expect(findingsOf(loaded, 'line-elsewhere')[0]).toMatchObject({ level: 'warning', count: 4 });
  });

  it('is counted once where it has a sum for each customer', async () => {
    const sums: Cells[] = [
      ['客户名称', '日期', '销售额'],
      ['A', '2024-02-29', 170],
      ['B', '2024-02-29', 50],
      ['C', '2024-02-29', 30],
    ];
    const loaded = await ingestFiles({
      'year.xlsx': await workbook({ 明细: [heads.zh, ...january, ...february], 汇总: sums }),
    });
    expect(await revenue(loaded)).toEqual({ A: 170, B: 50, C: 30 });
    expect(findingsOf(loaded, 'line-elsewhere')).toMatchObject([{ level: 'warning', sheet: '汇总', count: 3 }]);
  });

  it('is counted once where it is a copy', async () => {
    const loaded = await ingestFiles({
      'copy.xlsx': await workbook({ Sheet1: [heads.en, ...january], 'Sheet1 (2)': [heads.en, ...january] }),
    });
    expect(await revenue(loaded)).toEqual({ A: 100, B: 50 });
  });
});

describe('fees that are the same every month', () => {
  it('count every month', async () => {
    const head: Cells = ['Customer', 'Date', 'Amount'];
    const fees = (day: string): Cells[] => [head, ['A', day, 10], ['B', day, 20]];
    const loaded = await ingestFiles({ 'fees.xlsx': await workbook({ Jan: fees('2024-01-31'), Feb: fees('2024-02-29') }) });
    expect(await revenue(loaded)).toEqual({ A: 20, B: 40 });
    expect(findingsOf(loaded, 'line-elsewhere')).toEqual([]);
  });
});
