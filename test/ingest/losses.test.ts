// @module-tag slow
import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, inputOf, rejectsOf } from './ingest-files.ts';

describe('what does not count is said', () => {
  it('for won deals without a customer, an amount or a closing date', async () => {
    const loaded = await ingestFiles({
      'opportunities.csv': [
        'opportunity_id,account,deal_stage,close_date,close_value',
        '1,A,Won,2026-01-01,100',
        '2,,Won,2026-01-02,500',
        '3,B,Won,2026-01-03,',
        '4,B,Won,,70',
        '5,C,Lost,2026-01-03,0',
      ].join('\n'),
    });
    expect(findingsOf(loaded, 'deal-incomplete').map((finding) => [finding.count, finding.line])).toEqual([
      [1, 3],
      [1, 4],
      [1, 5],
    ]);
  });

  it('for deals won after the as-of date', async () => {
    const loaded = await ingestFiles(
      {
        'opportunities.csv': [
          'opportunity_id,account,deal_stage,close_date,close_value',
          '1,A,Won,2026-01-01,100',
          '2,A,Won,2026-05-01,900',
        ].join('\n'),
      },
      { asOf: '2026-03-01' },
    );
    expect(findingsOf(loaded, 'deal-after-as-of')[0]).toMatchObject({ count: 1, line: 3 });
  });

  it('for amounts that a list of returns takes off', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ['order_id,customer_id,order_date,amount', '1,A,2026-01-01,100', '2,B,2026-01-02,70'].join('\n'),
      'returns.csv': ['退货,订单编号,退款金额', '是,1,30'].join('\n'),
    });
    expect(findingsOf(loaded, 'returns-netted')[0]).toMatchObject({ count: 1 });
    expect((await loaded.column('orders', 'amount')).reduce((sum: number, amount) => sum + Number(amount), 0)).toBe(140);
  });

  it('for rows without a customer', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ['order_id,customer_id,order_date,amount', '1,,2026-01-01,100', '2,B,2026-01-02,70'].join('\n'),
    });
    expect(findingsOf(loaded, 'customer-missing')[0]).toMatchObject({ level: 'warning', count: 1, line: 2 });
  });

  it.each([
    ['no customer', ['1,,2026-01-01,11,paid', '2,B,2026-01-02,89,paid'], 11, 'no customer; 89% (89) counts'],
    ['a placeholder for the customer', ['1,guest,2026-01-01,11,paid', '2,B,2026-01-02,89,paid'], 11, 'test …); 89% (89) counts'],
    [
      'no date, and a status that is not understood',
      ['1,A,,30,paid', '2,B,2026-01-02,40,paid', '3,C,2026-01-02,30,zorp'],
      60,
      'only 40% (40) counts',
    ],
  ])('for a large share of the money of orders with %s, with the share, and what counts', async (_, rows, money, counts) => {
    const file = { 'orders.csv': ['order_id,customer_id,order_date,amount,status', ...rows].join('\n') };
    const [finding] = findingsOf(await ingestFiles(file), 'money-left-out');
    expect(finding).toMatchObject({ level: 'warning', count: rows.length - 1, money });
    expect(finding?.message).toContain(`rows with ${money}% (${money}) of the money of the orders are in no figure: `);
    expect(finding?.message).toMatch(new RegExp(`${counts.replaceAll(/[()]/g, '\\$&')}$`));
  });

  it('with what is cancelled or not yet paid beside what lacks something, and together', async () => {
    const rows = ['1,,2026-01-01,3400,paid', '2,B,2026-01-02,1700,paid', '3,B,2026-01-02,2000,cancelled', '4,C,2026-01-02,2900,pending'];
    const file = { 'orders.csv': ['order_id,customer_id,order_date,amount,status', ...rows].join('\n') };
    const [finding] = findingsOf(await ingestFiles(file), 'money-left-out');
    expect(finding).toMatchObject({ level: 'warning', count: 1, money: 3400 });
    expect(finding?.message).toBe(
      'rows with 34% (3,400) of the money of the orders are in no figure: no customer; 49% (4,900) more is cancelled or still open; only 17% (1,700) counts',
    );
  });

  it('where no half of the money counts, whatever the reason', async () => {
    const rows = ['1,A,2026-01-01,510,cancelled', '2,B,2026-01-02,490,paid'];
    const file = { 'orders.csv': ['order_id,customer_id,order_date,amount,status', ...rows].join('\n') };
    const [finding] = findingsOf(await ingestFiles(file), 'money-left-out');
    expect(finding).toMatchObject({ level: 'warning', count: 1, money: 510 });
    expect(finding?.message).toBe('rows with 51% (510) of the money of the orders are cancelled; only 49% (490) counts');
    expect(finding?.fix).toContain('--map orders.status.completed=WORD');
  });

  it('not of rows beyond the as-of date', async () => {
    const rows = [
      '1,A,2026-01-01,100,paid',
      '2,B,2026-03-02,900,paid',
      '3,,2026-01-01,10,paid',
      '4,D,2026-03-02,900,cancelled',
      '5,,2026-03-02,900,paid',
    ];
    const file = { 'orders.csv': ['order_id,customer_id,order_date,amount,status', ...rows].join('\n') };
    // 10 of 110: the rows of 900 are of a later day, whatever else keeps them from counting.
    expect(findingsOf(await ingestFiles(file, { asOf: '2026-02-01' }), 'money-left-out')).toEqual([]);
  });

  it.each([
    ['is cancelled, says the status', ['1,A,2026-01-01,500,cancelled', '2,B,2026-01-02,500,paid']],
    ['is a small share', ['1,,2026-01-01,9,paid', '2,B,2026-01-02,91,paid']],
    ['is paid back', ['1,,2026-01-01,-50,paid', '2,B,2026-01-02,91,paid']],
  ])('without a share where what does not count %s', async (_, rows) => {
    const loaded = await ingestFiles({ 'orders.csv': ['order_id,customer_id,order_date,amount,status', ...rows].join('\n') });
    expect(findingsOf(loaded, 'money-left-out')).toEqual([]);
  });

  it('for a single date far behind a hundred others', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `S${index},C${index % 5},2026-0${(index % 6) + 1}-15,10`);
    const loaded = await ingestFiles({
      'orders.csv': ['order_id,customer_id,order_date,amount', ...lines, 'S999,C1,2026-12-15,10'].join('\n'),
    });
    expect(loaded.ingested.asOf).toBe('2026-12-15');
    expect(findingsOf(loaded, 'date-isolated')[0]).toMatchObject({ value: '2026-12-15', count: 1 });
  });

  it('for files that end long before the as-of date', async () => {
    const files = { 'orders.csv': ['order_id,customer_id,order_date,amount', '1,A,2026-01-01,100', '2,B,2026-03-01,70'].join('\n') };
    expect(findingsOf(await ingestFiles(files, { asOf: '2026-04-30' }), 'data-old')).toEqual([]);
    expect(findingsOf(await ingestFiles(files, { asOf: '2026-05-01' }), 'data-old')[0]).toMatchObject({
      level: 'warning',
      count: 61,
      value: '2026-03-01',
    });
  });

  it('for more rows than one call can take as arguments', async () => {
    const lines = Array.from({ length: 150_000 }, (_, index) => `${index},,2026-01-01,1`);
    const loaded = await ingestFiles({ 'orders.csv': ['order_id,customer_id,order_date,amount', ...lines, 'x,A,2026-01-02,5'].join('\n') });
    expect(await rejectsOf(loaded)).toHaveLength(150_000);
  });
});

describe('what was paid', () => {
  it('is not compared with an amount that was taken from it', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ['买家昵称,付款日期,实付金额', '甲,2026-01-01,10', '乙,2026-01-02,20'].join('\n') });
    expect(inputOf(loaded).sum_used).toBe(30);
    expect(loaded.ingested.available.has('orders.paid_amount')).toBe(false);
  });
});
