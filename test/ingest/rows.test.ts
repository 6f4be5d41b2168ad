import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, rejectsOf } from './ingest-files.ts';

const head = '订单编号,客户编号,下单日期,金额';

describe('lines that are no orders', () => {
  it('are set aside with the reason: totals, blanks, repeated headers, footers', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        head,
        'S1,C1,2026-01-01,10',
        '小计,,,10',
        ',,,',
        head,
        'S2,C2,2026-01-02,20',
        'Subtotal,,,20',
        '合计：,,,30',
        'Grand Totals (2 records),,,30',
        '导出人：张三,,,',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S2']);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, rows_rejected: 0, sum_used: 30 });
    const reasons = inputOf(loaded).reasons;
    expect(reasons['total-row']).toBe(4);
    expect(reasons['header-repeated']).toBe(1);
    expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(inputOf(loaded).rows_read - 2);
  });

  it.each([
    ['its word is in the last text column', ',,,合计,1000', 2000],
    ['it has no word at all', ',,,,1000', 2000],
    ['its word is in the second column', ',总计,,,1000', 1000],
  ])('are never counted for the order above them: a total where %s', async (_, total, read) => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,备注,金额', 'S1,C1,2026-01-01,急,400', 'S2,C2,2026-01-02,,600', total),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([400, 600]);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 3,
      rows_used: 2,
      rows_set_aside: 1,
      rows_rejected: 0,
      sum_read: read,
      sum_used: 1000,
    });
  });

  it('may be the footer of a Salesforce report', async () => {
    const loaded = await ingestFiles({
      'report.csv': [
        '"Opportunity Owner","Account Name","Opportunity Name","Stage","Amount","Close Date"',
        '"Ann","Acme","Deal 1","Closed Won","1,000.00","1/15/2026"',
        '"Bob","Bolt","Deal 2","Closed Won","2,500.00","2/16/2026"',
        '',
        '"Grand Totals (2 records)"',
        '"Confidential Information - Do Not Distribute"',
        '"Copyright © 2000-2026 salesforce.com, inc. All rights reserved."',
        '',
      ].join('\r\n'),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([1000, 2500]);
    const input = inputOf(loaded, 'opportunities');
    expect(input).toMatchObject({ rows_used: 2, rows_rejected: 0, sum_used: 3500 });
    expect(input.reasons['total-row']).toBe(3);
    expect(input.rows_read).toBe(input.rows_used + input.rows_set_aside);
  });

  it('are no customers, either', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines(
        '客户编号,客户名称,负责人,累计销售额',
        'C1,甲,张三,100',
        '合计,,,300',
        'C2,乙,李四,200',
        ',,,',
        '客户编号,客户名称,负责人,累计销售额',
        '总计,2,,300',
      ),
    });
    expect(await loaded.column('customers', 'customer_id')).toEqual(['C1', 'C2']);
    expect(inputOf(loaded, 'customers')).toMatchObject({ rows_used: 2, rows_rejected: 0, sum_used: 300 });
  });

  it('do not include a customer in the list of customers who is called Total', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('Customer ID,Name,Owner,Revenue', 'C1,Total,Ann,100', 'C2,Bolt,Bob,200', 'Total,,,300'),
    });
    expect(await loaded.column('customers', 'name')).toEqual(['Total', 'Bolt']);
  });

  it('do not include a customer called Total', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(head, 'S1,Total Energies,2026-01-01,10', 'S2,Total,2026-01-02,20', 'Total,,,30'),
    });
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['Total Energies', 'Total']);
  });
});

describe('orders of several lines', () => {
  const shopify = lines(
    'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Refunded Amount,Id',
    '#1001,ann@x.example,paid,2025-10-07 09:50:26 +0200,EUR,30.00,5.00,0,35.00,,0.00,2025-10-07 09:50:26 +0200,1,Mug,10.00,M1,Ann,0.00,5001',
    '#1001,ann@x.example,,,,,,,,,,,2,Cup,10.00,C1,,,',
    '#1002,bob@x.example,refunded,2025-10-08 10:00:00 +0200,EUR,20.00,0,0,20.00,,0.00,2025-10-08 10:00:00 +0200,1,Mug,10.00,M1,Bob,20.00,5002',
    '#1002,bob@x.example,,,,,,,,,,,1,Cup,10.00,C1,,,',
    '#1003,ann@x.example,paid,2025-11-07 09:00:00 +0100,EUR,40.00,0,0,40.00,,0.00,2025-11-07 09:00:00 +0100,4,Mug,10.00,M1,Ann,15.00,5003',
  );

  it('with the order on the first one are filled, and the order amount counts once', async () => {
    const loaded = await ingestFiles({ 'orders_export.csv': shopify });
    expect(await orderRows(loaded)).toEqual([
      { order_id: '#1001', customer_id: 'ann@x.example', ordered_at: '2025-10-07 09:50:26', amount: 35 },
      { order_id: '#1001', customer_id: 'ann@x.example', ordered_at: '2025-10-07 09:50:26', amount: null },
      { order_id: '#1003', customer_id: 'ann@x.example', ordered_at: '2025-11-07 09:00:00', amount: 25 },
    ]);
    expect(await loaded.column('orders', 'product')).toEqual(['Mug', 'Cup', 'Mug']);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 5,
      rows_used: 3,
      rows_set_aside: 2,
      rows_rejected: 0,
      reasons: { 'status-refunded': 2 },
      sum_used: 60,
    });
    expect(findingsOf(loaded, 'order-lines-filled')).toMatchObject([{ count: 2, level: 'info' }]);
  });

  it('with blank customer and date are filled, whichever cells are blank', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单编号,客户名称,下单日期,产品,金额',
        'S1,甲,2026-01-05,苹果,10',
        'S1,,,梨,20',
        'S1,,2026-01-06,桃,30',
        'S2,乙,2026-01-07,梨,40',
        'S3,,2026-01-08,梨,50',
        'S2,,,杏,60',
      ),
    });
    expect(await orderRows(loaded)).toEqual([
      { order_id: 'S1', customer_id: '甲', ordered_at: '2026-01-05 00:00:00', amount: 10 },
      { order_id: 'S1', customer_id: '甲', ordered_at: '2026-01-05 00:00:00', amount: 20 },
      { order_id: 'S1', customer_id: '甲', ordered_at: '2026-01-06 00:00:00', amount: 30 },
      { order_id: 'S2', customer_id: '乙', ordered_at: '2026-01-07 00:00:00', amount: 40 },
      { order_id: 'S2', customer_id: '乙', ordered_at: '2026-01-07 00:00:00', amount: 60 },
    ]);
    expect(inputOf(loaded)).toMatchObject({
      rows_used: 5,
      rows_set_aside: 1,
      reasons: { 'customer-missing': 1 },
      sum_read: 210,
      sum_used: 160,
    });
  });

  it('of merged cells get the order id, too', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单编号,客户名称,下单日期,产品,数量,金额',
        'S1,甲,2026-01-05,苹果,1,10',
        ',,,梨,2,20',
        ',,,桃,3,30',
        'S2,乙,2026-01-07,梨,4,40',
        ',,,杏,5,60',
        '合计,,,,15,160',
      ),
    });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['customer_id'], row['amount']])).toEqual([
      ['S1', '甲', 10],
      ['S1', '甲', 20],
      ['S1', '甲', 30],
      ['S2', '乙', 40],
      ['S2', '乙', 60],
    ]);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 6, rows_used: 5, rows_set_aside: 1, reasons: { 'total-row': 1 } });
  });
});

describe('lines without a customer', () => {
  it('are set aside and counted, with what they add up to', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Invoice No,Customer ID,Invoice Date,Amount',
        '1,17850.0,2026-01-01,10',
        '2,,2026-01-02,20',
        '3, ,2026-01-03,30',
        '4,NULL,2026-01-04,40',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['17850']);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 4,
      rows_used: 1,
      rows_set_aside: 3,
      reasons: { 'customer-missing': 3 },
      sum_read: 100,
      sum_used: 10,
    });
  });

  it('in a file that names no customer at all are all set aside, and that is said', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines('Order ID,Order Date,Amount', '1,2026-01-01,10', '2,2026-01-02,20') });
    expect(await orderRows(loaded)).toEqual([]);
    expect(codesOf(loaded)).toContain('customer-column-missing');
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 0 });
  });
});

describe('records a file breaks', () => {
  it('are rejected with their physical line; the lines after a quoted line break are right', async () => {
    const loaded = await ingestFiles({
      'orders.csv':
        '订单编号,客户编号,下单日期,金额,备注\nS1,C1,2026-01-01,10,"一\n二\n三"\nS2,C2,2026-02-30,20,"x\ny"\nS3,C3,2026-01-03,30,a,b,c\nS4,C4,2026-01-04,四十,\nS5,C5,2026-01-05,50,z\n',
    });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['S1', 'S5']);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 5, rows_used: 2, rows_set_aside: 0, rows_rejected: 3 });
    expect((await rejectsOf(loaded)).filter((reject) => reject.effect === 'rejected').map(({ line, code }) => [line, code])).toEqual([
      [5, 'date-invalid'],
      [5, 'date-invalid'],
      [7, 'extra-cell'],
      [8, 'amount-invalid'],
      [8, 'number-invalid'],
    ]);
    expect(findingsOf(loaded, 'number-invalid')).toMatchObject([{ line: 8, value: '四十' }]);
    expect(await loaded.ingested.rowsOf('C5')).toMatchObject([{ role: 'orders', lines: [9] }]);
    expect(await loaded.ingested.rowsOf('C1')).toMatchObject([{ role: 'orders', lines: [2] }]);
  });

  it('say what was expected and how to go on, in the language of the run', async () => {
    const file = { 'orders.csv': lines(head, 'S1,C1,2026-01-01,10', 'S2,C2,昨天,20') };
    for (const lang of ['en', 'zh-CN'] as const) {
      const loaded = await ingestFiles(file, { lang });
      const rejects = await loaded.ingested.rejects();
      expect(rejects.length).toBeGreaterThan(0);
      for (const reject of rejects) {
        expect(reject.expected).not.toBeNull();
        expect(reject.fix).not.toBeNull();
        expect(/[\u4e00-\u9fff]/.test(reject.expected ?? '')).toBe(lang === 'zh-CN');
      }
    }
  });
});

describe('a line of an order that says itself that it is cancelled', () => {
  it('is set aside, though it takes its customer from the first line', async () => {
    const loaded = await ingestFiles({
      'orders.csv': [
        'order_id,customer_id,order_date,product,amount,status',
        'S1,C1,2026-01-05,P1,10,completed',
        'S1,,,P2,20,cancelled',
        'S1,,,P3,30,',
      ].join('\n'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, rows_set_aside: 1, sum_used: 40, reasons: { 'status-cancelled': 1 } });
  });
});

describe('an order file without an amount', () => {
  it('gives its orders all the same', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ['order_id,customer_id,order_date,product', 'S1,C1,2026-01-05,P1', 'S1,,,P2', 'S2,C2,2026-01-06,P1'].join('\n'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 3, rows_used: 3, sum_used: null });
  });
});

describe('a line without an amount', () => {
  it('is not used where lines have amounts of their own, with or without a customer', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(head, 'S1,C1,2026-01-01,10', 'S1,C1,2026-01-01,', 'S2,C2,2026-01-02,20', 'S2,C2,2026-01-02,5', 'S2,,,'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 3, rows_set_aside: 2, reasons: { 'amount-missing': 2 }, sum_used: 35 });
  });

  it('is a line of its order where amounts stand on first lines only', async () => {
    const orders = ['S1', 'S2', 'S3'].flatMap((id) => [`${id},C1,2026-01-01,10`, `${id},C1,2026-01-01,`]);
    expect(inputOf(await ingestFiles({ 'orders.csv': lines(head, ...orders) }))).toMatchObject({ rows_used: 6, sum_used: 30 });
  });
});
