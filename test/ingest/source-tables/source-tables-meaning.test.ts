import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, prepare, readTables } from '../warehouse/warehouse.ts';

describeWithPostgres('amounts of a table of orders', (server) => {
  it('count once an order where lines repeat the amount of their order, less what the order paid back', async () => {
    await prepare(
      server,
      'create table order_lines (order_id text, customer_id text, order_date date, sku text, quantity int, unit_price numeric(12,2), order_amount numeric(12,2), refunded_amount numeric(12,2))',
      `insert into order_lines values ('1', 'A', '2024-01-05', 'S1', 1, 100, 400, 40), ('1', 'A', '2024-01-05', 'S2', 1, 300, 400, 40),
        ('2', 'B', '2024-01-06', 'S1', 2, 100, 200, null)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'order_lines' } });
    expect(await loaded.rows('select customer_id, sum(amount) as amount from orders group by 1 order by 1')).toEqual([
      { customer_id: 'A', amount: 360 },
      { customer_id: 'B', amount: 200 },
    ]);
    expect(findingsOf(loaded, 'amount-per-order')[0]).toMatchObject({ level: 'info', column: 'order_amount' });
  });

  it('computed from unit prices are less the discount', async () => {
    await prepare(
      server,
      'create table details (order_id text, customer_id text, order_date date, quantity int, unit_price numeric(12,2), discount real)',
      `insert into details values ('1', 'A', '2024-01-05', 12, 14, 0), ('2', 'B', '2024-01-06', 35, 42.4, 0.15)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'details' } });
    expect(await loaded.column('orders', 'amount')).toEqual([168, 1261.4]);
    expect(findingsOf(loaded, 'discount-taken')).toMatchObject([{ level: 'info', column: 'discount' }]);
  });

  it('say by flags which deals are won', async () => {
    await prepare(
      server,
      'create table flagged (opportunity_id text, customer_id text, stage text, amount numeric(12,2), closed_on date, is_closed boolean, is_won boolean)',
      `insert into flagged values ('D1', 'C1', 'Signed, sealed', 100, '2026-02-01', true, true), ('D2', 'C1', 'Gone', 50, '2026-02-02', true, false)`,
    );
    const loaded = await readTables(server, { tables: { opportunities: 'flagged' } });
    expect(await loaded.rows('select opportunity_id, state from opportunities order by 1')).toEqual([
      { opportunity_id: 'D1', state: 'won' },
      { opportunity_id: 'D2', state: 'lost' },
    ]);
  });
});
