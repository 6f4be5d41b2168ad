import { describe, expect, it } from 'vitest';
import { type DatedMonths, isolatedRows, latestOf } from '../../src/ingest/as-of.ts';
import { findingsOf, ingestFiles, lines } from './ingest-files.ts';

const kind = (entity: string, field: string, ...months: readonly (readonly [string, number])[]): DatedMonths => ({
  entity,
  field,
  months: months.map(([latest, n]) => ({ latest, n, days: n })),
});

describe('the latest date of all files', () => {
  it('is that of whatever happened last', () => {
    const orders = kind('orders', 'ordered_at', ['2024-01-31', 40], ['2024-02-28', 40]);
    const activities = kind('activities', 'at', ['2024-02-20', 5], ['2024-03-15', 5]);
    expect(latestOf([orders, activities])).toEqual({
      date: '2024-03-15',
      from: { entity: 'activities', field: 'at' },
      ordersEnd: '2024-02-28',
      ordersPace: 80 / 59,
      isolated: null,
      aside: null,
      planned: null,
    });
    expect(latestOf([orders, kind('feedback', 'at', ['2024-02-28', 1])]).from).toEqual({ entity: 'orders', field: 'ordered_at' });
    expect(latestOf([])).toEqual({ date: null, from: null, ordersEnd: null, ordersPace: null, isolated: null, aside: null, planned: null });
  });

  it('is not that of a slip, of whatever kind', () => {
    const orders = kind('orders', 'ordered_at', ['2024-01-31', 40], ['2024-02-28', 40]);
    expect(latestOf([orders, kind('customers', 'created_on', ['2106-02-07', 1])])).toMatchObject({
      date: '2024-02-28',
      isolated: null,
      aside: { date: '2106-02-07', rows: 1, before: '2024-02-28' },
    });
    expect(latestOf([orders, kind('customers', 'created_on', ['2024-02-01', 30], ['2024-07-01', 1])])).toMatchObject({
      date: '2024-07-01',
      isolated: { date: '2024-07-01', rows: 1, before: '2024-02-28' },
    });
  });

  it('is that of the orders, and of most rows, however old the list of customers is', () => {
    const customers = kind('customers', 'created_on', ['2015-02-10', 40]);
    const orders = kind('orders', 'ordered_at', ['2024-07-31', 10], ['2024-08-31', 10]);
    expect(latestOf([orders, customers])).toMatchObject({ date: '2024-08-31', aside: null });
    const contacts = kind('activities', 'at', ['2024-07-31', 30], ['2024-08-31', 30]);
    expect(latestOf([contacts, customers])).toMatchObject({ date: '2024-08-31', aside: null });
  });

  it('is not that of a row, or of a whole file, years after all others, and that is told', () => {
    const orders = kind('orders', 'ordered_at', ['2026-01-31', 40], ['2026-02-28', 40], ['2031-02-28', 1]);
    expect(latestOf([orders])).toMatchObject({
      date: '2026-02-28',
      ordersEnd: '2026-02-28',
      isolated: null,
      aside: { date: '2031-02-28', rows: 1, before: '2026-02-28' },
    });
    const [few, century] = [
      kind('orders', 'ordered_at', ['2026-02-28', 40]),
      kind('activities', 'at', ['2098-01-31', 9], ['2098-02-28', 20]),
    ];
    expect(latestOf([few, century])).toMatchObject({ date: '2026-02-28', aside: { date: '2098-02-28', rows: 29 } });
  });

  it('is said where a single row years after all others of a small file sets it', () => {
    const months = (...list: readonly (readonly [string, number, number?])[]) => list.map(([latest, n, days = n]) => ({ latest, n, days }));
    expect(isolatedRows(months(['2023-01-31', 3], ['2023-03-31', 4], ['2025-03-01', 1]))).toEqual({
      date: '2025-03-01',
      rows: 1,
      before: '2023-03-31',
    });
    expect(isolatedRows(months(['2022-01-31', 1], ['2023-03-31', 1], ['2024-06-01', 1]))).toBeNull();
    expect(isolatedRows(months(['2023-01-31', 3], ['2023-03-31', 4], ['2025-03-01', 2]))).toBeNull();
    // Two lines of one day are one order.
    expect(isolatedRows(months(['2023-01-31', 3], ['2023-03-31', 4], ['2025-03-01', 2, 1]))).toMatchObject({
      rows: 2,
      before: '2023-03-31',
    });
  });
});

describe('the as-of date of a run', () => {
  const orders = lines('订单编号,客户编号,下单日期,金额', '1,A,2024-03-01,100', '2,B,2024-03-20,50');

  it('comes from activities and is said, so that nobody looks for it among the orders', async () => {
    const loaded = await ingestFiles({ '订单.csv': orders, '跟进记录.csv': lines('记录编号,客户编号,跟进时间', '1,A,2024-04-10') });
    expect(loaded.ingested.asOf).toBe('2024-04-10');
    expect(findingsOf(loaded, 'as-of-from-other-files')).toMatchObject([
      {
        level: 'info',
        message: 'the as-of date is the latest of all files, from activities.at (2024-04-10); the last order is of 2024-03-20',
      },
    ]);
  });

  it('is a warning where orders of two weeks and more than ten rows are missing', async () => {
    const days = Array.from({ length: 31 }, (_, index) => `2024-03-${String(index + 1).padStart(2, '0')}`);
    const daily = lines('订单编号,客户编号,下单日期,金额', ...days.map((day, index) => `${index},A,${day},100`));
    const warned = async (contact: string) => {
      const loaded = await ingestFiles({ '订单.csv': daily, '跟进记录.csv': lines('记录编号,客户编号,跟进时间', `1,A,${contact}`) });
      return findingsOf(loaded, 'as-of-from-other-files');
    };
    expect(await warned('2024-04-14')).toMatchObject([
      {
        level: 'warning',
        message:
          'the as-of date is the latest of all files, from activities.at (2024-04-14); the last order is of 2024-03-31, and about 14 more rows would have come since at the pace before: customers look silent because the orders end',
        fix: 'export the orders anew, or go by them: --as-of 2024-03-31',
      },
    ]);
    expect(await warned('2024-04-07')).toMatchObject([{ level: 'info' }]);
  });

  it('is the same whatever fields a command reads', async () => {
    const files = { '订单.csv': orders, '跟进记录.csv': lines('记录编号,客户编号,跟进时间', '1,A,2024-04-10') };
    const loaded = await ingestFiles(files, { fields: new Set(['orders.amount']) });
    expect(loaded.ingested.asOf).toBe('2024-04-10');
  });

  it('is a warning where the orders end months before', async () => {
    const customers = lines('Customer ID,Name,Created On', 'A,Acme,2023-01-01', 'B,Bolt,2024-07-01');
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,A,2024-03-01,100', '2,B,2024-03-20,50'),
      'customers.csv': customers,
    });
    expect(loaded.ingested.asOf).toBe('2024-07-01');
    expect(findingsOf(loaded, 'data-old')).toMatchObject([{ level: 'warning', count: 103, value: '2024-03-20' }]);
    expect(findingsOf(loaded, 'as-of-from-other-files')).toEqual([]);
  });

  it('is not that of one order of several lines in 2099, which is rejected and said with its line', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `${index},A,2023-0${1 + (index % 9)}-05,10`);
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', ...rows, '99,B,2099-01-01,10', '99,B,2099-01-01,20'),
    });
    expect(loaded.ingested.asOf).toBe('2023-09-05');
    expect(findingsOf(loaded, 'date-future')).toMatchObject([{ count: 2, line: 22 }]);
  });

  it('is a warning where one slip of a small file sets it', async () => {
    const days = ['2023-01-05', '2023-02-05', '2023-03-05', '2023-04-05', '2025-03-05'];
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', ...days.map((day, index) => `${index},A,${day},10`)),
    });
    expect(findingsOf(loaded, 'date-isolated')).toMatchObject([
      { level: 'warning', count: 1, value: '2025-03-05', line: 6, column: 'Order Date' },
    ]);
  });

  it('is none of the days that deals are planned to close on, where anything else happened', async () => {
    const deals = (header: string) =>
      lines(
        `Deal Name,Deal Owner,Created On,${header},Stage,Amount`,
        'X,Ann,2024-01-10,2024-03-31,Closed Won,10',
        'Y,Ann,2024-02-20,2024-02-25,Closed Won,20',
      );
    const planned = await ingestFiles({ 'orders.csv': orders, 'deals.csv': deals('Expected Close Date') });
    expect(planned.ingested.asOf).toBe('2024-03-20');
    expect(findingsOf(planned, 'deal-closing-planned')).toMatchObject([{ level: 'info', count: 1, value: '2024-03-31' }]);
    const closed = await ingestFiles({ 'orders.csv': orders, 'deals.csv': deals('Closed Date') });
    expect(closed.ingested.asOf).toBe('2024-03-31');
    expect(findingsOf(closed, 'deal-closing-planned')).toEqual([]);
  });
});
