import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, prepare, readTables } from '../warehouse/warehouse.ts';

const revenue = 'select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id';

describeWithPostgres('placeholders for customers in tables of a database', (server) => {
  it('are told apart by e-mail address and phone, else set aside with their money', async () => {
    await prepare(
      server,
      'create table shop (order_id int, customer_id int, billing_email text, billing_phone text, order_date date, amount numeric(12,2))',
      `insert into shop values (1, 0, 'A@x.com', null, '2026-01-01', 100), (2, 0, 'a@x.com', null, '2026-01-02', 40), (3, 0, null, '138-0000-0001', '2026-01-03', 30),
        (4, 0, null, null, '2026-01-04', 20), (5, 77123, 'r@x.com', null, '2026-01-05', 50), (6, null, 'n@x.com', null, '2026-01-05', 7)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'shop' } });
    expect(await loaded.rows(revenue)).toEqual([
      { customer_id: '13800000001', revenue: 30 },
      { customer_id: '77123', revenue: 50 },
      { customer_id: 'a@x.com', revenue: 140 },
      { customer_id: 'n@x.com', revenue: 7 },
    ]);
    expect(loaded.ingested.inputs[0]).toMatchObject({ rows_read: 6, rows_used: 5, reasons: { 'customer-placeholder': 1 } });
    expect(findingsOf(loaded, 'guests-told-apart')).toMatchObject([{ level: 'info', count: 5 }]);
    expect(findingsOf(loaded, 'customer-placeholder')).toMatchObject([{ level: 'warning', count: 1 }]);
    expect(findingsOf(loaded, 'customer-placeholder')[0]!.message).toContain('20 in all');
  });

  it('and tests are set aside; masked ones are told of', async () => {
    await prepare(
      server,
      'create table tills (order_id text, customer_id text, customer_name text, order_date date, amount int)',
      `insert into tills values ('1', '散客', null, '2026-01-01', 100), ('2', 'B', 'TEST TEST', '2026-01-02', 99999), ('3', 'Guest', null, '2026-01-03', 30),
        ('4', 'C', 'Cat', '2026-01-04', 20), ('5', '138****0001', null, '2026-01-04', 5)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'tills' } });
    expect(await loaded.rows(revenue)).toEqual([
      { customer_id: '138****0001', revenue: 5 },
      { customer_id: 'C', revenue: 20 },
    ]);
    expect(findingsOf(loaded, 'customer-placeholder')).toMatchObject([{ count: 3 }]);
    expect(findingsOf(loaded, 'customer-masked')).toMatchObject([{ level: 'warning', count: 1 }]);
  });

  it('leave a table without any as it is', async () => {
    await prepare(
      server,
      'create table plain (order_id text, customer_id int, order_date date, amount int)',
      `insert into plain values ('1', 0, '2026-01-01', 1), ('2', 1, '2026-01-02', 2), ('3', 2, '2026-01-03', 3)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'plain' } });
    expect(await loaded.rows(revenue)).toEqual([
      { customer_id: '0', revenue: 1 },
      { customer_id: '1', revenue: 2 },
      { customer_id: '2', revenue: 3 },
    ]);
  });
});
