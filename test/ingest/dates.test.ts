// @module-tag slow
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, readingOf, rejectsOf } from './ingest-files.ts';

function ordersOn(dates: readonly string[]): string {
  return lines(
    'Order ID,Customer ID,Order Date,Amount',
    ...dates.map((date, index) => `${String(index).padStart(5, '0')},C${index % 3},"${date}",10`),
  );
}

async function days(dates: readonly string[], map: readonly string[] = []): Promise<unknown[]> {
  const loaded = await ingestFiles({ 'orders.csv': ordersOn(dates) }, { map });
  return (await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10));
}

describe('a column of dates', () => {
  it('may mix styles that say themselves what they are', async () => {
    expect(
      await days([
        '2024-01-05 09:00:00',
        '2024/1/6',
        '2024年1月7日',
        '08-Jan-2024',
        '45300',
        '1704844800',
        '20240111',
        '2024-01-12T08:00:00+08:00',
      ]),
    ).toEqual(['2024-01-05', '2024-01-06', '2024-01-07', '2024-01-08', '2024-01-09', '2024-01-10', '2024-01-11', '2024-01-12']);
  });

  it('may name the day of the week', async () => {
    expect(
      await days([
        '2018-01-01 星期一',
        '2018-01-02 (周二) 10:30',
        '2018年1月3日 星期三',
        'Thursday, 04 January 2018',
        'Fri, 5 Jan 2018 10:00:00 GMT',
        '2018/1/6（六）',
        'Sun 01/07/2018',
        'Mon 01/29/2018',
        '2018-01-30(火)',
      ]),
    ).toEqual([
      '2018-01-01',
      '2018-01-02',
      '2018-01-03',
      '2018-01-04',
      '2018-01-05',
      '2018-01-06',
      '2018-01-07',
      '2018-01-29',
      '2018-01-30',
    ]);
  });

  it('is day first where one value proves it', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['03/04/2026', '05/06/2026', '13/02/2026', '01/07/2026']) });
    expect((await orderRows(loaded)).map((row) => row['ordered_at'])).toEqual([
      '2026-04-03 00:00:00',
      '2026-06-05 00:00:00',
      '2026-02-13 00:00:00',
      '2026-07-01 00:00:00',
    ]);
    expect(readingOf(loaded, 'orders.ordered_at')).toBe('day-first');
    expect(codesOf(loaded)).toEqual([]);
  });

  it('is month first where one value proves it', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['3/4/2026 2:15:33 PM', '5/6/2026 1:00:00 AM', '2/13/2026 12:00:00 AM']) });
    expect((await orderRows(loaded)).map((row) => row['ordered_at'])).toEqual([
      '2026-03-04 14:15:33',
      '2026-05-06 01:00:00',
      '2026-02-13 00:00:00',
    ]);
    expect(readingOf(loaded, 'orders.ordered_at')).toBe('month-first');
  });

  it('is decided by a value after the first thousand records, too', async () => {
    const early = Array.from({ length: 1800 }, (_, index) => `0${(index % 9) + 1}/0${(index % 7) + 1}/2026`);
    const loaded = await ingestFiles({ 'orders.csv': ordersOn([...early, '25/03/2026']) });
    const [row] = await loaded.rows(
      sql`select count(*) as n, max(ordered_at) as latest, count(*) filter (where ordered_at = '2026-02-01 00:00:00'::timestamp) as second from orders`,
    );
    expect(row).toMatchObject({ n: 1801, latest: '2026-07-09 00:00:00' });
    expect(await loaded.rows(sql`select ordered_at from orders where order_id in ('00001', '01800') order by order_id`)).toEqual([
      { ordered_at: '2026-02-02 00:00:00' },
      { ordered_at: '2026-03-25 00:00:00' },
    ]);
    expect(await loaded.rows(sql`select ordered_at from orders where order_id = '00007'`)).toEqual([{ ordered_at: '2026-01-08 00:00:00' }]);
    expect(codesOf(loaded)).toEqual([]);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 1801, rows_used: 1801, sum_used: 18_010 });
  });

  it('is decided against the first thousand records where the file says so later', async () => {
    const slashes = Array.from({ length: 1200 }, () => '2026-01-01');
    const loaded = await ingestFiles({ 'orders.csv': ordersOn([...slashes, '03/04/2026', '31/01/2026']) });
    expect(await loaded.rows(sql`select ordered_at from orders where order_id >= '01200' order by order_id`)).toEqual([
      { ordered_at: '2026-04-03 00:00:00' },
      { ordered_at: '2026-01-31 00:00:00' },
    ]);
    expect(inputOf(loaded).rows_used).toBe(1202);
  });

  it('that proves neither is read as its writers usually mean it, and reported', async () => {
    const slashes = await ingestFiles({ 'orders.csv': ordersOn(['3/4/2026', '5/6/2026']) });
    expect((await orderRows(slashes)).map((row) => row['ordered_at'])).toEqual(['2026-03-04 00:00:00', '2026-05-06 00:00:00']);
    expect(findingsOf(slashes, 'date-order-ambiguous')).toMatchObject([{ level: 'warning', column: 'Order Date' }]);
    expect(readingOf(slashes, 'orders.ordered_at')).toBe('month-first, ambiguous');
    const dashes = await ingestFiles({ 'orders.csv': ordersOn(['03-04-2026', '05-06-2026']) });
    expect((await orderRows(dashes)).map((row) => row['ordered_at'])).toEqual(['2026-04-03 00:00:00', '2026-06-05 00:00:00']);
    expect(codesOf(dashes)).toEqual(['date-order-ambiguous']);
  });

  it('is read as the user says, without a word about it', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['3/4/2026', '5/6/2026']) }, { map: ['orders.ordered_at.order=day-first'] });
    expect((await orderRows(loaded)).map((row) => row['ordered_at'])).toEqual(['2026-04-03 00:00:00', '2026-06-05 00:00:00']);
    expect(codesOf(loaded)).toEqual([]);
    await expect(ingestFiles({ 'orders.csv': ordersOn(['3/4/2026']) }, { map: ['orders.ordered_at.order=dmy'] })).rejects.toMatchObject({
      code: 'map-value',
    });
  });

  it('that contradicts itself follows the majority, and the others are rejected with their cells', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['13/02/2026', '14/02/2026', '15/02/2026', '02/16/2026', '01/02/2026']) });
    expect((await orderRows(loaded)).map((row) => row['ordered_at'])).toEqual([
      '2026-02-13 00:00:00',
      '2026-02-14 00:00:00',
      '2026-02-15 00:00:00',
      '2026-02-01 00:00:00',
    ]);
    expect(inputOf(loaded)).toMatchObject({ rows_rejected: 1, reasons: { 'date-invalid': 1 } });
    expect(await rejectsOf(loaded)).toContainEqual({
      line: 5,
      column: 'Order Date',
      value: '02/16/2026',
      code: 'date-invalid',
      effect: 'rejected',
    });
    expect(findingsOf(loaded, 'date-order-ambiguous')).toHaveLength(1);
  });

  it('rejects days that do not exist and sets aside rows without any', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['2026-02-28', '2026-02-29', '2026-13-01', 'TBD', '', '0', 'soon']) });
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 7,
      rows_used: 1,
      rows_set_aside: 3,
      rows_rejected: 3,
      reasons: { 'date-invalid': 3, 'date-missing': 3 },
      sum_read: 70,
      sum_used: 10,
    });
    expect(findingsOf(loaded, 'date-invalid')).toMatchObject([
      { count: 3, line: 3, value: '2026-02-29', column: 'Order Date', level: 'warning' },
    ]);
  });

  it('with offsets is turned into the zone that is asked for', async () => {
    const file = ordersOn(['2025-10-07 22:50:26 +0200', '2025-10-07T23:30:00Z', '2025-10-07 23:30:00']);
    const plain = await ingestFiles({ 'orders.csv': file });
    expect((await orderRows(plain)).map((row) => row['ordered_at'])).toEqual([
      '2025-10-07 22:50:26',
      '2025-10-07 23:30:00',
      '2025-10-07 23:30:00',
    ]);
    const zoned = await ingestFiles({ 'orders.csv': file }, { timezone: 'Asia/Shanghai' });
    expect((await orderRows(zoned)).map((row) => row['ordered_at'])).toEqual([
      '2025-10-08 04:50:26',
      '2025-10-08 07:30:00',
      '2025-10-07 23:30:00',
    ]);
  });
});

describe('the as-of date', () => {
  it('is the latest date of the orders', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['2026-01-01', '2026-03-05 23:59:59', '2026-02-01']) });
    expect(loaded.ingested.asOf).toBe('2026-03-05');
  });

  it.each(['2062-03-01', '2206-03-01'])('is not shifted by one slip of the pen, %s, which is reported', async (slip) => {
    const loaded = await ingestFiles({
      'orders.csv': ordersOn(['2026-01-01', '2026-01-20', '2026-02-10', '2026-03-01', slip, '2026-03-02']),
    });
    expect(loaded.ingested.asOf).toBe('2026-03-02');
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['00000', '00001', '00002', '00003', '00005']);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 5, rows_rejected: 1, sum_read: 60, sum_used: 50 });
    const codes = codesOf(loaded);
    expect(codes.includes('date-future') || codes.includes('date-invalid')).toBe(true);
    expect((await rejectsOf(loaded)).map((reject) => reject.line)).toContain(6);
  });

  it('sets later rows aside where it is given', async () => {
    const loaded = await ingestFiles(
      { 'orders.csv': ordersOn(['2026-01-31', '2026-01-31 23:59:59', '2026-02-01', '2062-01-01']) },
      { asOf: '2026-01-31' },
    );
    expect(loaded.ingested.asOf).toBe('2026-01-31');
    expect(inputOf(loaded)).toMatchObject({
      rows_used: 2,
      rows_set_aside: 2,
      rows_rejected: 0,
      reasons: { 'after-as-of': 2 },
      sum_read: 40,
      sum_used: 20,
    });
  });

  it('keeps the sparse orders of a small shop, years apart as they are', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['2021-03-01', '2021-05-01', '2023-06-01', '2026-02-01']) });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 4, rows_rejected: 0 });
    expect(loaded.ingested.asOf).toBe('2026-02-01');
  });

  it('is null where no file holds a date', async () => {
    const loaded = await ingestFiles({ 'customers.csv': lines('Customer ID,Name,Industry', '1,A,x', '2,B,y') });
    expect(loaded.ingested.asOf).toBeNull();
  });

  it('comes from the next kind of event where there are no orders', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,负责人,创建时间', '1,A,x,2026-01-05', '2,B,y,2026-02-06 10:00'),
    });
    expect(loaded.ingested.asOf).toBe('2026-02-06');
  });
});
