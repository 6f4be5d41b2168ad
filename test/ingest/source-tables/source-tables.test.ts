import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, inputOf, prepare, readTables } from '../warehouse/warehouse.ts';

describeWithPostgres('tables of a database', (server) => {
  it('with Chinese names are found by their columns, and every row is accounted for', async () => {
    await prepare(
      server,
      'create schema 销售',
      `create table 销售."订单 明细" (订单编号 varchar(20), 客户编号 varchar(20), 下单时间 timestamp, 金额 numeric(12,2), 订单状态 text, 备注 text)`,
      `insert into 销售."订单 明细" values
        ('S1', 'C1', '2026-01-05 10:00', 100.50, '已完成', 'x'), ('S2', 'C1', '2026-02-05', 20, '已取消', 'x'),
        ('S3', 'C2', '2026-03-01', -5, ' 已归档 ', 'x'), ('S4', 'C2', '2026-03-02', 7, '怪', 'x'), ('S5', ' ', '2026-03-03', 8, '已完成', 'x'),
        ('S6', 'C3', null, 9, '已完成', 'x'), ('S7', 'C3', '2026-03-01', null, '已完成', 'x'), ('S8', 'C4', '2026-03-04', 11, null, 'x'),
        ('S9', 'C4', '2026-03-05', 12, '怪', 'x')`,
    );
    const loaded = await readTables(server, {
      tables: { orders: '销售."订单 明细"' },
      map: ['orders.status.completed=已归档'],
      lang: 'zh-CN',
    });
    expect(await loaded.rows('select order_id, customer_id, ordered_at, amount, status, product from orders order by order_id')).toEqual([
      { order_id: 'S1', customer_id: 'C1', ordered_at: '2026-01-05 10:00:00', amount: 100.5, status: 'completed', product: null },
      { order_id: 'S3', customer_id: 'C2', ordered_at: '2026-03-01 00:00:00', amount: -5, status: 'completed', product: null },
      { order_id: 'S8', customer_id: 'C4', ordered_at: '2026-03-04 00:00:00', amount: 11, status: null, product: null },
    ]);
    expect(loaded.ingested.inputs).toEqual([
      {
        role: 'orders',
        file: '销售."订单 明细"',
        sheet: null,
        encoding: 'table',
        rows_read: 9,
        rows_used: 3,
        rows_set_aside: 6,
        rows_rejected: 0,
        reasons: { 'status-cancelled': 1, 'status-unknown': 2, 'customer-missing': 1, 'date-missing': 1, 'amount-missing': 1 },
        sum_read: 162.5,
        sum_used: 106.5,
        sum_set_aside: 56,
        sum_rejected: null,
        taken_off: {},
        amount: { from: '金额', beside: [] },
        sha256: '',
      },
    ]);
    expect(loaded.ingested.asOf).toBe('2026-03-04');
    expect([...loaded.ingested.available].toSorted()).toEqual(
      ['amount', 'customer_id', 'order_id', 'ordered_at', 'status'].map((field) => `orders.${field}`),
    );
    const [report] = loaded.ingested.tables;
    expect(report?.columns.map(({ header, field, confidence }) => [header, field, confidence])).toEqual([
      ['订单编号', 'orders.order_id', 0.9],
      ['客户编号', 'orders.customer_id', 0.9],
      ['下单时间', 'orders.ordered_at', 0.9],
      ['金额', 'orders.amount', 0.9],
      ['订单状态', 'orders.status', 0.9],
      ['备注', null, null],
    ]);
    expect(findingsOf(loaded, 'word-unknown')).toMatchObject([
      { file: '销售."订单 明细"', column: '订单状态', value: '怪', count: 2, line: null },
    ]);
    expect(findingsOf(loaded, 'word-unknown')[0]?.fix).toContain('sources.orders.values.status: {completed: [怪]}');
    expect(findingsOf(loaded, 'amount-negative')).toMatchObject([{ count: 1, column: '金额' }]);
    expect((await loaded.ingested.findingsIn('en')).find(({ code }) => code === 'amount-missing')?.message).toMatch(/^no amount: /);
  });

  it('give the rows left out by their ids, and the used rows of a customer by their number', async () => {
    await prepare(
      server,
      'create table traced (order_id text, customer_id text, order_date date, amount numeric, quantity float8, status text)',
      `insert into traced values ('S2', 'C1', '2026-01-01', 1, 'NaN', 'paid'), ('S1', 'C1', '2026-01-02', 2, 3, '?'), ('S3', 'C1', '2026-01-03', 3, 3, 'void'),
        (null, 'C1', '2100-01-01', 3, 3, 'paid')`,
    );
    const { ingested } = await readTables(server, { tables: { orders: 'traced' } });
    expect(
      (await ingested.rejects()).map(({ line, cell, column, value, code, effect }) => [line, cell, column, value, code, effect]),
    ).toEqual([
      [null, 'S1', null, null, 'status-unknown', 'set-aside'],
      [null, 'S1', 'status', '?', 'word-unknown', 'set-aside'],
      [null, 'S2', 'quantity', 'NaN', 'number-invalid', 'blanked'],
      [null, 'S3', null, null, 'status-cancelled', 'set-aside'],
      [null, null, null, null, 'date-invalid', 'rejected'],
      [null, null, 'order_date', '2100-01-01', 'date-invalid', 'rejected'],
    ]);
    expect(await ingested.rowsOf('C1')).toEqual([{ role: 'orders', file: 'public.traced', sheet: null, rows: 1, lines: [] }]);
    expect(await ingested.rowsOf("C1' or true --")).toEqual([]);
  });

  it('may be views, materialized views, partitioned and foreign tables', async () => {
    await prepare(
      server,
      'create schema kinds',
      'create table kinds.parts (order_id text, customer_id text, order_date date, amount numeric(10,2)) partition by range (order_date)',
      `create table kinds.parts_1 partition of kinds.parts for values from ('2026-01-01') to ('2026-02-01')`,
      `create table kinds.parts_2 partition of kinds.parts for values from ('2026-02-01') to ('2026-03-01')`,
      `insert into kinds.parts values ('S1', 'C1', '2026-01-05', 1), ('S2', 'C1', '2026-02-05', 2)`,
      'create view kinds.seen as select * from kinds.parts',
      'create materialized view kinds.kept as select * from kinds.parts',
    );
    for (const [table, encoding] of [
      ['kinds.parts', 'partitioned table'],
      ['kinds.seen', 'view'],
      ['kinds.kept', 'materialized view'],
      ['kinds.parts_2', 'table'],
    ] as const) {
      const loaded = await readTables(server, { tables: { orders: table } });
      expect(inputOf(loaded)).toMatchObject({ file: table, encoding, sum_used: table === 'kinds.parts_2' ? 2 : 3 });
    }
  });

  it('that are empty give empty tables of every type', async () => {
    await prepare(server, 'create table nothing (order_id text, customer_id text, order_date date, amount numeric(10,2), status text)');
    const loaded = await readTables(server, { tables: { orders: 'nothing' } });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 0, rows_used: 0, reasons: {}, sum_read: null, sum_used: null });
    expect(loaded.ingested.asOf).toBeNull();
    expect([...loaded.ingested.available]).toEqual(['orders.order_id']);
    expect(await loaded.ingested.rejects()).toEqual([]);
    for (const table of ['orders', 'customers', 'leads', 'targets', 'market', 'returns', 'territories'])
      expect(await loaded.rows(`select * from ${table}`)).toEqual([]);
  });

  it('count only the rows of the condition, whatever comment ends it', async () => {
    await prepare(
      server,
      'create table dated (order_id int, customer_id int, order_date date, amount int, dt text)',
      `insert into dated select n, n, '2026-01-01'::date + n, n, case when n <= 3 then '20260103' else '20261231' end from generate_series(1, 10) as s(n)`,
    );
    const loaded = await readTables(server, {
      tables: { orders: { table: 'dated', where: "dt = '20260103' or dated.amount = 10 -- the day" } },
    });
    expect(await loaded.column('orders', 'amount')).toEqual([1, 2, 3, 10]);
    expect(await loaded.column('orders', 'order_id')).toEqual(['1', '10', '2', '3']);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 4, rows_used: 4, sum_read: 16 });
  });

  it('have an amount from quantity and price, net of refunds, with cost and profit', async () => {
    await prepare(
      server,
      `create table priced (order_id text, customer_id text, order_date date, quantity numeric(15,3), unit_price float8, unit_cost numeric(12,6), refund_amount numeric(12,2))`,
      `insert into priced values ('S1', 'C1', '2026-01-01', 3, 33.335, 10.000001, null), ('S2', 'C1', '2026-01-01', 2, 10, 5, 4.5),
        ('S3', 'C1', '2026-01-01', 999999999999, 999999999, 1, null), ('S4', 'C1', '2026-01-01', null, 10, 5, 0)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'priced' } });
    expect(await loaded.rows('select order_id, amount, cost, profit, unit_price from orders order by order_id')).toEqual([
      { order_id: 'S1', amount: 100.005, cost: 30, profit: 70.005, unit_price: 33.335 },
      { order_id: 'S2', amount: 15.5, cost: 10, profit: 5.5, unit_price: 10 },
    ]);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, reasons: { 'amount-missing': 2 }, sum_used: 115.505 });
    expect(findingsOf(loaded, 'amount-derived')[0]?.message).toBe('no amount column: amount = quantity × unit_price');
  });

  it('set orders after the as-of date aside, and take a far date for a slip', async () => {
    await prepare(
      server,
      'create table slips (order_id int, customer_id int, order_date date, amount int)',
      `insert into slips select n, n, '2024-01-01'::date + n % 700, 1 from generate_series(1, 3000) as s(n)`,
      `insert into slips values (9001, 1, '2062-05-01', 5), (9002, 1, '2099-12-31', 5)`,
    );
    const all = await readTables(server, { tables: { orders: 'slips' } });
    expect(all.ingested.asOf).toBe('2025-11-30');
    expect(inputOf(all)).toMatchObject({
      rows_used: 3000,
      rows_rejected: 2,
      reasons: { 'date-future': 2 },
      sum_read: 3010,
      sum_used: 3000,
    });
    const cut = await readTables(server, { tables: { orders: 'slips' }, asOf: '2024-01-10' });
    expect(cut.ingested.asOf).toBe('2024-01-10');
    expect(inputOf(cut)).toMatchObject({ rows_used: 49, reasons: { 'after-as-of': 2953 } });
    expect(await cut.rows('select max(ordered_at) as last from orders')).toEqual([{ last: '2024-01-10 00:00:00' }]);
  });

  it('use one row of those with the same key: the first in the order of all fields', async () => {
    await prepare(
      server,
      'create table twice (customer_id int, name text, level text, created_on date)',
      `insert into twice values (1, 'b', null, '2026-01-01'), (1, 'a', 'B', null), (1, 'a', 'A', null), (2, 'c', null, null), (null, 'd', null, null), (2, 'c', null, null)`,
    );
    const loaded = await readTables(server, { tables: { customers: 'twice' } });
    expect(await loaded.rows('select customer_id, name, level from customers order by customer_id')).toEqual([
      { customer_id: '1', name: 'a', level: 'A' },
      { customer_id: '2', name: 'c', level: null },
    ]);
    expect(inputOf(loaded, 'customers')).toMatchObject({ rows_read: 6, rows_used: 2, reasons: { 'id-duplicate': 3, 'key-missing': 1 } });
    expect(await loaded.ingested.rowsOf('1')).toMatchObject([{ role: 'customers', rows: 1 }]);
  });

  it('without order ids make an order of every row, numbered among those of its customer', async () => {
    await prepare(
      server,
      'create table unnumbered (customer_id text, order_date date, amount numeric(10,2))',
      `insert into unnumbered values ('C1', '2026-01-02', 5), ('C1', '2026-01-01', 5), ('C1', '2026-01-01', 5), ('C2', '2026-01-01', 5)`,
      'create table half_numbered (order_id text, customer_id text, order_date date, amount numeric(10,2))',
      `insert into half_numbered values ('S1', 'C1', '2026-01-02', 5), (' ', 'C1', '2026-01-01', 5), (null, 'C1', '2026-01-03', 5), ('S1', 'C1', '2026-01-05', 6)`,
    );
    const unnumbered = await readTables(server, { tables: { orders: 'unnumbered' } });
    expect(await unnumbered.rows('select order_id, ordered_at from orders order by order_id')).toEqual([
      { order_id: '#C1.1', ordered_at: '2026-01-01 00:00:00' },
      { order_id: '#C1.2', ordered_at: '2026-01-01 00:00:00' },
      { order_id: '#C1.3', ordered_at: '2026-01-02 00:00:00' },
      { order_id: '#C2.1', ordered_at: '2026-01-01 00:00:00' },
    ]);
    expect(findingsOf(unnumbered, 'order-id-missing')).toHaveLength(1);
    const half = await readTables(server, { tables: { orders: 'half_numbered' } });
    expect(await half.column('orders', 'order_id')).toEqual(['#C1.1', '#C1.2', 'S1', 'S1']);
    expect(half.ingested.available.has('orders.order_id')).toBe(true);
  });
});
