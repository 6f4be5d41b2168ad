import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, prepare, readTables, refusalOf } from '../warehouse/warehouse.ts';

describeWithPostgres('money in tables of a database', (server) => {
  it('in several currencies is refused with the sums of each', async () => {
    await prepare(
      server,
      'create table coins (order_id text, customer_id text, order_date date, amount numeric(12,2), currency text)',
      `insert into coins values ('1', 'A', '2024-01-01', 100, 'USD'), ('2', 'A', '2024-02-01', 100, 'EUR'), ('3', 'B', '2024-02-02', 15000, 'JPY'), ('4', 'B', '2024-03-02', 80, 'usd ')`,
    );
    const error = await refusalOf(server, { tables: { orders: 'coins' } });
    expect(error.code).toBe('currencies-mixed');
    expect(error.text.en).toContain('EUR 100 (1), JPY 15,000 (1), USD 180 (2)');
  });

  it('is converted by rates', async () => {
    await prepare(
      server,
      'create table 外币订单 (订单编号 text, 客户编号 text, 下单日期 date, 金额 numeric(12,2), 成本金额 numeric(12,2), 币种 text)',
      `insert into 外币订单 values ('1', 'A', '2024-01-01', 100, 50, '美元'), ('2', 'A', '2024-02-01', 100, 60, '人民币'), ('3', 'B', '2024-02-01', 10, null, null)`,
    );
    const loaded = await readTables(server, { tables: { orders: '外币订单' }, rates: { to: 'CNY', USD: 7.1 } });
    expect(await loaded.rows('select order_id, amount, cost from orders order by order_id')).toEqual([
      { order_id: '1', amount: 710, cost: 355 },
      { order_id: '2', amount: 100, cost: 60 },
      { order_id: '3', amount: 10, cost: null },
    ]);
    expect(findingsOf(loaded, 'currency-converted')).toMatchObject([{ level: 'info' }]);
  });

  it('is converted by the rate of its day', async () => {
    await prepare(
      server,
      'create table 按日订单 (订单编号 text, 客户编号 text, 下单日期 timestamptz, 金额 numeric(12,2), 币种 text)',
      `insert into 按日订单 values ('1', 'A', '2024-01-01 00:00+00', 100, 'USD'), ('2', 'A', '2024-07-14 23:59+00', 100, '美元'), ('3', 'B', '2024-07-15 00:00+00', 10, 'USD'), ('4', 'B', '2024-07-16 00:00+00', 10, null)`,
    );
    const rates = { to: 'CNY', USD: { '2024-01': 7, '2024-07-15': 8 } };
    const loaded = await readTables(server, { tables: { orders: '按日订单' }, rates });
    expect(await loaded.rows('select order_id, amount from orders order by order_id')).toEqual([
      { order_id: '1', amount: 700 },
      { order_id: '2', amount: 700 },
      { order_id: '3', amount: 80 },
      { order_id: '4', amount: 10 },
    ]);
    expect(findingsOf(loaded, 'currency-converted')).toMatchObject([
      { level: 'info', count: 3, message: expect.stringContaining('USD 210 (3) × 7–8 (2024-01-01 – 2024-07-15)') },
    ]);
    const early = await refusalOf(server, { tables: { orders: '按日订单' }, rates: { to: 'CNY', USD: { '2024-02': 7 } } });
    expect(early.text.en).toContain('sums (rows): USD 100 (1), first rate of 2024-02-01');
  });

  it('in one currency is no word', async () => {
    await prepare(
      server,
      'create table one_coin (order_id text, customer_id text, order_date date, amount numeric(12,2), currency_code text)',
      `insert into one_coin values ('1', 'A', '2024-01-01', 100, 'CNY'), ('2', 'A', '2024-02-01', 100, 'RMB'), ('3', 'A', '2024-02-01', 0, 'USD')`,
    );
    const loaded = await readTables(server, { tables: { orders: 'one_coin' } });
    expect(await loaded.column('orders', 'amount')).toEqual([0, 100, 100]);
    expect(loaded.ingested.findings.filter(({ code }) => code.startsWith('currenc'))).toEqual([]);
  });

  it('is multiplied by the unit in the name of the column', async () => {
    await prepare(
      server,
      'create table cents (order_id text, customer_id text, order_date date, amount_cents bigint)',
      `insert into cents values ('1', 'A', '2024-01-01', 1999), ('2', 'B', '2024-02-01', 250)`,
      'create table wan (opportunity_id text, customer_id text, stage text, closed_on date, "金额（万元）" numeric)',
      `insert into wan values ('1', 'A', 'Closed Won', '2024-01-01', 1.5)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'cents', opportunities: 'wan' } });
    expect(await loaded.column('orders', 'amount')).toEqual([2.5, 19.99]);
    expect(await loaded.column('opportunities', 'amount')).toEqual([15_000]);
    expect(findingsOf(loaded, 'unit-converted').map(({ column }) => column)).toEqual(['amount_cents', '金额（万元）']);
  });

  it('has the unit that is said', async () => {
    await prepare(
      server,
      'create table fen (order_id text, customer_id text, order_date date, amount bigint)',
      `insert into fen values ('1', 'A', '2024-01-01', 1999)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'fen' }, map: ['orders.amount.unit=分'] });
    expect(await loaded.column('orders', 'amount')).toEqual([19.99]);
  });
});
