import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, inputOf, lines, orderRows } from './ingest-files.ts';
import { workbookBytes } from './workbook-bytes.ts';

const english = [
  ['Order ID', 'Customer', 'Order Date', 'Product', 'Amount'],
  [1001, 'Acme', '2024-01-05', 'A', 10],
  [null, null, null, 'B', 20],
  [null, null, null, 'C', 30],
  [1002, 'Bolt', '2024-01-06', 'A', 5],
  [1003, 'Acme', '2024-02-06', 'A', 7],
  [null, null, null, 'B', 8],
] as const;
const merges = ['A2:A4', 'B2:B4', 'C2:C4', 'A6:A7', 'B6:B7', 'C6:C7'];

describe('cells merged down', () => {
  it.each(['xlsx', 'xls', 'xlsb', 'ods'] as const)('hold for every line beside them: .%s', async (type) => {
    const loaded = await ingestFiles({ [`orders.${type}`]: workbookBytes(english, { type, merges }) });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 6, rows_used: 6, sum_used: 80 });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['customer_id'], row['amount']])).toEqual([
      ['1001', 'Acme', 10],
      ['1001', 'Acme', 20],
      ['1001', 'Acme', 30],
      ['1002', 'Bolt', 5],
      ['1003', 'Acme', 7],
      ['1003', 'Acme', 8],
    ]);
    expect(findingsOf(loaded, 'merged-cell-filled')).toMatchObject([{ level: 'info', count: 9 }]);
  });

  it('hold in the rowspan of a page', async () => {
    const page = lines(
      '<html><body><table><tr><th>客户</th><th>订单编号</th><th>下单日期</th><th>金额</th></tr>',
      '<tr><td rowspan="2">甲</td><td>S1</td><td>2024-01-05</td><td>10</td></tr><tr><td>S2</td><td>2024-01-06</td><td>20</td></tr>',
      '<tr><td>乙</td><td>S3</td><td>2024-01-07</td><td>30</td></tr></table></body></html>',
    );
    const loaded = await ingestFiles({ '订单.xls': page });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['customer_id']])).toEqual([
      ['S1', '甲'],
      ['S2', '甲'],
      ['S3', '乙'],
    ]);
  });

  it('count an amount over several lines once', async () => {
    const cells = [
      ['客户名称', '订单编号', '下单日期', '产品', '订单金额'],
      ['甲', 1, '2024-01-05', 'A', 100],
      [null, null, null, 'B', null],
      ['乙', 2, '2024-01-06', 'A', 50],
      ['丙', 3, '2024-01-07', 'A', 60],
    ];
    const loaded = await ingestFiles({ '订单.xlsx': workbookBytes(cells, { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'E2:E3'] }) });
    const [row] = await loaded.rows((await import('../../src/engine/sql.ts')).sql`select sum(amount) as total from orders`);
    expect(row).toEqual({ total: 210 });
  });

  it('do not make records of blank rows, nor names of a header of two rows', async () => {
    const cells = [
      ['订单编号', '客户', '下单日期', '金额'],
      [null, null, null, null],
      ['S1', '甲', '2024-01-05', 10],
      ['S2', null, '2024-01-06', 20],
      [null, null, null, null],
      ['S3', '乙', '2024-01-07', 30],
    ];
    const loaded = await ingestFiles({ '订单.xlsx': workbookBytes(cells, { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'B3:B5'] }) });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 3, rows_used: 3, sum_used: 60 });
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['甲', '甲', '乙']);
  });
});

describe('formulas', () => {
  const sheet = (results: readonly (number | undefined)[]) => [
    ['Order ID', 'Customer', 'Order Date', 'Quantity', 'Price', 'Amount'],
    ...results.map((result, index) => [
      `S${index}`,
      `C${index}`,
      '2024-01-05',
      2,
      5,
      { f: `D${index + 2}*E${index + 2}`, ...(result === undefined ? {} : { v: result }) },
    ]),
  ];

  it.each([
    ['xlsx', 'formula-zero'],
    ['ods', 'formula-zero'],
  ] as const)('whose results are all 0 were never computed, which is a warning: .%s', async (type, code) => {
    const loaded = await ingestFiles({ [`orders.${type}`]: workbookBytes(sheet([0, 0, 0]), { type }) });
    expect(findingsOf(loaded, code)).toMatchObject([{ level: 'warning', count: 3 }]);
  });

  it('without a result are a warning', async () => {
    const loaded = await ingestFiles({ 'orders.xlsx': workbookBytes(sheet([undefined, undefined])) });
    expect(loaded.ingested.findings.filter(({ code }) => code.startsWith('formula'))).toMatchObject([{ level: 'warning', count: 2 }]);
  });

  it('may well be 0 where others of the sheet are not', async () => {
    const loaded = await ingestFiles({ 'orders.xlsx': workbookBytes(sheet([0, 10, 0])) });
    expect(findingsOf(loaded, 'formula-zero')).toEqual([]);
    expect(inputOf(loaded)).toMatchObject({ sum_used: 10 });
  });
});
