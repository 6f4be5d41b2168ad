import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, rejectsOf } from './ingest-files.ts';

function ordersIn(statuses: readonly string[]): string {
  return lines(
    '订单编号,客户编号,下单日期,金额,订单状态',
    ...statuses.map((status, index) => `S${index + 1},C1,2026-01-01,${10 ** index},"${status}"`),
  );
}

describe('the status of an order', () => {
  it('decides whether it counts, in the words of Chinese shops', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ordersIn([
        '交易成功',
        '等待买家付款',
        '交易关闭',
        '付款以后用户退款成功，交易自动关闭',
        '卖家已发货，等待买家确认',
        ' 已完成 ',
      ]),
    });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S5', 'S6']);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 6,
      rows_used: 3,
      rows_set_aside: 3,
      rows_rejected: 0,
      reasons: { 'status-pending': 1, 'status-cancelled': 1, 'status-refunded': 1 },
      sum_read: 111_111,
      sum_used: 110_001,
    });
    expect((await rejectsOf(loaded)).map(({ line, code, effect }) => [line, code, effect])).toEqual([
      [3, 'status-pending', 'set-aside'],
      [4, 'status-cancelled', 'set-aside'],
      [5, 'status-refunded', 'set-aside'],
    ]);
  });

  it('decides whether it counts, in English and in any case', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ordersIn(['Delivered', 'CLOSED WON', 'Cancelled', 'canceled', 'refunded', 'Draft', 'Paid']),
    });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S2', 'S7']);
  });

  it('that is unknown sets the order aside and is reported with its word, never guessed', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersIn(['已完成', '已归档', '已归档', '3', '', '取消中']) });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S5']);
    expect(inputOf(loaded)).toMatchObject({
      rows_used: 2,
      rows_set_aside: 4,
      reasons: { 'status-unknown': 4 },
      sum_read: 111_111,
      sum_used: 10_001,
    });
    const unknown = findingsOf(loaded, 'word-unknown');
    expect(unknown.map(({ value, count, line, column }) => ({ value, count, line, column }))).toEqual([
      { value: '已归档', count: 2, line: 3, column: '订单状态' },
      { value: '3', count: 1, line: 5, column: '订单状态' },
      { value: '取消中', count: 1, line: 7, column: '订单状态' },
    ]);
    expect(new Set(unknown.map(({ message }) => message)).size).toBe(1);
    expect(unknown[0]?.message).toContain('"已归档" (2)');
    expect(unknown[0]?.fix).toContain('--map orders.status.<completed|pending|cancelled|refunded|partly_refunded|no_sale>=已归档');
  });

  it('is understood as the user says', async () => {
    const loaded = await ingestFiles(
      { 'orders.csv': ordersIn(['已完成', '已归档', '3', '取消中', '交易成功']) },
      {
        map: [
          'orders.status.completed=已归档',
          'orders.status.completed=3',
          'orders.status.cancelled=取消中',
          'orders.status.pending=交易成功',
        ],
      },
    );
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S2', 'S3']);
    expect(inputOf(loaded).reasons).toEqual({ 'status-cancelled': 1, 'status-pending': 1 });
    expect(findingsOf(loaded, 'word-unknown')).toEqual([]);
  });

  it('is understood where a word first stands after the first thousand records', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单编号,客户编号,下单日期,金额,订单状态',
        ...Array.from({ length: 1200 }, (_, index) => `S${index},C1,2026-01-01,1,已完成`),
        'L1,C1,2026-01-01,100,交易成功',
        'L2,C1,2026-01-01,1000,已取消',
      ),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1201, rows_set_aside: 1, reasons: { 'status-cancelled': 1 }, sum_used: 1300 });
    expect(codesOf(loaded)).toEqual(['line-duplicate'].filter((code) => codesOf(loaded).includes(code)));
  });

  it('that no customer has used up is said', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,金额,订单状态', 'S1,C1,2026-01-01,1,已取消', 'S2,C2,2026-01-01,1,已完成'),
    });
    expect(findingsOf(loaded, 'customers-without-used-orders')).toMatchObject([{ count: 1, level: 'info' }]);
  });
});

describe('won opportunities', () => {
  const deals = lines(
    'Opportunity ID,Account,Deal Stage,Close Value,Close Date,Sales Agent,Product',
    'D1,Acme,Won,100,3/1/2017,Ann,GTX Pro',
    'D2,Acme,Lost,0,3/20/2017,Ann,GTX Pro',
    'D3,Bolt,Engaging,,,Bob,MG Special',
    'D4,Bolt,Closed Won,250,2/15/2017,Bob,GTXPro',
    'D5,,Won,70,2/16/2017,Bob,MG Special',
    'D6,Acme,Warm,5,4/1/2017,Bob,MG Special',
    'D7,Acme,赢单,50,1/2/2017,Cid,MG Special',
    'D8,Acme,Nearly closed,9,4/2/2017,Cid,MG Special',
  );

  it('count as orders where there are none, dated on the day they closed, and that is said', async () => {
    const loaded = await ingestFiles({ 'pipeline.csv': deals });
    expect(await orderRows(loaded)).toEqual([
      { order_id: 'D1', customer_id: 'Acme', ordered_at: '2017-03-01 00:00:00', amount: 100 },
      { order_id: 'D4', customer_id: 'Bolt', ordered_at: '2017-02-15 00:00:00', amount: 250 },
      { order_id: 'D7', customer_id: 'Acme', ordered_at: '2017-01-02 00:00:00', amount: 50 },
    ]);
    expect(await loaded.column('orders', 'rep')).toEqual(['Ann', 'Bob', 'Cid']);
    expect(findingsOf(loaded, 'orders-from-opportunities')).toHaveLength(1);
    expect(inputOf(loaded, 'opportunities')).toMatchObject({ rows_read: 8, rows_used: 8 });
    expect(loaded.ingested.asOf).toBe('2017-03-01');
  });

  it('do not count beside orders', async () => {
    const loaded = await ingestFiles({
      'pipeline.csv': deals,
      'orders.csv': lines('Order ID,Customer,Order Date,Amount', '1,Acme,2017-05-01,5'),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([5]);
    expect(findingsOf(loaded, 'orders-from-opportunities')).toEqual([]);
  });

  it('take their state from the stage; one that speaks of closing and says neither is reported', async () => {
    const loaded = await ingestFiles({ 'pipeline.csv': deals });
    expect(await loaded.column('opportunities', 'state')).toEqual(['won', 'lost', 'open', 'won', 'won', 'open', 'won', null]);
    expect(findingsOf(loaded, 'word-unknown')).toMatchObject([{ value: 'Nearly closed', count: 1, level: 'warning', line: 9 }]);
  });

  it('are won by the word the user names', async () => {
    const loaded = await ingestFiles({ 'pipeline.csv': deals }, { map: ['opportunities.state.won=Warm'] });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['D1', 'D4', 'D6', 'D7']);
  });
});
