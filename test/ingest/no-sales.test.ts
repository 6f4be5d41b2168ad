import { describe, expect, it } from 'vitest';
import { findingsOf, lines } from './ingest-files.ts';
import { read } from './revenues.ts';

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
