import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { codesOf, findingsOf, ingestFiles, type IngestSettings, lines } from '../ingest-files.ts';

async function refusal(files: Readonly<Record<string, string>>, settings: IngestSettings = {}): Promise<string> {
  try {
    await ingestFiles(files, settings);
  } catch (error) {
    if (error instanceof CrmEvalError) return `${error.code}: ${error.text.en} | ${error.text['zh-CN']}`;
    throw error;
  }
  return 'none';
}

const simple = lines(
  'order_id,customer_id,order_date,amount,currency',
  '1,A,2024-01-01,100,USD',
  '2,A,2024-02-01,100,EUR',
  '3,B,2024-02-02,15000,JPY',
  '4,B,2024-03-02,80,USD',
);

describe('amounts in several currencies', () => {
  it.each([
    ['of a column', { 'a.csv': simple }, 'EUR 100 (1), JPY 15,000 (1), USD 180 (2)'],
    [
      'of a Chinese column',
      { 'a.csv': lines('订单编号,客户编号,下单日期,金额,币种', '1,A,2024-01-01,100,人民币', '2,A,2024-01-02,50,美元') },
      'CNY 100 (1), USD 50 (1)',
    ],
    [
      'of cells',
      { 'a.csv': lines('order_id,customer_id,order_date,amount', '1,A,2024-01-01,$100', '2,B,2024-01-02,€80') },
      'EUR 80 (1), USD 100 (1)',
    ],
    [
      'of cells far down',
      {
        'a.csv': lines(
          'order_id,customer_id,order_date,amount',
          ...Array.from({ length: 1500 }, (_, at) => `${at},A,2024-01-01,$1`),
          'x,B,2024-01-02,£80',
        ),
      },
      'GBP 80 (1), USD 1,500 (1,500)',
    ],
    [
      'of two files',
      {
        'a.csv': lines('order_id,customer_id,order_date,Amount (USD)', '1,A,2024-01-01,100'),
        'b.csv': lines('order_id,customer_id,order_date,Amount (EUR)', '2,A,2024-01-01,50'),
      },
      'EUR 50 (1), USD 100 (1)',
    ],
    [
      'of a header and a column',
      {
        'a.csv': lines('订单编号,客户编号,下单日期,金额(美元)', '1,A,2024-01-01,100'),
        'b.csv': lines('订单编号,客户编号,下单日期,金额(元),币种', '2,A,2024-01-02,50,人民币'),
      },
      'CNY 50 (1), USD 100 (1)',
    ],
    [
      'of deals',
      {
        'deals.csv': lines(
          'Deal ID,Customer ID,Stage,Close Date,Amount,Currency',
          '1,A,Closed Won,2024-01-01,100,USD',
          '2,B,Closed Won,2024-01-02,50,EUR',
        ),
      },
      'EUR 50 (1), USD 100 (1)',
    ],
    [
      'of a customer list',
      { 'customers.csv': lines('客户编号,客户名称,累计销售额,币种', 'A,甲,100,CNY', 'B,乙,50,HKD') },
      'CNY 100 (1), HKD 50 (1)',
    ],
    [
      'of prices',
      {
        'a.csv': lines(
          'order_id,customer_id,order_date,quantity,unit_price,currency',
          '1,A,2024-01-01,2,100,USD',
          '2,A,2024-01-02,1,50,EUR',
        ),
      },
      'EUR 50 (1), USD 200 (1)',
    ],
  ])('%s are refused with the sums of each', async (_, files, sums) => {
    const text = await refusal(files);
    expect(text).toContain('currencies-mixed');
    expect(text).toContain(sums);
  });

  it.each([
    ['one value', lines('order_id,customer_id,order_date,amount,currency', '1,A,2024-01-01,100,usd', '2,B,2024-01-02,50,USD')],
    [
      'words of one currency',
      lines('订单编号,客户编号,下单日期,金额,币种', '1,A,2024-01-01,¥100,人民币', '2,B,2024-01-02,50元,RMB', '3,B,2024-01-02,50,CNY'),
    ],
    ['a general sign', lines('order_id,customer_id,order_date,amount,currency', '1,A,2024-01-01,$100,CAD', '2,B,2024-01-02,50,CAD')],
    ['no sign at all on some', lines('order_id,customer_id,order_date,amount', '1,A,2024-01-01,€100', '2,B,2024-01-02,50')],
    [
      'another currency on rows that do not count',
      lines(
        'order_id,customer_id,order_date,amount,currency,status',
        '1,A,2024-01-01,100,USD,paid',
        '2,B,2024-01-02,50,EUR,cancelled',
        '3,B,2024-01-02,0,JPY,paid',
      ),
    ],
    ['a note in brackets', lines('order_id,customer_id,order_date,amount', '1,A,2024-01-01,499.00（系统计算中）', '2,B,2024-01-02,$50')],
    ['other units', lines('order_id,customer_id,order_date,amount', '1,A,2024-01-01,$1k', '2,B,2024-01-02,$50', '3,B,2024-01-02,2.5m')],
  ])('are not seen in %s', async (_, text) => {
    const loaded = await ingestFiles({ 'orders.csv': text });
    expect(codesOf(loaded).filter((code) => code.startsWith('currenc'))).toEqual([]);
  });

  it('are converted once by rates, in amounts, prices and costs alike, and that is said', async () => {
    const loaded = await ingestFiles({ 'simple.csv': simple }, { rates: { to: 'USD', EUR: 1.1, JPY: 0.0067 } });
    expect(await loaded.column('orders', 'amount')).toEqual([100, 110, 100.5, 80]);
    expect(findingsOf(loaded, 'currency-converted')).toMatchObject([
      { level: 'info', message: expect.stringContaining('sums (rows) × rate: EUR 100 (1) × 1.1, JPY 15,000 (1) × 0.0067') },
    ]);
    const lineFile = lines(
      '订单编号,客户编号,下单日期,数量,单价,成本金额,币种',
      '1,A,2024-01-01,3,10,20,美元',
      '2,A,2024-01-02,1,50,30,人民币',
    );
    const priced = await ingestFiles({ 'a.csv': lineFile }, { rates: { to: 'CNY', USD: 7.1 } });
    expect(await priced.column('orders', 'amount')).toEqual([213, 50]);
    expect(await priced.column('orders', 'cost')).toEqual([142, 30]);
    expect(await priced.column('orders', 'profit')).toEqual([71, 20]);
    const cells = lines('order_id,customer_id,order_date,amount', '1,A,2024-01-01,$100', '2,B,2024-01-02,€80', '3,B,2024-01-02,"($1k)"');
    const marked = await ingestFiles({ 'a.csv': cells }, { rates: { to: 'EUR', USD: 0.5 } });
    expect(await marked.column('orders', 'amount')).toEqual([50, 80, -500]);
    const headed = await ingestFiles(
      { 'a.csv': lines('订单编号,客户编号,下单日期,金额(万美元)', '1,A,2024-01-01,2') },
      { rates: { to: 'CNY', USD: 7 } },
    );
    expect(await headed.column('orders', 'amount')).toEqual([140_000]);
  });

  it('are an error among the findings for who computes nothing', async () => {
    const loaded = await ingestFiles({ 'a.csv': simple }, { mixedCurrencies: 'told' });
    const [finding] = findingsOf(loaded, 'currencies-mixed');
    expect(finding).toMatchObject({
      level: 'error',
      count: 1,
      message: expect.stringContaining('EUR 100 (1), JPY 15,000 (1), USD 180 (2)'),
    });
    expect(finding?.fix).toContain('rates: {to: EUR');
  });

  it('without a rate are refused by name', async () => {
    expect(await refusal({ 'simple.csv': simple }, { rates: { to: 'USD', EUR: 1.1 } })).toContain('rate-missing: amounts are in JPY');
  });

  it('are a warning where money is only compared', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('order_id,customer_id,order_date,Amount (USD)', '1,A,2024-01-01,100'),
      'targets.csv': lines('Level,Owner,Year,Target (EUR)', 'company,all,2024,1000'),
    });
    const [finding] = findingsOf(loaded, 'currencies-differ');
    expect(finding).toMatchObject({ level: 'warning', message: expect.stringContaining('EUR 1,000 (1), USD 100 (1)') });
  });

  it('are those of the company where they stand beside', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,币种,金额,本位币金额', 'S1,C1,2024-01-01,USD,100,710', 'S2,C1,2024-01-02,CNY,50,50'),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([710, 50]);
    expect(codesOf(loaded)).toContain('amount-in-company-currency');
  });
});
