import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, inputOf, lines } from './ingest-files.ts';

const orders = ['order_id,customer_id,order_date,amount,paid', '1,A,2026-01-01,5,5', '2,B,2026-01-02,6,6'].join('\n');

describe('what the user says of a file', () => {
  it('is refused where the named role lacks a column it needs', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { roles: { 'orders.csv': 'territories' } })).rejects.toMatchObject({
      code: 'role-needs',
      exit: 'usage',
    });
  });

  it('is refused where no file has the mapped header, with the nearest one', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { map: ['orders.amount=piad'] })).rejects.toMatchObject({
      code: 'map-unmatched',
      fix: { en: 'did you mean "paid"?' },
    });
  });

  it('is refused where no file is the table that it is about, and says where the header is', async () => {
    const refused = ingestFiles({ 'orders.csv': orders }, { map: ['customers.name=paid'] });
    await expect(refused).rejects.toMatchObject({
      code: 'map-unmatched',
      text: {
        en: 'none of the files is read as customers, so customers.name has no column "paid"; they are orders',
        'zh-CN': '没有文件被识别为客户，customers.name 无从对应列“paid”；已识别的是：订单',
      },
      fix: { en: expect.stringMatching(/^map it to the table it is in, orders, or say --customers .*orders\.csv$/) },
    });
    await expect(ingestFiles({ 'orders.csv': orders }, { map: ['pool_events.event=Foo'] })).rejects.toMatchObject({
      fix: { en: 'give the file with --pool-events FILE' },
    });
  });

  it('is refused where a word is to mean a value that the field does not have', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { map: ['orders.status.constructor=foo'] })).rejects.toMatchObject({
      code: 'map-value',
      exit: 'usage',
    });
  });
});

describe('a file that tells of others', () => {
  const dictionary = ['account,sector,revenue', 'products,,', 'product,series,price'].join('\n');
  const notes = ['Customer,Note', 'Firm A,call back'].join('\n');

  it.each([
    ['data_dictionary.csv', dictionary],
    ['字段说明.csv', dictionary],
    ['Notes 2026.csv', notes],
    ['备注.csv', notes],
  ])('adds no customers: %s', async (name, text) => {
    const { ingested } = await ingestFiles({ 'orders.csv': orders, [name]: text });
    expect(ingested.inputs.map(({ role }) => role)).toEqual(['orders']);
    expect(ingested.findings.map(({ code }) => code)).toContain('table-unused');
  });

  it('is what the user says it is', async () => {
    const { ingested } = await ingestFiles({ 'orders.csv': orders, 'notes.csv': notes }, { roles: { 'notes.csv': 'customers' } });
    expect(ingested.inputs.map(({ role }) => role).toSorted()).toEqual(['customers', 'orders']);
  });

  it('is a list of customers where it is called so', async () => {
    const { ingested } = await ingestFiles({ 'orders.csv': orders, 'customers with notes.csv': notes });
    expect(ingested.inputs.map(({ role }) => role).toSorted()).toEqual(['customers', 'orders']);
  });
});

describe('a file with many columns of its own', () => {
  it('is still known by the few that are known', async () => {
    const own = Array.from({ length: 200 }, (_, index) => `自定义${index}`);
    const loaded = await ingestFiles({
      'export.csv': [
        ['order_id', 'customer_id', 'order_date', 'amount', ...own].join(','),
        ['1', 'A', '2026-01-01', '10', ...own.map(() => 'x')].join(','),
      ].join('\n'),
    });
    expect(inputOf(loaded)).toMatchObject({ role: 'orders', rows_used: 1, sum_used: 10 });
  });
});

describe('a quote in the header that never closes', () => {
  const row = (index: number): string => `${index},C${index % 100},2026-01-0${(index % 9) + 1},1.5`;
  const rows = Array.from({ length: 50_000 }, (_, index) => row(index));

  it.each([
    'order_id,customer_id,order_date,"amount',
    'order_id,"customer_id,order_date,amount',
    '"order_id,customer_id,order_date,amount',
  ])('does not hide the header of a file of any length: %s', async (header) => {
    for (const count of [3, rows.length]) {
      const loaded = await ingestFiles({ 'orders.csv': [header, ...rows.slice(0, count)].join('\n') });
      expect(inputOf(loaded)).toMatchObject({ role: 'orders', rows_used: count, sum_used: count * 1.5 });
      expect(loaded.ingested.findings).toMatchObject([{ code: 'quote-unclosed', level: 'info', line: 1 }]);
    }
  });
});

describe('a table that may be orders or deals', () => {
  const sales = lines('order_id,customer_id,order_date,amount', 'O1,C1,2024-01-01,10.5', 'O2,C2,2024-01-02,20.5');

  it.each([
    ['id,customer,owner,date,status,amount', ['open', 'won']],
    ['客户,负责人,日期,状态,金额', ['进行中', '赢单']],
  ] as const)('is deals where its status says so, and that is said: %s', async (names, [open, won]) => {
    const width = names.split(',').length;
    const row = (...cells: string[]): string => cells.slice(-width).join(',');
    const loaded = await ingestFiles({
      'a.csv': lines(names, row('1', 'Firm 1', 'Sam', '2024-01-03', open, '70'), row('2', 'Firm 2', 'Sam', '2024-01-04', won, '80')),
      'orders.csv': sales,
    });
    expect(inputOf(loaded, 'orders')).toMatchObject({ rows_used: 2, sum_used: 31 });
    expect(inputOf(loaded, 'opportunities')).toMatchObject({ rows_read: 2 });
    const [note] = findingsOf(loaded, 'deals-by-status');
    expect(note?.message).toMatch(/a\.csv could be orders or deals; its status \(.+\) says deals/);
  });

  it('is orders where its status says nothing of deals', async () => {
    const loaded = await ingestFiles({ 'a.csv': lines('id,customer,owner,date,status,amount', '1,Firm 1,Sam,2024-01-03,completed,70') });
    expect(inputOf(loaded)).toMatchObject({ role: 'orders', sum_used: 70 });
  });
});

describe('a table without a header', () => {
  it('that is none of those known is said to have none', async () => {
    await expect(ingestFiles({ 'a.csv': lines('1,2,3.5', '4,5,6.5', '7,8,9.5') })).rejects.toMatchObject({
      code: 'role-unknown',
      text: { en: expect.stringContaining('a.csv (no header line, columns column_1'), 'zh-CN': expect.stringContaining('没有表头') },
    });
  });
});
