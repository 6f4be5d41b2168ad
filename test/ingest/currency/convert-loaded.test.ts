import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { codesOf, findingsOf, ingestFiles, type IngestSettings, lines } from '../ingest-files.ts';

async function refusal(text: string, rates: NonNullable<IngestSettings['rates']>): Promise<CrmEvalError> {
  try {
    await ingestFiles({ 'orders.csv': text }, { rates });
  } catch (error) {
    if (error instanceof CrmEvalError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

const dated = { to: 'CNY', USD: { '2024-01': 7, '2024-07-15': 8 }, EUR: 10 } as const;

describe('rates by date', () => {
  it('hold from their day until the next: the latest not after the order', async () => {
    const text = lines(
      'order_id,customer_id,order_date,amount,cost,currency',
      '1,A,2024-01-01,100,50,USD',
      '2,A,2024-07-14 23:59:59,100,50,USD',
      '3,A,2024-07-15,100,50,USD',
      '4,B,2025-01-01,1.5,1,USD',
      '5,B,2020-01-01,2,1,EUR',
      '6,B,2020-01-01,5,1,CNY',
    );
    const loaded = await ingestFiles({ 'orders.csv': text }, { rates: dated });
    expect(await loaded.column('orders', 'amount')).toEqual([700, 700, 800, 12, 20, 5]);
    expect(await loaded.column('orders', 'cost')).toEqual([350, 350, 400, 8, 10, 1]);
    expect(findingsOf(loaded, 'currency-converted')).toMatchObject([
      { level: 'info', count: 5, message: expect.stringContaining('EUR 2 (1) × 10, USD 301.5 (4) × 7–8 (2024-01-01 – 2024-07-15)') },
    ]);
  });

  it('of which there is none yet for an order refuse the run, with rows and money', async () => {
    const text = lines(
      'order_id,customer_id,order_date,amount,currency,status',
      '1,A,2023-12-31,100,USD,paid',
      '2,A,2023-11-30,20.5,USD,paid',
      '3,B,2023-11-01,7,USD,cancelled',
      '4,B,2024-07-15,100,USD,paid',
    );
    const error = await refusal(text, dated);
    expect(error).toMatchObject({ code: 'rate-missing', exit: 'usage' });
    expect(error.text.en).toBe(
      `${error.text.en.split(':')[0]}: amounts lie before the first rate to CNY; sums (rows): USD 120.5 (2), first rate of 2024-01-01`,
    );
    expect(error.text['zh-CN']).toContain('USD 120.5 (2), 首个汇率日期 2024-01-01');
    expect(error.fix?.en).toContain('add a rate of USD from 2023-11-30 on');
  });

  it('are the latest for totals without a date, which is a warning', async () => {
    const loaded = await ingestFiles(
      { 'customers.csv': lines('客户编号,客户名称,累计销售额,币种', 'A,甲,100,USD', 'B,乙,50,CNY') },
      { rates: dated },
    );
    expect(await loaded.column('customers', 'revenue')).toEqual([800, 50]);
    expect(findingsOf(loaded, 'currency-converted')).toMatchObject([
      { level: 'warning', message: expect.stringContaining('1 of them have no date and take the latest rate') },
    ]);
  });

  it('go by the day a deal closed', async () => {
    const deals = lines(
      'Deal ID,Customer ID,Stage,Close Date,Amount,Currency',
      '1,A,Closed Won,2024-07-14,10,USD',
      '2,B,Closed Won,2024-07-16,10,USD',
    );
    const loaded = await ingestFiles({ 'deals.csv': deals }, { rates: dated });
    expect(await loaded.column('opportunities', 'amount')).toEqual([70, 80]);
  });

  it('of an order hold for its lines that leave out currency and date', async () => {
    const text = lines(
      'order_id,customer_id,order_date,amount,currency,product',
      'S1,A,2024-02-01,100,USD,P1',
      'S1,,,50,,P2',
      ',,,25,,P3',
      'S2,B,2024-08-01,10,USD,P1',
      'S2,,,10,,P2',
      'S3,C,2024-08-02,7,CNY,P1',
    );
    const loaded = await ingestFiles({ 'orders.csv': text }, { rates: dated });
    expect(await loaded.column('orders', 'amount')).toEqual([700, 350, 175, 80, 80, 7]);
    expect(codesOf(loaded)).toContain('order-lines-filled');
  });
});

describe('one rate', () => {
  it('without a day holds before those that have one', async () => {
    const text = lines('order_id,customer_id,order_date,amount,currency', '1,A,2023-12-31,100,USD');
    const loaded = await ingestFiles({ 'orders.csv': text }, { rates: { to: 'CNY', USD: 6 } });
    expect(await loaded.column('orders', 'amount')).toEqual([600]);
  });

  it('makes nothing of an amount that it takes beyond a trillion', async () => {
    const text = lines('order_id,customer_id,order_date,amount,currency', '1,A,2023-12-31,900000000000,USD', '2,A,2023-12-31,1,USD');
    const loaded = await ingestFiles({ 'orders.csv': text }, { rates: { to: 'CNY', USD: 7 } });
    expect(await loaded.column('orders', 'amount')).toEqual([7]);
    expect(codesOf(loaded)).toContain('amount-missing');
  });
});
