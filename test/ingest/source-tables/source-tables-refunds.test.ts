import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres-server.ts';
import { findingsOf, inputOf, prepare, readTables } from '../warehouse/warehouse.ts';

describeWithPostgres('refunds in tables of a database', (server) => {
  it('count once: in a column of either sign, in rows below zero, by a second status and by type', async () => {
    await prepare(
      server,
      `create table refunds (order_id text, customer_id text, order_date date, amount numeric(12,2), refunded_amount numeric(12,2), status text,
        refund_status text, doc_type text, is_test boolean, cancelled_at timestamp, cancelled text, chargeback_amount numeric(12,2))`,
      `insert into refunds values
        ('1', 'A', '2026-01-05', 100, -40, 'completed', '无', 'Invoice', false, null, null, 0),
        ('2', 'B', '2026-01-06', 80, 0, 'completed', '无', 'Invoice', false, null, null, 0),
        ('R2', 'B', '2026-01-07', -30, 0, 'refunded', '无', 'Invoice', false, null, null, 5),
        ('3', 'C', '2026-01-06', 70, 0, 'refunded', '无', 'Invoice', false, null, null, 0),
        ('R3', 'C', '2026-01-07', -70, 0, 'refunded', '无', 'Invoice', false, null, null, 0),
        ('4', 'D', '2026-01-06', 60, 0, 'completed', '退款成功', 'Invoice', false, null, null, 0),
        ('5', 'E', '2026-01-06', 50, 0, 'completed', '无', 'Invoice', false, null, null, 0),
        ('6', 'E', '2026-01-07', 20, 0, 'completed', '无', 'Credit Memo', false, null, null, 0),
        ('7', 'F', '2026-01-07', 999, 0, 'completed', '无', 'Invoice', true, null, null, 0),
        ('8', 'F', '2026-01-07', 90, 0, 'completed', '无', 'Invoice', false, '2026-01-08', null, 0)`,
    );
    const loaded = await readTables(server, { tables: { orders: 'refunds' }, lang: 'en' });
    expect(await loaded.rows('select customer_id, sum(amount) as revenue from orders group by 1 order by 1')).toEqual([
      { customer_id: 'A', revenue: 60 },
      { customer_id: 'B', revenue: 50 },
      { customer_id: 'E', revenue: 30 },
    ]);
    expect(inputOf(loaded).reasons).toEqual({ 'status-refunded': 2, 'refunded-marked': 1, 'test-order': 1, 'cancelled-marked': 1 });
    for (const code of ['refund-column-netted', 'rows-taken-for-returns', 'test-order', 'refund-column-unread'])
      expect(findingsOf(loaded, code)).toHaveLength(1);
  });

  it.each([
    [
      'of each line',
      'line_refund',
      'line_total',
      "('1', 'A', '2026-01-05', 'S1', 100, 30), ('1', 'A', '2026-01-05', 'S2', 50, 0), ('1', 'A', '2026-01-07', 'S2', -30, null)",
    ],
    [
      'of the order',
      '订单退款金额',
      '行金额',
      "('1', 'A', '2026-01-05', 'S1', 100, 30), ('1', 'A', '2026-01-05', 'S2', 50, 30), ('1', 'A', '2026-01-07', 'S2', -30, 30)",
    ],
  ])('are not taken off again by a line below zero: %s', async (_, refund, amount, rows) => {
    await prepare(
      server,
      'drop table if exists refunded_lines',
      `create table refunded_lines (order_id text, customer_id text, order_date date, sku text, "${amount}" numeric(12,2), "${refund}" numeric(12,2))`,
      `insert into refunded_lines values ${rows}, ('2', 'B', '2026-01-06', 'S1', 20, -5), ('2', 'B', '2026-01-06', 'S2', 40, ${refund === 'line_refund' ? 0 : -5})`,
    );
    const loaded = await readTables(server, {
      tables: { orders: 'refunded_lines' },
      map: [`orders.amount=${amount}`, `orders.refunded_amount=${refund}`],
      lang: 'en',
    });
    expect(await loaded.rows('select customer_id, sum(amount) as revenue from orders group by 1 order by 1')).toEqual([
      { customer_id: 'A', revenue: 120 },
      { customer_id: 'B', revenue: 55 },
    ]);
    expect(inputOf(loaded)).toMatchObject({ sum_read: 180, sum_used: 175, sum_set_aside: -30, taken_off: { refunds: 35 } });
    expect(findingsOf(loaded, 'refund-once')).toMatchObject([{ count: 1, level: 'warning' }]);
  });
});
