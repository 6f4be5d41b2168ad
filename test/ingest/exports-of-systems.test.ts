import { describe, expect, it } from 'vitest';
import { lines } from './ingest-files.ts';
import { read } from './revenues.ts';

describe('exports of systems', () => {
  it('count an invoice that waits for its payment, or is closed, as the sale that it is', async () => {
    const xero = lines(
      'ContactName,InvoiceNumber,InvoiceDate,Quantity,UnitAmount,LineAmount,AccountCode,Status',
      'A,1,2024-01-12,1,250,250,200,Paid',
      'B,2,2024-02-02,4,120,480,200,Awaiting Payment',
      'C,3,2024-02-19,5,120,600,200,Voided',
      'C,4,2024-02-20,1,70,70,200,Awaiting Approval',
    );
    expect((await read({ 'invoices.csv': xero })).revenue).toEqual({ A: 250, B: 480 });
    const zoho = lines(
      'Invoice Number,Invoice Date,Customer Name,Invoice Status,Total',
      'I1,2024-01-08,A,Closed,100',
      'I2,2024-01-19,B,Overdue,50',
      'I3,2024-01-20,B,Draft,7',
    );
    expect((await read({ 'invoices.csv': zoho })).revenue).toEqual({ A: 100, B: 50 });
  });

  it('leave an order that waits for its payment out, and a closed one unknown', async () => {
    const orders = lines(
      'Order Number,Order Date,Customer,Status,Total',
      '1,2024-01-08,A,Completed,100',
      '2,2024-01-19,B,Awaiting Payment,50',
      '3,2024-01-20,C,Closed,7',
    );
    const { revenue, said } = await read({ 'orders.csv': orders });
    expect(revenue).toEqual({ A: 100 });
    expect(said.map(([code]) => code)).toContain('word-unknown');
  });

  it('are charges, not deals, where the status is that of a payment, and deals where it is that of a deal', async () => {
    const charges = lines(
      'id,created,customer,amount_cents,currency,status',
      'ch_1,2024-01-07,A,12550,usd,succeeded',
      'ch_2,2024-01-08,A,100,usd,failed',
    );
    expect((await read({ 'charges.csv': charges })).revenue).toEqual({ A: 125.5 });
    const deals = lines('id,created,customer,amount,currency,status', '1,2024-01-07,A,100,usd,Won', '2,2024-01-08,B,50,usd,Open');
    expect((await read({ 'export.csv': deals })).loaded.ingested.inputs[0]?.role).toBe('opportunities');
  });

  it('take the gross amount of movements of money, less refunds, and no payouts and fees', async () => {
    const movements = lines(
      'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,customer_id',
      't1,2024-01-05,usd,100,3.2,96.8,charge,A',
      't2,2024-01-12,usd,250,7.55,242.45,charge,B',
      't3,2024-01-15,usd,-339.25,0,-339.25,payout,',
      't4,2024-02-10,usd,-50,0,-50,refund,B',
      't5,2024-02-28,usd,-2,0,-2,fee,',
    );
    expect((await read({ 'balance.csv': movements })).revenue).toEqual({ A: 100, B: 200 });
  });

  it('take the untaxed amount of invoices with credit notes that are negative, in the currency of the company', async () => {
    const invoices = lines(
      'Number,Invoice Partner Display Name,Invoice/Bill Date,Currency,Untaxed Amount Signed,Total Signed,Payment Status,Status',
      'INV1,A,2024-01-10,EUR,1000,1200,Reversed,Posted',
      'RINV1,A,2024-02-08,EUR,-100,-120,Paid,Posted',
      'INV2,B,2024-02-09,USD,450,540,Not Paid,Posted',
      '/,B,2024-02-20,EUR,700,840,Not Paid,Draft',
    );
    expect((await read({ 'account.move.csv': invoices })).revenue).toEqual({ A: 900, B: 450 });
  });

  it('are in one currency where a column of the amount says that it is that of the company', async () => {
    const header = (company: string): string => `订单编号,客户编号,下单日期,币种,价税合计,${company}`;
    for (const company of ['价税合计(本位币)', '价税合计（本币）', '本位币价税合计', '价税合计（折人民币）']) {
      const { revenue, said } = await read({ 'a.csv': lines(header(company), '1,A,2024-01-01,USD,100,710', '2,A,2024-01-02,CNY,50,50') });
      expect([company, revenue, said]).toEqual([company, { A: 760 }, [['amount-in-company-currency', 'info', 1]]]);
    }
    for (const company of ['Total (Base)', 'Total (company currency)', 'Total in base currency', 'Total (converted)']) {
      const orders = lines(
        `order_id,customer_id,order_date,currency,Total,${company}`,
        '1,A,2024-01-01,USD,100,91',
        '2,A,2024-01-02,EUR,5,5',
      );
      expect([company, (await read({ 'a.csv': orders })).revenue]).toEqual([company, { A: 96 }]);
    }
  });

  it('are read in traditional characters as in simplified ones', async () => {
    const orders = lines(
      '訂單編號,客戶名稱,訂單日期,金額,訂單狀態',
      '1,永安公司,2024-01-05,100,已完成',
      '2,永安公司,2024-01-06,30,已取消',
      '3,德記洋行,2024-01-07,20,待付款',
      '4,德記洋行,2024-01-08,5,已付款',
      '合計,,,155,',
    );
    expect((await read({ '銷售記錄.csv': orders })).revenue).toEqual({ 永安公司: 100, 德記洋行: 5 });
  });
});

describe('orders without a column known as their amount', () => {
  it.each(['order_id,customer_id,order_date,memo', '订单编号,客户编号,下单日期,备注'])(
    'are a warning that names the option: %s',
    async (header) => {
      const { said } = await read({ 'orders.csv': lines(header, '1,A,2024-01-05,x', '2,B,2024-01-06,y') });
      expect(said).toContainEqual(['amount-column-missing', 'warning', 1]);
    },
  );
});
