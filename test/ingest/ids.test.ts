import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, rejectsOf } from './ingest-files.ts';

describe('ids of orders and customers', () => {
  it('join whatever marks the exports put on them', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        '="1001","=""001""",2026-01-01,10',
        "'1002,'002,2026-01-02,20",
        '`1003,\t003,2026-01-03,30',
        '1004.0,17850.0,2026-01-04,40',
        '1005\t,1234567890123456789,2026-01-05,50',
        '=1006,AB-1,2026-01-06,60',
      ),
      'customers.csv': lines('Customer ID,Name,Owner', '001,A,x', '002,B,x', '003,C,x', '17850,D,x', '1234567890123456789,E,x', 'AB-1,F,x'),
    });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['customer_id']])).toEqual([
      ["'1002", '002'],
      ['1001', '001'],
      ['1004.0', '17850'],
      ['1005', '1234567890123456789'],
      ['1006', 'AB-1'],
      ['`1003', '003'],
    ]);
    expect(codesOf(loaded)).toEqual(['customer-id-joined', 'customer-id-joined', 'quote-inside']);
  });

  it('that lost digits to scientific notation are reported and never joined on', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        '1,8.68533E+14,2026-01-01,10',
        '2,8.68533E+14,2026-01-02,20',
        '3,868533012345678,2026-01-03,30',
        '4,868533012345679,2026-01-04,40',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['868533012345678', '868533012345679']);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 4,
      rows_used: 2,
      rows_rejected: 2,
      reasons: { 'id-lossy': 2 },
      sum_read: 100,
      sum_used: 70,
    });
    expect(findingsOf(loaded, 'id-lossy')).toMatchObject([
      { level: 'warning', count: 2, line: 2, column: 'Customer ID', value: '8.68533E+14' },
    ]);
    expect(await rejectsOf(loaded)).toContainEqual({
      line: 2,
      column: 'Customer ID',
      value: '8.68533E+14',
      code: 'id-lossy',
      effect: 'rejected',
    });
  });

  it('of orders that lost digits do not make one order of many', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        '8.68533E+14,C1,2026-01-01,10',
        '8.68533E+14,C1,2026-01-02,20',
        '8.68533E+14,C1,2026-02-03,30',
        '5,C1,2026-02-04,40',
      ),
    });
    const ids = (await orderRows(loaded)).map((row) => row['order_id']);
    expect(new Set(ids).size).toBe(4);
    expect(ids.includes('868533000000000')).toBe(false);
    expect(findingsOf(loaded, 'id-lossy')).toMatchObject([{ count: 3, column: 'Order ID' }]);
  });

  it('that no file gives are made, and never the same for lines of different files', async () => {
    const loaded = await ingestFiles({
      'orders-a.csv': lines('Customer ID,Order Date,Amount', 'C1,2026-01-01,10', 'C1,2026-01-02,20'),
      'orders-b.csv': lines('Customer ID,Order Date,Amount', 'C1,2026-02-01,30', 'C1,2026-02-02,40'),
    });
    expect(new Set((await orderRows(loaded)).map((row) => row['order_id'])).size).toBe(4);
    expect(findingsOf(loaded, 'order-id-missing')).toHaveLength(2);
  });

  it('of won deals without any are made, and never the same for deals of different files', async () => {
    const loaded = await ingestFiles({
      'deals-a.csv': lines(
        'Deal Name,Account Name,Deal Stage,Amount,Close Date',
        'x,C1,Closed Won,10,2026-01-01',
        'y,C1,Closed Won,20,2026-01-02',
      ),
      'deals-b.csv': lines(
        'Deal Name,Account Name,Deal Stage,Amount,Close Date',
        'z,C1,Closed Won,30,2026-02-01',
        'w,C1,Closed Lost,40,2026-02-02',
      ),
    });
    expect(new Set((await orderRows(loaded)).map((row) => row['order_id'])).size).toBe(3);
  });
});

describe('ids of customers', () => {
  it('given twice keep the first row and reject the others', async () => {
    const loaded = await ingestFiles({
      'customers-1.csv': lines('Customer ID,Name,Owner', 'C1,First,Ann', 'C2,Other,Bob', 'C1,Second,Cid'),
      'customers-2.csv': lines('Customer ID,Name,Owner', "'C2,Third,Dan", "'C3,Fourth,Eve", ',Nobody,Fay'),
    });
    expect(await loaded.column('customers', 'name')).toEqual(['First', 'Other', 'Fourth']);
    expect(
      loaded.ingested.inputs.map(({ rows_read, rows_used, rows_set_aside, rows_rejected, reasons }) => ({
        rows_read,
        rows_used,
        rows_set_aside,
        rows_rejected,
        reasons,
      })),
    ).toEqual([
      { rows_read: 3, rows_used: 2, rows_set_aside: 0, rows_rejected: 1, reasons: { 'id-duplicate': 1 } },
      { rows_read: 3, rows_used: 1, rows_set_aside: 1, rows_rejected: 1, reasons: { 'id-duplicate': 1, 'key-missing': 1 } },
    ]);
    expect(await rejectsOf(loaded)).toEqual([
      { line: 4, column: null, value: null, code: 'id-duplicate', effect: 'rejected' },
      { line: 2, column: null, value: null, code: 'id-duplicate', effect: 'rejected' },
      { line: 4, column: null, value: null, code: 'key-missing', effect: 'set-aside' },
    ]);
  });
});

describe('orders that know their customers by name', () => {
  const customers = lines('Customer ID,Name,Owner', 'C1,Acme,x', 'C2,Bolt,x', 'C3,Same,x', 'C4,Same,x', 'C5,Idle,x');
  const orders = lines(
    'Order ID,Customer Name,Order Date,Amount',
    '1,Acme,2026-01-01,10',
    '2, Bolt ,2026-01-02,20',
    '3,Same,2026-01-03,30',
    '4,Same,2026-01-04,40',
    '5,Nobody,2026-01-05,50',
    '6,Acme,2026-01-06,60',
  );

  it('get the ids of names that one customer has; a shared name stays a name and is reported', async () => {
    const loaded = await ingestFiles({ 'customers.csv': customers, 'orders.csv': orders });
    expect((await orderRows(loaded)).map((row) => row['customer_id'])).toEqual(['C1', 'C2', 'Same', 'Same', 'Nobody', 'C1']);
    expect(findingsOf(loaded, 'customer-name-shared')).toMatchObject([{ count: 2, level: 'warning' }]);
    expect(findingsOf(loaded, 'customers-without-orders')).toMatchObject([{ count: 3 }]);
    expect(findingsOf(loaded, 'orders-without-customer-record')).toMatchObject([{ count: 2 }]);
  });

  it('can be traced by the id', async () => {
    const loaded = await ingestFiles({ 'customers.csv': customers, 'orders.csv': orders });
    const rows = await loaded.ingested.rowsOf('C1');
    expect(rows.map(({ role, lines: found }) => [role, found])).toEqual([
      ['customers', [2]],
      ['orders', [2, 7]],
    ]);
    expect(await loaded.ingested.rowsOf('C999')).toEqual([]);
  });
});
