import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, type IngestedFiles, lines } from '../ingest-files.ts';

async function revenueOf(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id`);
  return Object.fromEntries(rows.map((row) => [String(row['customer_id']), Number(row['revenue'])]));
}

const orders = (...ids: readonly string[]): string =>
  lines('Order ID,Customer ID,Order Date,Amount', ...ids.map((id, index) => `${index + 1},${id},2024-01-05,${10 * (index + 1)}`));

describe('ids of customers', () => {
  it('with leading zeros are those of the list, and that is said', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('customer_id,name,region', '10023,Alpha,North', '10024,Beta,South', '10025,Gamma,East'),
      'orders.csv': orders('0000010023', '0000010024', '0000010025', '10023'),
    });
    expect(await revenueOf(loaded)).toEqual({ '10023': 50, '10024': 20, '10025': 30 });
    expect(findingsOf(loaded, 'customer-id-joined')).toMatchObject([{ level: 'info', count: 3, line: 2, value: '0000010023' }]);
    expect(findingsOf(loaded, 'customer-id-joined')[0]!.message).toContain('60 in all');
    expect(await loaded.ingested.customerBehind?.('0000010023')).toBe('10023');
    expect(codesOf(loaded)).toEqual(['customer-id-joined']);
  });

  it('without the zeros that the list has are those of the list', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,区域', '0000010023,甲,华东', '0000010024,乙,华南'),
      'orders.csv': lines('订单编号,客户编号,下单日期,金额', '1,10023,2024-01-05,100', '2,10024,2024-01-05,50'),
    });
    expect(await revenueOf(loaded)).toEqual({ '0000010023': 100, '0000010024': 50 });
  });

  it('that the list has both with zeros and without stay two', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('customer_id,name,region', '007,Alpha,North', '7,Beta,South'),
      'orders.csv': orders('007', '7'),
    });
    expect(await revenueOf(loaded)).toEqual({ '007': 10, '7': 20 });
  });

  it('padded to one length join the others of the orders, with a warning', async () => {
    const loaded = await ingestFiles({
      'a.csv': orders('0000010023', '0000010024'),
      'b.csv': lines('Order ID,Customer ID,Order Date,Amount', '11,10023,2024-01-06,5', '12,99999,2024-01-06,20'),
    });
    expect(await revenueOf(loaded)).toEqual({ '10023': 15, '0000010024': 20, '99999': 20 });
    expect(findingsOf(loaded, 'customer-id-joined')).toMatchObject([{ level: 'warning', count: 1 }]);
  });

  it('padded to several lengths stay apart, with a warning', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders('007', '0007', '7') });
    expect(Object.keys(await revenueOf(loaded))).toHaveLength(3);
    expect(findingsOf(loaded, 'customer-id-near')).toMatchObject([{ level: 'warning', count: 3 }]);
  });

  it('in full width and e-mail addresses with capitals are the same', async () => {
    const loaded = await ingestFiles({
      'orders.csv': orders('Ａ１', 'A1', 'Ann@X.com', 'ann@x.com', 'ann@x.com', '华东（上海）', '华东(上海)', '华东(上海)'),
    });
    expect(await revenueOf(loaded)).toEqual({ A1: 30, 'ann@x.com': 120, '华东(上海)': 210 });
    expect(findingsOf(loaded, 'customer-id-joined').map(({ level, count }) => [level, count])).toEqual([
      ['info', 1],
      ['info', 2],
    ]);
  });

  it('that differ in case alone stay apart', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders('001A000001aBcDe', '001A000001AbCdE') });
    expect(Object.keys(await revenueOf(loaded))).toHaveLength(2);
  });

  it('of Salesforce have 15 or 18 characters', async () => {
    const loaded = await ingestFiles({
      'accounts.csv': lines('Account ID,Account Name,Industry', '0015g00000AbCdEAAZ,Alpha,IT', '0015g00000AbCdFAAZ,Beta,IT'),
      'orders.csv': orders('0015g00000AbCdE', '0015g00000AbCdF'),
    });
    expect(await revenueOf(loaded)).toEqual({ '0015g00000AbCdEAAZ': 10, '0015g00000AbCdFAAZ': 20 });
  });

  it('keep quotes and backticks that others do not have, and that is said', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders("'A1", 'A1', '`A1') });
    expect(await revenueOf(loaded)).toEqual({ "'A1": 10, A1: 20, '`A1': 30 });
    expect(findingsOf(loaded, 'customer-id-near')).toMatchObject([{ level: 'warning', count: 3 }]);
  });

  it('lose the text mark that the whole column has, and that is said', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders("'001", "'002", "'003") });
    expect(await revenueOf(loaded)).toEqual({ '001': 10, '002': 20, '003': 30 });
    expect(findingsOf(loaded, 'id-mark-cut')).toMatchObject([{ level: 'info', column: 'Customer ID' }]);
  });

  it('keep decimals that others do not have; those of a whole column are taken off', async () => {
    const some = await ingestFiles({ 'orders.csv': orders('1.00', '1', '2') });
    expect(await revenueOf(some)).toEqual({ '1.00': 10, '1': 20, '2': 30 });
    expect(findingsOf(some, 'customer-id-near')).toHaveLength(1);
    const all = await ingestFiles({ 'orders.csv': orders('17850.0', '17851.0') });
    expect(await revenueOf(all)).toEqual({ '17850': 10, '17851': 20 });
    expect(findingsOf(all, 'id-mark-cut')).toHaveLength(1);
  });

  it('written NULL, null, NaN and N/A are told of', async () => {
    const loaded = await ingestFiles({ 'orders.csv': orders('NULL', 'null', 'NaN', 'N/A', 'C5') });
    expect(await revenueOf(loaded)).toEqual({ C5: 50 });
    expect(findingsOf(loaded, 'customer-null-word')).toMatchObject([{ count: 4, level: 'info' }]);
    expect(findingsOf(loaded, 'customer-missing')).toMatchObject([{ count: 4 }]);
  });

  it('are compared as they stand where the user says so', async () => {
    const loaded = await ingestFiles(
      { 'customers.csv': lines('customer_id,name,region', '23,Alpha,North'), 'orders.csv': orders('0023', '23') },
      { map: ['orders.customer_id.match=exact'] },
    );
    expect(await revenueOf(loaded)).toEqual({ '0023': 10, '23': 20 });
  });
});
