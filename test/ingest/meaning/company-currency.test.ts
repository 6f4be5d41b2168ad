import { expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows } from '../ingest-files.ts';

it('counts won deals in the currency of the company, by the flags of the export, whatever their stages are called', async () => {
  const loaded = await ingestFiles({
    'deals.csv': lines(
      'Record ID,Deal Name,Deal Stage,Close Date,Amount,Amount in company currency,Currency,Is Closed Won,Is closed lost,Associated Company',
      '1001,Alpha - New,Closed Won (Sales Pipeline),2024-01-05 10:00,1000,1000,USD,TRUE,FALSE,Alpha',
      '1002,Alpha - Renewal,Closed Won (Renewals),2024-03-05 10:00,2000,2160,EUR,TRUE,FALSE,Alpha',
      '1003,Beta - New,Closed Lost (Sales Pipeline),2024-02-05 10:00,900,900,USD,FALSE,TRUE,Beta',
      '1004,Beta - Upsell,Decision Maker Bought-In,2024-06-05 10:00,5000,5000,USD,FALSE,FALSE,Beta',
      '1005,Gamma - New,Contract signed,2024-02-15 10:00,700,700,USD,TRUE,FALSE,Gamma',
    ),
  });
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as amount from orders group by 1 order by 1`);
  expect(rows).toEqual([
    { customer_id: 'Alpha', amount: 3160 },
    { customer_id: 'Gamma', amount: 700 },
  ]);
  expect(await loaded.column('opportunities', 'state')).toEqual(['won', 'won', 'lost', 'open', 'won']);
  expect(findingsOf(loaded, 'amount-in-company-currency')[0]).toMatchObject({ level: 'info', column: 'Amount in company currency' });
  expect(codesOf(loaded)).not.toContain('word-unknown');
});

it('tells won from lost by "is closed" and "is won" together', async () => {
  const loaded = await ingestFiles({
    'opportunities.csv': lines(
      'id,account_id,amount,close_date,stage_name,is_closed,is_won',
      'O1,A,10,2024-01-01,Signed & sealed,true,true',
      'O2,A,20,2024-01-02,Gone,true,false',
      'O3,B,30,2024-01-03,Closed Won,false,false',
    ),
  });
  expect(await loaded.column('opportunities', 'state')).toEqual(['won', 'lost', 'open']);
});

it('takes 本位币金额 of orders in several currencies, and the refunds in it', async () => {
  const loaded = await ingestFiles({
    'orders.csv': lines('订单编号,客户编号,下单日期,币种,金额,本位币金额', 'S1,C1,2024-01-01,USD,100,710', 'S2,C1,2024-01-02,CNY,50,50'),
  });
  expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([710, 50]);
  const refunded = 'Order ID,Customer ID,Order Date,Currency,Amount,Amount Refunded,Converted Amount,Converted Amount Refunded,Status';
  const payments = await ingestFiles(
    {
      'payments.csv': lines(
        refunded,
        'py_1,cus_1,2024-01-01 10:00,eur,100,50,110,55,Paid',
        'py_2,cus_2,2024-01-02 10:00,usd,20,0,20,0,Paid',
      ),
    },
    { roles: { 'payments.csv': 'orders' } },
  );
  expect(inputOf(payments).sum_used).toBe(75);
});

it('keeps the amounts where the converted column has gaps, or where the user named the column', async () => {
  const head = '订单编号,客户编号,下单日期,金额,本位币金额';
  const gaps = await ingestFiles({ 'orders.csv': lines(head, 'S1,C1,2024-01-01,100,710', 'S2,C1,2024-01-02,50,') });
  expect(inputOf(gaps).sum_used).toBe(150);
  const named = await ingestFiles({ 'orders.csv': lines(head, 'S1,C1,2024-01-01,100,710') }, { map: ['orders.amount=金额'] });
  expect(inputOf(named).sum_used).toBe(100);
  expect(codesOf(named)).not.toContain('amount-in-company-currency');
});
