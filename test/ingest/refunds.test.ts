import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { findingsOf, ingestFiles, type IngestedFiles, type IngestSettings, inputOf, lines } from './ingest-files.ts';

async function revenues(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by 1 order by 1`);
  return Object.fromEntries(rows.map((row) => [row['customer_id'], row['revenue']]));
}

/** Revenue a customer, and what was said: code, level and rows. */
async function read(
  files: Readonly<Record<string, string>>,
  settings: IngestSettings = {},
): Promise<{ revenue: Record<string, number>; said: [string, string, number][]; loaded: IngestedFiles }> {
  const loaded = await ingestFiles(files, settings);
  const quiet = ['amount-negative', 'customers-without-used-orders', 'order-id-missing', 'order-lines-filled'];
  const said = loaded.ingested.findings.filter(({ code }) => !quiet.includes(code));
  return { revenue: await revenues(loaded), said: said.map(({ code, level, count }) => [code, level, count]), loaded };
}

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
    expect(said).toEqual([['refund-once', 'warning', 1]]);
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
    const files = { 'sales.csv': sales, 'refunds.csv': lines('Order ID,Customer ID,Date,Amount', '2,B,2024-02-06,30') };
    const { revenue, said } = await read(files);
    expect(revenue).toEqual({ A: 100, B: 50, C: 60 });
    expect(said).toEqual([['rows-taken-for-returns', 'warning', 1]]);
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

describe('documents that are no sales', () => {
  it('are set aside by their type, and returns are subtracted', async () => {
    const { revenue, said } = await read({
      'ledger.csv': lines(
        'Date,Transaction Type,Num,Customer,Amount',
        '2024-01-05,Invoice,1,Ann,100',
        '2024-01-15,Payment,P1,Ann,-100',
        '2024-02-05,Estimate,E1,Bob,500',
        '2024-02-06,Sales Receipt,2,Bob,80',
        '2024-02-08,Credit Memo,3,Bob,-30',
        '2024-02-09,Refund,4,Ann,20',
      ),
    });
    expect(revenue).toEqual({ Ann: 80, Bob: 50 });
    expect(said).toEqual([
      ['no-sale', 'warning', 2],
      ['rows-taken-for-returns', 'info', 2],
    ]);
  });

  it('are set aside in Chinese, too', async () => {
    const { revenue } = await read({
      'orders.csv': lines(
        '单据编号,单据类型,客户,日期,金额',
        'A1,销售出库单,甲,2024-01-05,100',
        'A2,销售退货单,甲,2024-01-06,30',
        'A3,收款单,甲,2024-01-07,70',
        'A4,报价单,乙,2024-01-08,500',
        'A5,样品单,乙,2024-01-09,5',
        'A6,销售出库单,乙,2024-01-10,40',
      ),
    });
    expect(revenue).toEqual({ 乙: 40, 甲: 70 });
  });

  it('of a wallet: payments are the sales there, withdrawals are none', async () => {
    const { revenue } = await read(
      {
        'wallet.csv': lines(
          'Date,Name,Type,Status,Gross,Transaction ID,From Email Address',
          '2024-01-05,Ann,Express Checkout Payment,Completed,100,T1,a@x',
          '2024-01-06,Bob,Express Checkout Payment,Completed,50,T2,b@x',
          '2024-01-07,Ann,Payment Refund,Completed,-40,T3,a@x',
          '2024-01-08,,General Withdrawal,Completed,-60,T4,',
          '2024-01-09,Cid,Express Checkout Payment,Pending,70,T5,c@x',
        ),
      },
      { map: ['orders.amount=Gross', 'orders.customer_id=From Email Address'] },
    );
    expect(revenue).toEqual({ 'a@x': 60, 'b@x': 50 });
  });

  it('are those of a card processor that failed', async () => {
    const head = 'id,Description,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Captured';
    const { revenue } = await read({
      'orders.csv': lines(
        head,
        'ch_1,Payment,2024-01-10 03:00,100.00,0.00,usd,Paid,cus_A,true',
        'ch_4,Payment,2024-03-11 03:00,80.00,30.00,usd,Paid,cus_B,true',
        'ch_5,Payment,2024-03-12 03:00,60.00,60.00,usd,Refunded,cus_C,true',
        'ch_6,Payment,2024-03-13 03:00,70.00,0.00,usd,Failed,cus_C,false',
      ),
    });
    expect(revenue).toEqual({ cus_A: 100, cus_B: 50 });
  });
});

describe('a column that speaks of refunds or cancellations and is not read', () => {
  it('is a warning with its sum', async () => {
    const { revenue, loaded } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Chargeback Amount',
        '1,A,2024-01-05,100,0',
        '2,B,2024-01-06,80,45.5',
        '3,C,2024-02-07,60,',
      ),
    });
    expect(revenue).toEqual({ A: 100, B: 80, C: 60 });
    const [finding] = findingsOf(loaded, 'refund-column-unread');
    expect(finding).toMatchObject({ level: 'warning', count: 1, line: 3, column: 'Chargeback Amount' });
    expect(finding?.message).toContain('45.5 in all');
    expect(finding?.fix).toContain('--map orders.refunded_amount=Chargeback Amount');
  });

  it('is none where it repeats what is read, or speaks of rules, addresses and reasons', async () => {
    const { said } = await read({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Refund Amount,Total Online Refunded,退货地址,Return Policy,Returning Customer,支持退货',
        '1,A,2024-01-05,100,40,40,某地,30 days,Yes,是',
        '2,B,2024-01-06,80,0,0,某地,30 days,Yes,是',
      ),
    });
    expect(said).toEqual([['refund-column-netted', 'info', 1]]);
  });

  it('may be a word among others', async () => {
    const { said } = await read({
      'orders.csv': lines('订单号,客户编号,下单日期,金额,客服标记', '1,A,2024-01-05,100,已退款', '2,B,2024-01-06,80,'),
    });
    expect(said).toEqual([['refund-column-unread', 'warning', 1]]);
  });
});

describe('an order in process', () => {
  const orders = (status: string, other: string): string =>
    lines('Order ID,Customer ID,Order Date,Status,Order Total', `1,A,2024-01-05,${status},100`, `2,B,2024-01-06,${other},80`);

  it('is paid in a shop whose other words tell', async () => {
    const { revenue, said } = await read({ 'orders.csv': orders('processing', 'on-hold') });
    expect(revenue).toEqual({ A: 100 });
    expect(said).toEqual([]);
    expect((await read({ 'orders.csv': orders('wc-processing', 'wc-completed') })).revenue).toEqual({ A: 100, B: 80 });
  });

  it('counts elsewhere, with a warning', async () => {
    const { revenue, said } = await read({ 'orders.csv': orders('Processing', 'Delivered') });
    expect(revenue).toEqual({ A: 100, B: 80 });
    expect(said).toEqual([['status-processing', 'warning', 1]]);
    expect(
      (await read({ 'orders.csv': orders('Processing', 'Delivered') }, { map: ['orders.status.pending=Processing'] })).revenue,
    ).toEqual({ B: 80 });
  });
});
