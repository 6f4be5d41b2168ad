import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, prepare, readTables } from '../warehouse/warehouse.ts';

describeWithPostgres('one number of two orders of a table', (server) => {
  it('is two where they are far apart, and is said where customers share it', async () => {
    await prepare(
      server,
      'create table reused (order_id text, customer_id text, order_date date, amount numeric(12,2))',
      `insert into reused values ('1001', 'a@x.com', '2023-01-05', 100), ('1002', 'b@x.com', '2023-02-05', 50), ('1001', 'a@x.com', '2024-01-05', 60),
        ('1001', 'a@x.com', '2024-01-06', 10), ('1002', 'c@x.com', '2024-02-05', 60)`,
      `insert into reused select 'N' || i, 'a@x.com', '2023-06-01', 1 from generate_series(1, 60) as i`,
    );
    const loaded = await readTables(server, { tables: { orders: 'reused' } });
    expect(
      await loaded.rows(
        `select order_id, customer_id, sum(amount) as amount from orders where order_id not like 'N%' group by 1, 2 order by 1, 2`,
      ),
    ).toEqual([
      { order_id: '1001', customer_id: 'a@x.com', amount: 100 },
      { order_id: '1001 (2)', customer_id: 'a@x.com', amount: 70 },
      { order_id: '1002', customer_id: 'b@x.com', amount: 50 },
      { order_id: '1002', customer_id: 'c@x.com', amount: 60 },
    ]);
    expect(findingsOf(loaded, 'order-number-reused')).toMatchObject([{ level: 'info', count: 1, value: '1001' }]);
    expect(findingsOf(loaded, 'order-number-shared')).toMatchObject([{ level: 'info', count: 1, value: '1002' }]);
  });

  it('is one where it is one', async () => {
    await prepare(
      server,
      'create table plain_orders (order_id int, customer_id text, order_date timestamp, amount numeric(12,2))',
      `insert into plain_orders values (1, 'A', '2024-01-05', 100), (1, 'A', '2024-02-05', 50), (2, 'B', '2024-01-05', 10)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'plain_orders' } });
    expect(await loaded.rows('select count(distinct order_id) as n from orders')).toEqual([{ n: 2 }]);
    expect(findingsOf(loaded, 'order-number-shared')).toEqual([]);
  });
});
