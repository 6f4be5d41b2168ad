import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, lines } from '../ingest/ingest-files.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { findingsOf as findingsOfTables, prepare, readTables } from '../ingest/warehouse/warehouse.ts';

const orders = lines(
  '订单编号,客户编号,下单日期,订单状态,金额',
  'D1,K01,2024-01-04,已完成,160',
  'D2,K02,2024-01-23,已完成,90',
  'D3,K03,2024-02-07,已完成,110',
  'D4,K01,2024-03-09,已完成,200',
  'D5,K03,2024-03-27,已完成,100',
  'D6,K03,2024-03-28,已取消,50',
);

const contradict = 'customer-totals-contradict';
const before = 'customer-totals-before-orders';

describe('totals of a customer file beside the orders of its customers', () => {
  it('are no finding where they agree, with what was cancelled or without it', async () => {
    for (const last of [210, 260]) {
      const loaded = await ingestFiles({
        '客户.csv': lines('客户编号,客户名称,累计消费,订单数', 'K01,甲,360,2', 'K02,乙,90.4,1', `K03,丙,${last},2`),
        '订单.csv': orders,
      });
      expect(codesOf(loaded)).not.toContain(contradict);
      expect(codesOf(loaded)).not.toContain(before);
    }
  });

  it('are a warning with both sums and a customer where they contradict', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('Customer ID,Name,Total Spent,Total Orders', '7001,Ann,900,3', '7002,Bob,250,1', '7003,Cy,60,1'),
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        '1,7001,2024-01-04,150',
        '2,7002,2024-01-05,250',
        '3,7003,2024-01-06,600',
      ),
    });
    expect(findingsOf(loaded, contradict)).toMatchObject([{ level: 'warning', count: 2, column: 'Total Spent' }]);
    expect(findingsOf(loaded, contradict)[0]!.message).toContain('960 there, 750 by the orders, which count; 7003: 60 and 600');
  });

  it.each([
    [
      'the first order',
      lines('客户编号,客户名称,累计消费,首次下单日期', 'K01,甲,1360,2021-01-04', 'K02,乙,90,2024-01-23', 'K03,丙,710,2022-02-07'),
    ],
    ['the numbers of orders', lines('客户编号,客户名称,累计消费,订单数', 'K01,甲,1360,7', 'K02,乙,90,1', 'K03,丙,710,9')],
  ])('are told of without a warning where %s says that the orders begin later', async (_, customers) => {
    const loaded = await ingestFiles({ '客户.csv': customers, '订单.csv': orders });
    expect(findingsOf(loaded, before)).toMatchObject([{ level: 'info', count: 2 }]);
    expect(findingsOf(loaded, before)[0]!.message).toContain('2,070');
    expect(codesOf(loaded)).not.toContain(contradict);
  });

  it('are a warning where nothing says that the orders begin later', async () => {
    const loaded = await ingestFiles({ '客户.csv': lines('客户编号,客户名称,累计消费', 'K01,甲,1360', 'K02,乙,90'), '订单.csv': orders });
    expect(findingsOf(loaded, contradict)).toMatchObject([{ level: 'warning', count: 1 }]);
  });
});

describeWithPostgres('totals of a customer table of a database', (server) => {
  it('are compared with the orders', async () => {
    await prepare(
      server,
      'create table clients (customer_id text, name text, revenue numeric(12,2), orders int)',
      `insert into clients values ('A', 'Ann', 900, 1), ('B', 'Bob', 50, 1), ('C', 'Cy', 7, 1)`,
      'create table sales (order_id text, customer_id text, order_date date, amount numeric(12,2))',
      `insert into sales values ('1', 'A', '2026-01-01', 100), ('2', 'B', '2026-01-02', 500), ('3', 'C', '2026-01-02', 7)`,
    );
    const loaded = await readTables(server, { tables: { customers: 'clients', orders: 'sales' } });
    expect(findingsOfTables(loaded, contradict)).toMatchObject([{ level: 'warning', count: 2 }]);
    expect(findingsOfTables(loaded, contradict)[0]!.message).toContain('950 there, 600 by the orders, which count; B: 50 and 500');
  });

  it('and orders that name an e-mail address alone are those of the address', async () => {
    await prepare(
      server,
      'create table web (order_id text, billing_email text, order_date date, amount int)',
      `insert into web values ('1', 'A@x.com', '2026-01-01', 100), ('2', 'a@x.com', '2026-01-02', 5), ('3', 'b@x.com', '2026-01-02', 7)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'web' } });
    expect(await loaded.rows('select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id')).toEqual([
      { customer_id: 'a@x.com', revenue: 105 },
      { customer_id: 'b@x.com', revenue: 7 },
    ]);
    expect(findingsOfTables(loaded, 'customer-by-contact')).toMatchObject([{ level: 'info' }]);
  });
});
