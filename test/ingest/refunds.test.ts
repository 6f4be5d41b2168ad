import { describe, expect, it } from 'vitest';
import { findingsOf, inputOf, lines } from './ingest-files.ts';
import { read } from './revenues.ts';

describe('a refund column', () => {
  it.each([
    ['below zero', 'order_id,customer_id,order_date,amount,refunded_amount', ['-40', '0', '-100']],
    ['above zero', '订单号,客户编号,下单日期,金额,退款金额', ['40', '0', '100']],
    ['of a shop that calls it a total', 'Order ID,Customer ID,Order Date,Grand Total,Total Refunded', ['40', '', '100']],
  ])('%s is taken off', async (_, head, refunds) => {
    const rows = refunds.map((refund, index) => `${index + 1},${'ABC'[index]!},2024-01-05,100,${refund}`);
    const { revenue, said } = await read({ 'orders.csv': lines(head, ...rows) });
    expect(revenue).toEqual({ A: 60, B: 100, C: 0 });
    expect(said).toEqual([['refund-column-netted', 'info', 2]]);
  });

  it('of a shop grid is read beside the total that is paid, not beside the subtotal', async () => {
    const { revenue } = await read({
      'grid.csv': lines(
        '"ID","Purchase Date","Customer Name","Subtotal","Grand Total (Base)","Status","Total Refunded"',
        '"000000123","Jan 5, 2024 10:11:12 PM","Ann A","95.00","$100.00","complete","0.00"',
        '"000000124","Feb 5, 2024 1:11:12 AM","Bob B","100.00","$105.00","complete","80.00"',
      ),
    });
    expect(revenue).toEqual({ 'Ann A': 100, 'Bob B': 25 });
  });

  it('of more than the amount is said with the money', async () => {
    const { revenue, loaded } = await read({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount,Refund Amount', '1,A,2024-01-05,60,75', '2,A,2024-01-05,100,0'),
    });
    expect(revenue).toEqual({ A: 85 });
    const [finding] = findingsOf(loaded, 'refund-exceeds-amount');
    expect(finding).toMatchObject({ level: 'warning', count: 1, line: 2 });
    expect(finding?.message).toContain('15 more');
  });

  it('that calls itself Refunded may hold money, or say yes and no', async () => {
    const head = 'Order ID,Customer ID,Order Date,Amount,Refunded';
    const money = await read({ 'orders.csv': lines(head, '1,A,2024-01-05,100,0', '2,B,2024-01-06,80,-35.50') });
    expect(money.revenue).toEqual({ A: 100, B: 44.5 });
    const flags = await read({ 'orders.csv': lines(head, '1,A,2024-01-05,100,No', '2,B,2024-01-06,80,Yes') });
    expect(flags.revenue).toEqual({ A: 100 });
    expect(flags.said).toEqual([['refunded-marked', 'info', 1]]);
  });

  it('and a row of its own for the same refund are taken off once', async () => {
    const { revenue, said, loaded } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Refund Amount',
        '1,A,2024-01-05,100,40',
        '1R,A,2024-02-05,-40,',
        '2,B,2024-01-06,80,',
      ),
    });
    expect(revenue).toEqual({ A: 60, B: 80 });
    expect(said).toContainEqual(['refund-once', 'warning', 1]);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 3, rows_used: 2, rows_set_aside: 1, sum_read: 140, sum_used: 140 });
  });
});

describe('a refund of an order that stands on each of its lines', () => {
  const english = 'Order ID,Customer ID,Order Date,SKU,Line Total,Order Refund Amount';
  const chinese = '订单号,客户编号,下单日期,商品编码,行金额,订单退款金额';
  const others = ['2,B,2024-01-06,S1,20,5', '2,B,2024-01-06,S2,40,5', '3,C,2024-01-06,S1,20,0', '3,C,2024-01-06,S2,10,0'];

  it.each([
    ['above zero', ['1,A,2024-01-05,S1,100,30', '1,A,2024-01-05,S2,50,30', '1,A,2024-01-07,S2,-30,30']],
    ['below zero, the line below zero first', ['1,A,2024-01-07,S2,-30,-30', '1,A,2024-01-05,S1,100,-30', '1,A,2024-01-05,S2,50,-30']],
    ['blank beside the line below zero', ['1,A,2024-01-05,S1,100,30', '1,A,2024-01-05,S2,50,30', '1,A,2024-01-07,S2,-30,']],
    ['on its first line only', ['1,A,2024-01-05,S1,100,30', '1,A,2024-01-05,S2,50,', '1,A,2024-01-07,S2,-30,']],
  ])('is off once beside a line below zero: %s', async (_, rows) => {
    for (const head of [english, chinese]) {
      const { revenue, said, loaded } = await read({ 'orders.csv': lines(head, ...rows, ...others) });
      expect(revenue).toEqual({ A: 120, B: 55, C: 30 });
      expect(said).toContainEqual(['refund-once', 'warning', 1]);
      expect(inputOf(loaded)).toMatchObject({ sum_read: 210, sum_used: 205, sum_set_aside: -30, taken_off: { refunds: 35 } });
    }
  });

  it('is not off an order of nothing but returns', async () => {
    const rows = ['1,A,2024-01-05,S1,-10,30', '1,A,2024-01-05,S2,-20,30'];
    for (const head of [english, chinese]) {
      const { revenue, said } = await read({ 'orders.csv': lines(head, ...rows, ...others) });
      expect(revenue).toEqual({ A: -30, B: 55, C: 30 });
      expect(said).toContainEqual(['refund-column-netted', 'info', 1]);
    }
  });
});

describe('a row below zero', () => {
  it('counts where its sale counts, whatever its status', async () => {
    const { revenue, said, loaded } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Status,Amount',
        '1,A,2024-01-05,Completed,100',
        'R1,A,2024-02-05,Refunded,-100',
        '2,B,2024-01-06,Completed,80',
        'R2,B,2024-02-06,Refunded,-30',
        '3,C,2024-02-07,Completed,60',
        '4,D,2024-01-06,Completed,90',
        'X4,D,2024-02-06,Cancelled,-40',
      ),
    });
    expect(revenue).toEqual({ A: 0, B: 50, C: 60, D: 50 });
    expect(said).toEqual([
      ['refund-rows-counted', 'info', 2],
      ['refund-rows-counted', 'warning', 1],
    ]);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 7, sum_read: 160, sum_used: 160 });
  });

  it('is judged by its status where the user says so', async () => {
    const { revenue } = await read(
      {
        'orders.csv': lines('订单号,客户编号,下单日期,订单状态,金额', '1,A,2024-01-05,已完成,100', 'T1,A,2024-02-05,已取消,-100'),
      },
      { map: ['orders.amount.refunds=by-status'] },
    );
    expect(revenue).toEqual({ A: 100 });
  });

  it('does not count again where its sale is left out as refunded', async () => {
    const { revenue, said, loaded } = await read({
      'orders.csv': lines(
        '订单号,客户编号,下单日期,订单状态,金额',
        '1,A,2024-01-05,已退款,100',
        'T1,A,2024-02-05,已退款,-100',
        '2,B,2024-01-06,已退款,70',
        'T2,B,2024-02-06,已完成,-70',
        '3,C,2024-01-06,已取消,50',
        '3,C,2024-01-06,已取消,-5',
        '4,D,2024-01-06,已完成,10',
      ),
    });
    expect(revenue).toEqual({ D: 10 });
    expect(said).toEqual([
      ['refund-once', 'warning', 1],
      ['money-left-out', 'warning', 5],
    ]);
    expect(inputOf(loaded).sum_used).toBe(10);
  });

  it('of another amount than its sale that is marked refunded counts with the sale, and that is said', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Status,Amount', '2,B,2024-01-06,Refunded,80', '2,B,2024-02-06,Refunded,-30'),
    });
    expect(revenue).toEqual({ B: 50 });
    expect(said).toContainEqual(['refund-rows-unclear', 'warning', 1]);
  });

  it('that cannot count for want of a customer is said with what is not taken off', async () => {
    const { said } = await read({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,A,2024-01-06,80', '2,,2024-02-06,-30'),
    });
    expect(said).toContainEqual(['set-aside-negative', 'warning', 1]);
  });
});

describe('a row that points at another order', () => {
  it('is a return where none of its kind is below zero, and where its header says so', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines(
        'Order ID,Original Order,Customer ID,Order Date,Amount',
        '1,,A,2024-01-05,100',
        'R1,1,A,2024-02-05,30',
        '2,,B,2024-02-07,60',
      ),
    });
    expect(revenue).toEqual({ A: 70, B: 60 });
    expect(said).toEqual([['rows-taken-for-returns', 'warning', 1]]);
    const chinese = await read({
      'orders.csv': lines('单号,退货原单号,客户,日期,金额', '1,,甲,2024-01-05,100', 'T1,1,甲,2024-02-05,30'),
    });
    expect(chinese.revenue).toEqual({ 甲: 70 });
  });

  it('above zero stays a sale beside such rows below zero, or where the user says so, and that is said', async () => {
    const head = '单号,原单号,客户,日期,金额';
    const mixed = await read({ 'orders.csv': lines(head, '1,,甲,2024-01-05,100', 'T1,1,甲,2024-02-05,-50', 'H1,1,甲,2024-02-06,20') });
    expect(mixed.revenue).toEqual({ 甲: 70 });
    expect(mixed.said).toEqual([['refund-rows-unclear', 'warning', 1]]);
    const said = await read(
      { 'orders.csv': lines(head, '1,,甲,2024-01-05,100', 'T1,1,甲,2024-02-05,50') },
      { map: ['orders.original_order_id.rows=sales'] },
    );
    expect(said.revenue).toEqual({ 甲: 150 });
  });
});

describe('a list of returns', () => {
  const sales = lines('Order ID,Customer ID,Order Date,Amount', '1,A,2024-01-05,100', '2,B,2024-01-06,80', '3,C,2024-02-07,60');

  it('takes off what was paid back, not what was refused', async () => {
    const { revenue, said } = await read({
      'sales.csv': sales,
      'list.csv': lines('Order ID,Refund Date,Refund Amount,Status', '2,2024-02-06,-30,completed', '3,2024-02-06,-30,rejected'),
    });
    expect(revenue).toEqual({ A: 100, B: 50, C: 60 });
    expect(said).toEqual([['returns-netted', 'info', 1]]);
  });

  it('takes nothing off twice that the orders have taken off themselves', async () => {
    const list = lines('退货单号,原订单号,退货日期,退货金额', 'T1,2,2024-02-06,30');
    const byRow = await read({ 'sales.csv': `${sales}2,B,2024-02-07,-30\n`, '退货单.csv': list });
    expect(byRow.revenue).toEqual({ A: 100, B: 50, C: 60 });
    expect(byRow.said).toEqual([['refund-once', 'warning', 1]]);
    const byColumn = await read({
      'sales.csv': lines('Order ID,Customer ID,Order Date,Amount,Refund Amount', '2,B,2024-01-06,80,10', '3,C,2024-02-07,60,0'),
      '退货单.csv': list,
    });
    expect(byColumn.revenue).toEqual({ B: 50, C: 60 });
  });

  it('in the shape of orders is told by its name, and subtracted', async () => {
    const byOrder = await read({ 'sales.csv': sales, 'refunds.csv': lines('Order ID,Customer ID,Date,Amount', '2,B,2024-02-06,30') });
    expect(byOrder.revenue).toEqual({ A: 100, B: 50, C: 60 });
    expect(byOrder.said).toEqual([['returns-netted', 'info', 1]]);
    const byCustomer = await read({ 'sales.csv': sales, '退款明细.csv': lines('客户编号,日期,金额', 'B,2024-02-06,30') });
    expect(byCustomer.revenue).toEqual({ A: 100, B: 50, C: 60 });
    expect(byCustomer.said).toEqual([['rows-taken-for-returns', 'warning', 1]]);
  });

  it('that takes off more than an order is worth is said', async () => {
    const { said } = await read({ 'sales.csv': sales, 'list.csv': lines('Order ID,Refund Date,Refund Amount', '2,2024-02-06,95') });
    expect(said).toContainEqual(['refund-exceeds-amount', 'warning', 1]);
  });
});

describe('columns beside the status', () => {
  it('leave out what was paid back, and say what is open, in the words of Chinese shops', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines(
        '订单号,客户编号,下单时间,订单状态,售后状态,订单金额,退款金额',
        '1,A,2024-01-05,交易成功,无售后或售后取消,100,0',
        '2,A,2024-01-06,交易成功,退款成功,80,80',
        '3,B,2024-02-06,交易成功,退款成功,100,20',
        '4,B,2024-02-07,交易成功,售后处理中,60,0',
        '5,C,2024-02-07,交易关闭,退款成功,60,60',
      ),
    });
    expect(revenue).toEqual({ A: 100, B: 140 });
    expect(said).toEqual([
      ['refunded-marked', 'info', 1],
      ['refund-column-netted', 'info', 1],
      ['refund-open', 'warning', 1],
    ]);
  });

  it('may be the state of the payment', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Order Status,Financial Status,Total',
        '1,A,2024-01-05,Fulfilled,paid,100',
        '2,A,2024-02-05,Fulfilled,refunded,50',
        '3,B,2024-01-06,Fulfilled,partially_refunded,80',
        '4,C,2024-02-06,Fulfilled,voided,30',
        '5,C,2024-02-07,Fulfilled,pending,60',
      ),
    });
    expect(revenue).toEqual({ A: 100, B: 80, C: 60 });
    expect(said).toEqual([
      ['refunded-marked', 'info', 1],
      ['payment-failed', 'info', 1],
      ['refund-partial-unknown', 'warning', 1],
    ]);
  });

  it('may be a date of cancellation, a mark of it, or a mark of a test', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines(
        '订单号,客户编号,下单时间,金额,是否测试订单,取消时间,是否作废',
        '1,A,2024-01-05,100,否,,否',
        '2,B,2024-01-06,80,是,,否',
        '3,C,2024-02-07,60,否,2024-02-08 10:00,否',
        '4,D,2024-02-07,60,否,,是',
      ),
    });
    expect(revenue).toEqual({ A: 100 });
    expect(said).toEqual([
      ['test-order', 'info', 1],
      ['cancelled-marked', 'warning', 2],
      ['money-left-out', 'warning', 2],
    ]);
  });

  it('do not cancel what is closed because it is done', async () => {
    const { revenue } = await read({
      'orders.csv': lines(
        '订单号,客户编号,下单时间,金额,订单状态,关闭时间',
        '1,A,2024-01-05,100,交易成功,2024-01-20',
        '2,B,2024-01-06,80,交易成功,2024-01-21',
      ),
    });
    expect(revenue).toEqual({ A: 100, B: 80 });
  });

  it('of a shop: cancelled orders, refunds in part and lines below', async () => {
    const { revenue } = await read({
      'shop.csv': lines(
        'Name,Email,Financial Status,Created at,Total,Cancelled at,Refunded Amount,Lineitem name,Lineitem quantity,Lineitem price',
        '#1,a@x.com,paid,2024-01-05 10:00:00 +0000,100,,0,X,1,100',
        '#2,b@x.com,refunded,2024-02-05 10:00:00 +0000,80,2024-02-06 10:00:00 +0000,80,X,1,80',
        '#3,b@x.com,partially_refunded,2024-02-07 10:00:00 +0000,80,,30,X,1,40',
        '#3,b@x.com,,2024-02-07 10:00:00 +0000,,,,Y,1,40',
        '#4,c@x.com,paid,2024-02-07 10:00:00 +0000,70,2024-02-08 10:00:00 +0000,0,X,1,70',
      ),
    });
    expect(revenue).toEqual({ 'a@x.com': 100, 'b@x.com': 50 });
  });

  it('that hold something else are passed over', async () => {
    const { revenue, said } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Mode,Type,Test',
        '1,A,2024-01-05,100,Air,Consumer,TSH',
        '2,B,2024-01-06,80,Road,Corporate,T4',
      ),
    });
    expect(revenue).toEqual({ A: 100, B: 80 });
    expect(said).toEqual([]);
  });
});
