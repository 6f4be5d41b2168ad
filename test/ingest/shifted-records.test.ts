import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { findingsOf, ingestFiles, inputOf, lines, rejectsOf } from './ingest-files.ts';

const header = { en: 'order_id,customer_id,order_date,quantity,amount,note', zh: '订单编号,客户编号,下单日期,数量,金额,备注' };
const revenue = sql`select customer_id, sum(amount) as amount from orders group by 1 order by 1`;

describe('a record with one cell too many, the last of them blank', () => {
  it.each(['en', 'zh'] as const)('is rejected, not shifted (%s)', async (lang) => {
    const file = lines(header[lang], '1,C1,2024-01-05,2,100,', '2,C2,2024-01-06,,3,900,');
    const loaded = await ingestFiles({ 'orders.csv': file });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 1, rows_rejected: 1, sum_used: 100 });
    expect(findingsOf(loaded, 'extra-cell')).toMatchObject([{ level: 'warning', count: 1, line: 3, value: '900' }]);
    expect(await rejectsOf(loaded)).toMatchObject([{ line: 3, code: 'extra-cell', effect: 'rejected' }]);
    expect(await loaded.rows(revenue)).toEqual([{ customer_id: 'C1', amount: 100 }]);
  });

  it.each([
    ['with line feeds', '\n', (cell: string) => cell],
    ['with carriage returns and line feeds', '\r\n', (cell: string) => cell],
    ['with every cell in quotes', '\n', (cell: string) => `"${cell}"`],
  ])('is found far beyond the head of a file %s', { tags: ['slow'] }, async (_, end, quoted) => {
    const record = (...cells: string[]): string => cells.map(quoted).join(',');
    const records = Array.from({ length: 40_000 }, (__, index) =>
      record(`${index}`, `C${index % 9}`, '2024-01-05', '1', '10', index % 3 === 0 ? '' : 'ok'),
    );
    records[35_000] = record('35000', 'SHIFTED', '2024-01-05', '', '3', '900', '');
    const loaded = await ingestFiles({ 'orders.csv': [header.en, ...records].join(end) + end });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 40_000, rows_used: 39_999, rows_rejected: 1, sum_used: 399_990 });
    expect(findingsOf(loaded, 'extra-cell')).toMatchObject([{ count: 1, line: 35_002 }]);
  });

  it('is found at the end of a file without a last line feed', async () => {
    const loaded = await ingestFiles({ 'orders.csv': `${header.en}\n1,C1,2024-01-05,2,100,x\n2,C2,2024-01-06,,3,900,` });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, rows_rejected: 1 });
  });

  it('is told from one of blanks alone, which is a blank line', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines(header.en, '1,C1,2024-01-05,2,100,', ',,,,,,', '2,C2,2024-01-06,1,50,') });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, rows_set_aside: 1, rows_rejected: 0 });
  });
});

describe('delimiters at the ends of the lines', () => {
  it('are harmless where all records have them', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('order_id,customer_id,order_date,amount', 'S1,C1,2024-01-05,100,', 'S2,C2,2024-01-06,900,'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, sum_used: 1000 });
    expect(loaded.ingested.findings.filter((finding) => finding.level === 'warning')).toEqual([]);
  });

  it.each([
    ['of four columns', 'order_id,customer_id,order_date,amount', ['S1,C1,2024-01-05,10.5,', 'S2,C2,2024-01-06,20.5,']],
    ['of three columns', '客户编号,下单日期,金额', ['C1,2024-01-05,10.5,', 'C2,2024-01-06,20.5,']],
    ['with bars', '订单编号|客户编号|下单日期|金额', ['S1|C1|2024-02-01|10.50|', 'S2|C2|2024-02-02|20.50|']],
  ])('are harmless below a header %s', async (_, names, records) => {
    const loaded = await ingestFiles({ 'orders.csv': lines(names, ...records) });
    expect(await loaded.rows(revenue)).toEqual([
      { customer_id: 'C1', amount: 10.5 },
      { customer_id: 'C2', amount: 20.5 },
    ]);
    expect(loaded.ingested.findings.filter((finding) => finding.level === 'warning')).toEqual([]);
  });

  it.each([
    ['in English', 'Customer Name,Total Spent,Orders', ['Firm 1,100.5,1,', 'Firm 2,200.5,2,']],
    ['in Chinese', '客户名称,累计销售额,订单数', ['Firm 1,100.50,1,', 'Firm 2,200.50,2,']],
    ['with figures of another kind', 'Customer Name,Total Spent,Orders', ['Firm 1,EUR 100.5-,1,', 'Firm 2,EUR 200.5-,2,']],
  ])('do not move the names of a summary %s', async (_, names, records) => {
    const loaded = await ingestFiles({ 'customers.csv': lines(names, ...records) });
    expect(loaded.ingested.tables[0]?.table.columns).toEqual(names.split(','));
    expect(findingsOf(loaded, 'header-short')).toEqual([]);
  });

  it('are harmless where the header has them, too', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,金额,', 'S1,C1,2024-01-05,100,', 'S2,C2,2024-01-06,900,'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, sum_used: 1000 });
  });
});

describe('a header with one name too few', () => {
  it.each([
    [
      'names the columns from the second one on',
      'order_id,customer_id,order_date,amount',
      ['1,S1,C1,2024-01-05,100', '2,S2,C2,2024-01-06,900'],
    ],
    ['in Chinese does, too', '订单编号,客户编号,下单日期,金额', ['0,S1,C1,2024-01-05,100', '1,S2,C2,2024-01-06,900']],
    [
      'is not taken for delimiters at the ends of lines',
      '订单编号,客户编号,下单日期,金额,备注',
      ['0,7,C1,2024-01-05,100,', '1,8,C2,2024-01-06,900,'],
    ],
    [
      'is not taken for those of the row numbers of R',
      'order_id,customer_id,order_date,amount',
      ['"a","S1","C1",2024-01-05,100', '"b","S2","C2",2024-01-06,900'],
    ],
  ])('%s', async (_, names, records) => {
    const loaded = await ingestFiles({ 'orders.csv': lines(names, ...records) });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 2, sum_used: 1000 });
    expect(await loaded.rows(revenue)).toEqual([
      { customer_id: 'C1', amount: 100 },
      { customer_id: 'C2', amount: 900 },
    ]);
    expect(findingsOf(loaded, 'header-short')).toMatchObject([{ level: 'warning', line: 1 }]);
  });

  it('is refused where no reading of it is better', async () => {
    await expect(ingestFiles({ 'customers.csv': lines('customer,city', 'a,b,c', 'd,e,f') })).rejects.toMatchObject({ code: 'no-rows' });
  });
});

describe('a separator missing beside a quoted cell', () => {
  it.each(['3,C3,2024-01-06"5"', '3,"C3"2024-01-06,5', '3,"C3"x2024-01-06,5'])('rejects the record: %s', async (record) => {
    const loaded = await ingestFiles({ 'orders.csv': lines('order_id,customer_id,order_date,amount', '1,C1,2024-01-05,100', record) });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, rows_rejected: 1 });
    expect(findingsOf(loaded, 'separator-missing')).toMatchObject([{ level: 'warning', count: 1, line: 3 }]);
  });

  it('is told from a quote inside a cell, which is said and kept', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines('order_id,customer_id,order_date,amount', '1,C"1,2024-01-05,100') });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1 });
    expect(findingsOf(loaded, 'quote-inside')).toMatchObject([{ level: 'info', count: 1, line: 2, value: 'C"1' }]);
  });
});

describe('quotes inside cells of a large file', () => {
  it.each([
    ['en', 'records with a quote inside a cell that is not quoted; it is read as it stands (counted in the first 999 records only)'],
    ['zh-CN', '未加引号的单元格中含有引号的行，按原文读取（仅统计前 999 行）'],
  ] as const)('are counted in the first records, which is said in %s', async (lang, message) => {
    // Above 1 MiB, which is looked at before the engine reads the file.
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `${index},C${index === 5 || index === 20_000 ? '"' : ''}${index},2024-01-05 10:00:00,100.00`,
    );
    const loaded = await ingestFiles({ 'orders.csv': lines('order_id,customer_id,order_date,amount', ...rows) }, { lang });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 30_000, rows_rejected: 0 });
    expect(findingsOf(loaded, 'quote-inside')).toMatchObject([{ count: 1, line: 7, message }]);
  });
});

describe('a cell of a million quotes', () => {
  it('is a rejected record', async () => {
    const cell = `"${'""'.repeat(1_040_000)}"`;
    const loaded = await ingestFiles({
      'orders.csv': lines('order_id,customer_id,order_date,amount', '0', '1,C1,2024-01-05,100', `2,${cell},2024-01-05,1`),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 3, rows_used: 1, rows_rejected: 1 });
    expect(findingsOf(loaded, 'cell-too-long')).toMatchObject([{ level: 'warning', line: 4 }]);
  });
});
