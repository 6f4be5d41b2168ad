// @module-tag slow
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import type { IngestedFiles } from './ingest-files.ts';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, rejectsOf } from './ingest-files.ts';

const head = 'Order ID,Customer ID,Order Date,Region,Amount';
const orders = lines(
  head,
  '1,A,2026-01-01,East,100',
  '1,A,2026-01-01,East,50',
  '2,A,2026-02-01,West,70',
  '3,B,2026-02-02,East,30',
  '4,B,2026-03-02,North,20',
);

async function net(loaded: IngestedFiles): Promise<unknown[]> {
  return (await loaded.rows(sql`select order_id, sum(amount) as amount from orders group by 1 order by 1`)).map((row) => [
    row['order_id'],
    row['amount'],
  ]);
}

describe('a list of returned orders', () => {
  it('with a flag takes whole orders out', async () => {
    const loaded = await ingestFiles({
      'orders.csv': orders,
      'returns.csv': lines('Returned,Order ID', 'Yes,1', 'No,2', 'Yes,4', 'Yes,99'),
    });
    expect(await net(loaded)).toEqual([
      ['2', 70],
      ['3', 30],
    ]);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 5,
      rows_used: 2,
      rows_set_aside: 3,
      rows_rejected: 0,
      reasons: { returned: 3 },
      sum_read: 270,
      sum_used: 100,
    });
    expect(findingsOf(loaded, 'returns-unknown-order')).toMatchObject([{ count: 1, level: 'warning' }]);
    expect((await rejectsOf(loaded)).map(({ line, code, effect }) => [line, code, effect])).toEqual([
      [2, 'returned', 'set-aside'],
      [3, 'returned', 'set-aside'],
      [6, 'returned', 'set-aside'],
    ]);
  });

  it('with amounts reduces the orders it names', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders, '退货.csv': lines('原订单编号,退货金额', '1,40', '1,-10', '3,30', '99,5') });
    expect(await net(loaded)).toEqual([
      ['1', 100],
      ['2', 70],
      ['3', 0],
      ['4', 20],
    ]);
    expect(await loaded.rows(sql`select customer_id, ordered_at, amount from orders where amount < 0 order by amount`)).toEqual([
      { customer_id: 'A', ordered_at: '2026-01-01 00:00:00', amount: -50 },
      { customer_id: 'B', ordered_at: '2026-02-02 00:00:00', amount: -30 },
    ]);
    expect(findingsOf(loaded, 'returns-unknown-order')).toMatchObject([{ count: 1 }]);
  });

  it('with a total below it names no unknown order', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders, '退货.csv': lines('原订单编号,退货金额', '1,40', '3,30', '合计,70') });
    expect(codesOf(loaded)).not.toContain('returns-unknown-order');
    expect(inputOf(loaded, 'returns')).toMatchObject({ rows_read: 3, rows_used: 2, rows_set_aside: 1, reasons: { 'total-row': 1 } });
  });

  it('does nothing without orders', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('Customer ID,Name,Revenue', 'A,Acme,5'),
      'returns.csv': lines('Returned,Order ID', 'Yes,1'),
    });
    expect(await loaded.column('customers', 'revenue')).toEqual([5]);
  });
});

describe('a list of regions and their managers', () => {
  const people = lines('Person,Region', 'Anna,East', 'Chuck,West', 'Zoe,East', 'Kelly,Central');

  it('gives orders without a rep their owner: the first of the region', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders, 'people.csv': people });
    expect(await loaded.rows(sql`select order_id, rep from orders order by 1, amount`)).toEqual([
      { order_id: '1', rep: 'Anna' },
      { order_id: '1', rep: 'Anna' },
      { order_id: '2', rep: 'Chuck' },
      { order_id: '3', rep: 'Anna' },
      { order_id: '4', rep: null },
    ]);
    expect(loaded.ingested.available.has('orders.rep')).toBe(true);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 5, sum_used: 270 });
  });

  it('leaves a rep that the order names', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(`${head},Sales Rep`, '1,A,2026-01-01,East,1,Max', '2,A,2026-01-02,East,2,', '3,A,2026-01-03,,3,'),
      'people.csv': people,
    });
    expect((await loaded.rows(sql`select rep from orders order by order_id`)).map((row) => row['rep'])).toEqual(['Max', 'Anna', null]);
  });
});

describe('several files of one role', () => {
  const files = {
    'a.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,A,2026-01-01,10', '2,B,2026-01-02,20'),
    'b.csv': lines('订单编号;客户编号;下单日期;金额（万元）;订单状态', '3;A;2026年2月1日;0.5;已完成', '4;C;2026年2月2日;1;已取消'),
    'c.csv': lines('Order ID,Customer ID,Order Date,Quantity,Unit Price', '5,B,13/02/2026,2,3.5', '6,C,01/03/2026,1,9'),
  };

  it('are stacked, each read in its own way', async () => {
    const loaded = await ingestFiles(files);
    expect((await orderRows(loaded)).map((row) => [row['order_id'], String(row['ordered_at']).slice(0, 10), row['amount']])).toEqual([
      ['1', '2026-01-01', 10],
      ['2', '2026-01-02', 20],
      ['3', '2026-02-01', 5000],
      ['5', '2026-02-13', 7],
      ['6', '2026-03-01', 9],
    ]);
    expect(
      loaded.ingested.inputs.map(({ rows_read, rows_used, sum_read, sum_used }) => [rows_read, rows_used, sum_read, sum_used]),
    ).toEqual([
      [2, 2, 30, 30],
      [2, 1, 15_000, 5000],
      [2, 2, 16, 16],
    ]);
  });

  it('give the same in any order', async () => {
    const forward = await ingestFiles(files);
    const backward = await ingestFiles(Object.fromEntries(Object.entries(files).toReversed()));
    expect(await orderRows(backward)).toEqual(await orderRows(forward));
    const names = (loaded: IngestedFiles): unknown[] =>
      loaded.ingested.inputs.map(({ file, ...rest }) => ({ ...rest, file: file.split('/').at(-1) }));
    expect(names(backward)).toEqual(names(forward));
    expect(backward.ingested.asOf).toBe(forward.ingested.asOf);
  });
});

describe('the role of a file', () => {
  it('is refused with the candidates where two fit equally well', async () => {
    const file = lines('客户名称,日期', '甲,2026-01-01', '乙,2026-01-02');
    await expect(ingestFiles({ 'Sheet1.csv': file })).rejects.toMatchObject({
      code: 'role-ambiguous',
      exit: 'usage',
      fix: { en: expect.stringContaining('--orders') },
    });
    const loaded = await ingestFiles({ '订单.csv': file });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2 });
  });

  it('that is not certain leaves one table among others unused, and that is said in both languages', async () => {
    const files = { 'orders.csv': orders, 'Sheet1.csv': lines('客户名称,日期', '甲,2026-01-01') };
    const loaded = await ingestFiles(files);
    const [finding] = findingsOf(loaded, 'table-ambiguous');
    expect(finding).toMatchObject({ level: 'warning', fix: 'say what it is: --orders FILE' });
    expect(finding?.message).toMatch(/Sheet1\.csv could be orders or activities, and was not used$/);
    expect((await loaded.ingested.findingsIn('zh-CN')).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/Sheet1\.csv 可能是 orders 或 activities，无法确定，未使用$/),
    );
  });

  it('of a list of things is not that of customers beside the list of customers', async () => {
    const accounts = lines('客户编号,客户名称,行业', 'C1,甲,钢铁', 'C2,乙,化工');
    const machines = lines('机组编码,客户,类型,负责人', 'M1,甲,大型,张三', 'M2,甲,小型,李四');
    const loaded = await ingestFiles({ 'accounts.csv': accounts, 'machines.csv': machines });
    expect(await loaded.column('customers', 'customer_id')).toEqual(['C1', 'C2']);
    expect(findingsOf(loaded, 'table-unused')).toMatchObject([{ fix: 'if it is one: --customers FILE' }]);
  });

  it.each(['退货.csv', '退货订单.csv', 'Returned orders.csv', 'refunds 2026.csv'])(
    'of orders that came back is that of returns: %s',
    async (name) => {
      const sales = lines('订单编号,客户编号,下单日期,金额', '1,A,2026-01-01,100', '2,B,2026-01-02,50');
      const loaded = await ingestFiles({ 'sales.csv': sales, [name]: lines('订单编号,客户编号,下单日期,金额', '1,A,2026-01-05,30') });
      expect((await orderRows(loaded)).map(({ customer_id, amount }) => [customer_id, amount])).toEqual([
        ['A', -30],
        ['A', 100],
        ['B', 50],
      ]);
    },
  );

  it('of orders that came back with amounts below 0 stays that of orders', async () => {
    const loaded = await ingestFiles({ '退货.csv': lines('订单编号,客户编号,下单日期,金额', '1,A,2026-01-05,-30') });
    expect(inputOf(loaded)).toMatchObject({ role: 'orders', sum_used: -30 });
  });

  it('of payments is none beside orders, which they would double', async () => {
    const payments = lines('customerNumber,checkNumber,paymentDate,amount', 'C1,HQ1,2026-01-03,100');
    const loaded = await ingestFiles({ 'orders.csv': orders, 'payments.csv': payments });
    expect(loaded.ingested.inputs.map(({ role }) => role)).toEqual(['orders']);
    expect(findingsOf(loaded, 'table-unused')).toMatchObject([{ message: expect.stringContaining('payments') }]);
    const alone = await ingestFiles({ 'payments.csv': payments });
    expect(inputOf(alone)).toMatchObject({ role: 'orders', sum_used: 100 });
  });

  it('is the one that is named', async () => {
    const loaded = await ingestFiles({ 'x.csv': lines('Name,Owner,Industry', 'Acme,Ann,Steel') }, { roles: { 'x.csv': 'customers' } });
    expect(await loaded.column('customers', 'owner')).toEqual(['Ann']);
  });

  it('that fits none leaves the table unused, and that is said', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders, 'notes.csv': lines('foo,bar', '1,2', '3,4') });
    expect(findingsOf(loaded, 'table-unused')).toHaveLength(1);
    expect(loaded.ingested.tables.map((table) => table.role)).toEqual([null, 'orders']);
    await expect(ingestFiles({ 'notes.csv': lines('foo,bar', '1,2') })).rejects.toMatchObject({ code: 'role-unknown', exit: 'usage' });
  });
});

describe('every file that is read', () => {
  it('is accounted for: read is used, set aside and rejected, and so are the sums', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        head,
        '1,A,2026-01-01,East,100',
        '2,,2026-01-02,East,20',
        '3,B,never,East,3',
        '4,B,2026-01-04,East,',
        '5,B,2026-01-05,East,much',
        '合计,,,,123',
        '6,C,2026-01-06,East,6,extra',
        head,
      ),
      'customers.csv': lines('Customer ID,Name,Owner', 'A,Acme,x', 'A,Again,x', ',,', 'B,Bolt,'),
      'returns.csv': lines('Returned,Order ID', 'Yes,7'),
    });
    for (const input of loaded.ingested.inputs) {
      expect(input.rows_read).toBe(input.rows_used + input.rows_set_aside + input.rows_rejected);
      expect(Object.values(input.reasons).reduce((sum, count) => sum + count, 0)).toBe(input.rows_set_aside + input.rows_rejected);
      expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 8,
      rows_used: 1,
      rows_set_aside: 4,
      rows_rejected: 3,
      sum_read: 123,
      sum_used: 100,
    });
    const whole = (await loaded.ingested.rejects()).filter((reject) => reject.column === null && reject.file.endsWith('orders.csv'));
    expect(whole.map((reject) => reject.line)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps only the fields that are asked for and those it is judged by', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders }, { fields: new Set(['orders.amount']) });
    expect(await loaded.column('orders', 'region')).toEqual([null, null, null, null, null]);
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([50, 100, 70, 30, 20]);
    expect([...loaded.ingested.available].toSorted()).toEqual([
      'orders.amount',
      'orders.customer_id',
      'orders.order_id',
      'orders.ordered_at',
    ]);
  });

  it('gives every canonical table, empty where nothing was given', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders });
    for (const table of ['customers', 'products', 'leads', 'pool_events', 'opportunities', 'activities', 'feedback', 'reps', 'market']) {
      expect(await loaded.rows(sql`select count(*) as n from query_table(${table})`)).toEqual([{ n: 0 }]);
    }
  });
});
