// @module-tag slow
import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, lines, orderRows, readingOf } from './ingest-files.ts';
import { workbookBytes } from './workbook-bytes.ts';

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

function ordersOn(dates: readonly string[], header = 'Order Date'): string {
  return lines(`Order ID,Customer ID,${header},Amount`, ...dates.map((date, index) => `O${index},C${index % 3},${date},10`));
}

async function daysOf(files: Readonly<Record<string, string | Uint8Array>>, map: readonly string[] = []): Promise<string[]> {
  const rows = await orderRows(await ingestFiles(files, { map }));
  return rows.map((row) => String(row['ordered_at']).slice(0, 10));
}

/** What an English (US) spreadsheet makes of 5 January, 25 January, 3 February … written day first. */
const swapped = ['2024-05-01', '25/01/2024', '2024-03-02', '28/02/2024', '2024-11-03', '30/03/2024', '2024-02-04'];
const meant = ['2024-01-05', '2024-01-25', '2024-02-03', '2024-02-28', '2024-03-11', '2024-03-30', '2024-04-02'];

describe('dates that a spreadsheet swapped', () => {
  it('are swapped back in a workbook: true dates up to the 12th beside texts beyond it', async () => {
    const rows = swapped.map((date, index) => {
      const cell = date.includes('/') ? date : new Date(`${date}T00:00:00Z`);
      return [`O${index}`, `C${index % 3}`, cell, 100];
    });
    const loaded = await ingestFiles({ 'orders.xlsx': workbookBytes([['order_id', 'customer_id', 'order_date', 'amount'], ...rows]) });
    expect((await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10))).toEqual(meant);
    expect(loaded.ingested.asOf).toBe('2024-04-02');
    expect(findingsOf(loaded, 'dates-swapped')).toMatchObject([{ level: 'warning', count: 4, column: 'order_date' }]);
    expect(readingOf(loaded, 'orders.ordered_at')).toBe('day-first, true dates swapped back');
  });

  it('are swapped back in a CSV of such a sheet, with Chinese headers and slashes, too', async () => {
    const slashes = swapped.map((date) => date.replaceAll('-', '/'));
    const loaded = await ingestFiles({ '订单.csv': ordersOn(slashes, '下单日期').replace('Order ID,Customer ID', '订单编号,客户编号') });
    expect((await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10))).toEqual(meant);
    expect(findingsOf(loaded, 'dates-swapped')).toMatchObject([{ level: 'warning', count: 4 }]);
  });

  it('are swapped back where the texts are month first', async () => {
    const texts = swapped.map((date) => date.replace(/^(\d+)\/(\d+)\/(\d+)$/, '$2/$1/$3'));
    expect(await daysOf({ 'orders.csv': ordersOn(texts) })).toEqual(meant);
  });

  it('are found where the first thousand records have none of them', async () => {
    const texts = Array.from({ length: 1200 }, (_, index) => `${13 + (index % 17)}/0${1 + (index % 9)}/2024`);
    const trueDates = Array.from({ length: 12 }, (_, index) => `2024-${String(12 - index).padStart(2, '0')}-0${1 + (index % 9)}`);
    const loaded = await ingestFiles({ 'orders.csv': ordersOn([...texts, ...trueDates]) });
    expect(findingsOf(loaded, 'dates-swapped')).toHaveLength(1);
    expect(loaded.ingested.asOf).toBe('2024-09-29');
  });

  it('are only said where few of them tell, and read as the user says', async () => {
    const few = ['2024-05-01', '25/01/2024', '2024-03-02'];
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(few) });
    expect(findingsOf(loaded, 'dates-swapped')).toMatchObject([
      { level: 'warning', count: 2, fix: 'if that is wrong: --map orders.ordered_at.order=day-first-swapped' },
    ]);
    expect((await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10))).toEqual([
      '2024-05-01',
      '2024-01-25',
      '2024-03-02',
    ]);
    const option = 'orders.ordered_at.order=day-first-swapped';
    expect(await daysOf({ 'orders.csv': ordersOn(few) }, [option])).toEqual(['2024-01-05', '2024-01-25', '2024-02-03']);
    const asTheyStand = await daysOf({ 'orders.csv': ordersOn(swapped) }, ['orders.ordered_at.order=day-first']);
    expect(asTheyStand[0]).toBe('2024-05-01');
  });

  it('are not suspected where true dates have days of all kinds, or texts have', async () => {
    const honest = ['2024-05-01', '2024-05-25', '2024-06-11', '25/01/2024', '28/02/2024', '30/03/2024'];
    expect(codesOf(await ingestFiles({ 'orders.csv': ordersOn(honest) }))).toEqual([]);
    const joined = [
      '2024-03-01',
      '2024-03-02',
      '2024-03-04',
      '2024-03-05',
      '2024-03-07',
      '13/03/2024',
      '15/03/2024',
      '20/03/2024',
      '28/03/2024',
    ];
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(joined) });
    expect(findingsOf(loaded, 'dates-swapped')).toMatchObject([{ level: 'warning', count: 5 }]);
    expect((await orderRows(loaded))[0]?.['ordered_at']).toBe('2024-03-01 00:00:00');
  });
});

describe('a column of dates that proves nothing itself', () => {
  it('is read as another date column of the same file shows', async () => {
    const file = (one: string, other: string) =>
      lines(`Order ID,Customer ID,${one},${other},Amount`, '1,A,03/04/2024,13/04/2024,10', '2,B,05/06/2024,20/06/2024,10');
    const loaded = await ingestFiles({ 'orders.csv': file('Order Date', 'Dispatch Day') });
    expect((await orderRows(loaded)).map((row) => row['ordered_at'])).toEqual(['2024-04-03 00:00:00', '2024-06-05 00:00:00']);
    expect(findingsOf(loaded, 'date-order-from-sibling')).toMatchObject([{ level: 'info', column: 'Order Date' }]);
    expect(findingsOf(loaded, 'date-order-ambiguous')).toEqual([]);
    const american = lines('订单编号,客户编号,下单日期,发货日期,金额', '1,A,03/04/2024,04/13/2024,10', '2,B,05/06/2024,05/20/2024,10');
    expect(await daysOf({ '订单.csv': american })).toEqual(['2024-03-04', '2024-05-06']);
  });

  it('stays a guess where the others disagree', async () => {
    const file = lines('Order ID,Customer ID,Order Date,Ship Date,Due,Amount', '1,A,03/04/2024,13/04/2024,04/25/2024,10');
    expect(codesOf(await ingestFiles({ 'orders.csv': file }))).toContain('date-order-ambiguous');
  });
});

describe('dates of three two-digit numbers', () => {
  it('have the year in front where the first number hardly changes', async () => {
    const dates = ['24-01-05', '24-01-06', '24-02-17', '24-03-28', '24-04-02'];
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(dates) });
    expect((await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10))).toEqual(dates.map((date) => `20${date}`));
    expect(codesOf(loaded)).toEqual([]);
    expect(
      await daysOf({ '订单.csv': ordersOn(['23/12/30', '24/1/5', '24/1/16', '24/2/7', '24/3/9', '24/3/21', '24/4/1'], '日期') }),
    ).toEqual(['2023-12-30', '2024-01-05', '2024-01-16', '2024-02-07', '2024-03-09', '2024-03-21', '2024-04-01']);
  });

  it('have it behind where the last one hardly changes', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersOn(['05.01.24', '16.01.24', '27.02.24', '28.03.24']) });
    expect((await orderRows(loaded)).map((row) => String(row['ordered_at']).slice(0, 10))).toEqual([
      '2024-01-05',
      '2024-01-16',
      '2024-02-27',
      '2024-03-28',
    ]);
    expect(codesOf(loaded)).toEqual([]);
    expect(await daysOf({ 'orders.csv': ordersOn(['31-12-22', '31-12-23', '31-12-24']) })).toEqual([
      '2022-12-31',
      '2023-12-31',
      '2024-12-31',
    ]);
  });

  it('have it where the user says, and are said to be doubtful where they show nothing', async () => {
    expect(await daysOf({ 'orders.csv': ordersOn(['10-11-12', '11-12-10']) }, ['orders.ordered_at.order=year-first'])).toEqual([
      '2010-11-12',
      '2011-12-10',
    ]);
    expect(codesOf(await ingestFiles({ 'orders.csv': ordersOn(['10-11-12', '11-12-10']) }))).toContain('date-order-ambiguous');
  });
});

it('true dates of a workbook stay what they are', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`O${index}`, 'A', day(2024, index + 1, (index % 9) + 1), 10]);
  const loaded = await ingestFiles({ 'orders.xlsx': workbookBytes([['订单编号', '客户编号', '下单日期', '金额'], ...rows]) });
  expect((await orderRows(loaded)).at(0)?.['ordered_at']).toBe('2024-01-01 00:00:00');
  expect(codesOf(loaded)).toEqual([]);
});
