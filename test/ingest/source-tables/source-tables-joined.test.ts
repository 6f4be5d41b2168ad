import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, prepare, readTables } from '../warehouse/warehouse.ts';

describeWithPostgres('several tables of a database', (server) => {
  it('tell customers without orders and orders without a customer', async () => {
    await prepare(
      server,
      'create table clients (customer_id text, name text)',
      `insert into clients values ('C1', 'a'), ('C2', 'b'), ('C3', 'c')`,
      'create table sales (order_id text, customer_id text, order_date date, amount int, status text)',
      `insert into sales values ('S1', 'C1', '2026-01-01', 1, 'paid'), ('S2', 'C9', '2026-01-01', 1, 'paid'), ('S3', 'C2', '2026-01-01', 1, 'void')`,
    );
    const loaded = await readTables(server, { tables: { orders: 'sales', customers: 'clients' } });
    const counts = ['customers-without-orders', 'orders-without-customer-record', 'customers-without-used-orders'].map((code) =>
      findingsOf(loaded, code).map(({ count, value }) => [count, value]),
    );
    expect(counts).toEqual([[[1, null]], [[1, 'C9']], [[1, null]]]);
    expect(loaded.ingested.inputs.map(({ role }) => role)).toEqual(['customers', 'orders']);
  });

  it('named like the tables of the run stay what they are', async () => {
    await prepare(
      server,
      'create table customers (order_id text, customer_id text, order_date date, amount int)',
      `insert into customers values ('S1', 'C1', '2026-01-01', 3)`,
      'create table orders (customer_id text, name text)',
      `insert into orders values ('C1', 'a'), ('C2', 'b')`,
    );
    const loaded = await readTables(server, { tables: { customers: 'orders', orders: 'customers' } });
    expect(await loaded.column('orders', 'amount')).toEqual([3]);
    expect(await loaded.column('customers', 'name')).toEqual(['a', 'b']);
    expect(await loaded.rows('select count(*) as n from public.orders')).toEqual([{ n: 2 }]);
  });

  it('count won deals as orders where there are none', async () => {
    await prepare(
      server,
      'create table deals (opportunity_id text, customer_id text, stage text, amount numeric(12,2), closed_on date, owner text)',
      `insert into deals values ('D1', 'C1', 'Closed Won', 100, '2026-02-01', 'Li'), ('D2', 'C1', 'Negotiation', 50, null, 'Li'),
        (null, 'C2', '赢单', 70, '2026-03-01', 'Wu'), ('D4', 'C2', 'Closed Lost', 10, '2026-04-01', 'Wu'), ('D5', null, 'Won', 5, '2026-01-01', null),
        ('D6', 'C3', '项目结束', 5, '2026-01-01', null)`,
    );
    const loaded = await readTables(server, { tables: { opportunities: 'deals' } });
    expect(await loaded.rows('select order_id, customer_id, ordered_at, amount, rep from orders order by order_id')).toEqual([
      { order_id: 'D1', customer_id: 'C1', ordered_at: '2026-02-01 00:00:00', amount: 100, rep: 'Li' },
    ]);
    expect(loaded.ingested.asOf).toBe('2026-02-01');
    expect(findingsOf(loaded, 'orders-from-opportunities')).toHaveLength(1);
    expect(findingsOf(loaded, 'deal-incomplete')).toMatchObject([
      { count: 1, message: 'won deals without a customer are no orders, 5 in all' },
    ]);
    expect(findingsOf(loaded, 'word-unknown')).toMatchObject([{ value: '项目结束', count: 1, column: 'stage' }]);
    expect(loaded.ingested.available.has('orders.ordered_at')).toBe(true);
    expect(await loaded.column('opportunities', 'state')).toEqual(['lost', 'open', 'won', 'won', null]);
  });

  it('give an order without a rep the manager of its region', async () => {
    await prepare(
      server,
      'create table regional (order_id text, customer_id text, order_date date, amount int, region text, rep text)',
      `insert into regional values ('S1', 'C1', '2026-01-01', 1, '华东', null), ('S2', 'C1', '2026-01-01', 1, '华东', '李'), ('S3', 'C1', '2026-01-01', 1, '华南', null)`,
      'create table managers (region text, manager text)',
      `insert into managers values ('华东', '王'), ('华东', '张'), ('华北', '赵')`,
    );
    const loaded = await readTables(server, { tables: { orders: 'regional', territories: 'managers' } });
    expect(await loaded.rows('select order_id, rep from orders order by order_id')).toEqual([
      { order_id: 'S1', rep: '张' },
      { order_id: 'S2', rep: '李' },
      { order_id: 'S3', rep: null },
    ]);
  });

  it('make targets of wide columns, dates and the words of periods', async () => {
    await prepare(
      server,
      'create table wide (owner text, year int, m01 numeric, m02 numeric, q1 numeric, q2 numeric)',
      `insert into wide values ('李', 2026, 10, 20, 30, 40), ('王', 99999, 1, null, null, null), ('赵', 2026, null, null, 30, 40)`,
      'create table long (owner text, period text, target numeric(12,2))',
      `insert into long values ('a', '2026', 1), ('b', '2026-02', 2), ('c', '2026年12月', 3), ('d', '2026-Q4', 4), ('e', '2026年第二季度', 5), ('f', '2026-13', 6), ('g', '去年', 7)`,
    );
    const wide = await readTables(server, { tables: { targets: 'wide' } });
    expect(await wide.rows('select owner, metric, value, period_start, period_end from targets order by owner desc, value')).toEqual([
      { owner: '赵', metric: 'revenue', value: 30, period_start: '2026-01-01', period_end: '2026-03-31' },
      { owner: '赵', metric: 'revenue', value: 40, period_start: '2026-04-01', period_end: '2026-06-30' },
      { owner: '王', metric: 'revenue', value: 1, period_start: null, period_end: null },
      { owner: '李', metric: 'revenue', value: 10, period_start: '2026-01-01', period_end: '2026-01-31' },
      { owner: '李', metric: 'revenue', value: 20, period_start: '2026-02-01', period_end: '2026-02-28' },
      // Its months do not fill them.
      { owner: '李', metric: 'revenue', value: 30, period_start: '2026-01-01', period_end: '2026-03-31' },
      { owner: '李', metric: 'revenue', value: 40, period_start: '2026-04-01', period_end: '2026-06-30' },
    ]);
    const long = await readTables(server, { tables: { targets: 'long' } });
    const periods = await long.rows('select period_start, period_end from targets order by owner');
    expect(periods.map((row) => [row['period_start'], row['period_end']])).toEqual([
      ['2026-01-01', '2026-12-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-12-01', '2026-12-31'],
      ['2026-10-01', '2026-12-31'],
      ['2026-04-01', '2026-06-30'],
      [null, null],
      [null, null],
    ]);
  });
});
