// @module-tag slow
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { codesOf, ingestFiles, inputOf, lines, orderRows } from './ingest-files.ts';
import { gb18030 } from './gb18030.ts';

const text = lines(
  '订单编号,客户名称,下单日期,金额,状态,备注',
  'A1,北京华创科技有限公司,2026-01-05,"1,200.50",已完成,"加急，当天"',
  'A2,张三丰（个人）,2026-02-01,88,已完成,',
  'A3,€uro Café 😀,2026-02-03,12.5万,已完成,"两行\n备注"',
  'A4,北京华创科技有限公司,2026-03-01,-30,已完成,退货',
  'A5,龘靐齉,2026-03-02,5,已完成,生僻字',
  'A6,丁,2026-03-03,6,交易关闭,',
);

const expected = [
  { order_id: 'A1', customer_id: '北京华创科技有限公司', ordered_at: '2026-01-05 00:00:00', amount: 1200.5 },
  { order_id: 'A2', customer_id: '张三丰（个人）', ordered_at: '2026-02-01 00:00:00', amount: 88 },
  { order_id: 'A3', customer_id: '€uro Café 😀', ordered_at: '2026-02-03 00:00:00', amount: 125_000 },
  { order_id: 'A4', customer_id: '北京华创科技有限公司', ordered_at: '2026-03-01 00:00:00', amount: -30 },
  { order_id: 'A5', customer_id: '龘靐齉', ordered_at: '2026-03-02 00:00:00', amount: 5 },
];

const utf16 = (content: string): Buffer => Buffer.from(content, 'utf16le');
const bigEndian = (content: string): Buffer => utf16(content).swap16();

const encodings: Readonly<Record<string, () => Uint8Array>> = {
  'utf-8': () => Buffer.from(text),
  'utf-8-bom': () => Buffer.from(`\ufeff${text}`),
  gb18030: () => gb18030(text),
  'utf-16le with a mark': () => utf16(`\ufeff${text}`),
  'utf-16be with a mark': () => bigEndian(`\ufeff${text}`),
  'utf-16le without a mark': () => utf16(text),
};

describe('the same file', () => {
  it.each(Object.keys(encodings))('in %s gives the same rows', async (name) => {
    const loaded = await ingestFiles({ '订单.csv': encodings[name]!() });
    expect(await orderRows(loaded)).toEqual(expected);
    expect(inputOf(loaded)).toMatchObject({
      encoding: name.split(' ')[0],
      rows_read: 6,
      rows_used: 5,
      rows_set_aside: 1,
      rows_rejected: 0,
      sum_read: 126_269.5,
      sum_used: 126_263.5,
    });
    expect(codesOf(loaded)).toEqual(['amount-negative', 'customers-without-used-orders']);
  });

  it.each([
    ['semicolons', ';', '\n'],
    ['tabs', '\t', '\r\n'],
    ['bars', '|', '\n'],
    ['commas and carriage returns', ',', '\r\n'],
  ])('with %s gives the same rows', async (_, delimiter, end) => {
    const records = [
      ['订单编号', '客户名称', '下单日期', '金额', '状态'],
      ['A1', '甲', '2026-01-05', '1,200.50', '已完成'],
      ['A2', '乙；丙', '2026-02-01', '88', '已完成'],
      ['A3', '丁', '2026-02-03', '12.5万', '已完成'],
    ];
    const content = records
      .map((record) => record.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter) + end)
      .join('');
    const loaded = await ingestFiles({ 'orders.txt': content });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['customer_id'], row['amount']])).toEqual([
      ['A1', '甲', 1200.5],
      ['A2', '乙；丙', 88],
      ['A3', '丁', 125_000],
    ]);
  });

  it.skipIf(spawnSync('iconv', ['--version']).status !== 0)('is what iconv makes of it', () => {
    const made = spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });
    expect(made.status).toBe(0);
    expect(Buffer.compare(made.stdout, Buffer.from(gb18030(text)))).toBe(0);
  });

  it('is read in the encoding that is named', async () => {
    const loaded = await ingestFiles(
      { 'orders.csv': Buffer.from(lines('Order ID,Customer,Order Date,Amount', '1,Café,2026-01-01,5', '2,Zoë,2026-01-02,6'), 'latin1') },
      { encoding: 'windows-1252' },
    );
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['Café', 'Zoë']);
  });
});
