import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { findingsOf, ingestFiles, type IngestedFiles, lines } from '../ingest-files.ts';

async function revenueOf(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id`);
  return Object.fromEntries(rows.map((row) => [String(row['customer_id']), Number(row['revenue'])]));
}

const list = lines(
  'Customer ID,Name,Email,Phone,Customer Code,Owner',
  'C1,Acme,ann@x.com,13800000001,K-1,u',
  'C2,Bolt,bob@x.com,13800000002,K-2,u',
  'C3,Same,s@x.com,13800000003,K-3,u',
  'C4,Same,t@x.com,13800000004,K-4,u',
);

describe('customers of orders', () => {
  it('are found in the list by an e-mail address that stands for the id', async () => {
    const loaded = await ingestFiles({
      'customers.csv': list,
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        '1,Ann@x.com,2024-01-05,10',
        '2,bob@x.com,2024-01-06,20',
        '3,zed@x.com,2024-01-07,30',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 10, C2: 20, 'zed@x.com': 30 });
    expect(findingsOf(loaded, 'customers-joined-by')).toMatchObject([{ level: 'info', count: 2 }]);
    expect(findingsOf(loaded, 'customers-joined-by')[0]!.message).toContain('by Email: 2 of 3, 2 rows, 30 in all');
    expect(await loaded.ingested.customerBehind?.('bob@x.com')).toBe('C2');
  });

  it('are found by another code of the list', async () => {
    const loaded = await ingestFiles({
      'customers.csv': list,
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', '1,K-1,2024-01-05,10', '2,K-2,2024-01-06,20'),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 10, C2: 20 });
    expect(findingsOf(loaded, 'customers-joined-by')[0]!.message).toContain('Customer Code');
  });

  it('are found by a column beside an id that the list does not have', async () => {
    const loaded = await ingestFiles({
      'customers.csv': list,
      'orders.csv': lines(
        'Order ID,Customer ID,Billing Email,Order Date,Amount',
        '1,9001,ann@x.com,2024-01-05,10',
        '2,9002,BOB@x.com,2024-01-06,20',
        '3,9001,ann@x.com,2024-01-07,30',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 40, C2: 20 });
    expect(findingsOf(loaded, 'customers-joined-by')[0]!.message).toContain('by Billing Email: 2 of 2, 3 rows, 60 in all');
  });

  it('are found by phone in Chinese exports', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,手机,负责人', 'C1,甲,138-0000-0001,u', 'C2,乙,13800000002,u'),
      'orders.csv': lines(
        '订单编号,会员ID,收货人手机,下单日期,金额',
        '1,m1,13800000001,2024-01-05,10',
        '2,m2,+8613800000002,2024-01-06,20',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 10, C2: 20 });
  });

  it('are not looked for by a name where most ids are in the list', async () => {
    const loaded = await ingestFiles({
      'customers.csv': list,
      'orders.csv': lines('Order ID,Customer ID,Customer Name,Order Date,Amount', '1,C1,Acme,2024-01-05,10', '2,C9,Bolt,2024-01-06,20'),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 10, C9: 20 });
    expect(findingsOf(loaded, 'customers-joined-by')).toEqual([]);
  });

  it('are found by name in full width', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,负责人', 'C1,华东机电（上海）,u'),
      'orders.csv': lines('订单编号,客户名称,下单日期,金额', '1,华东机电(上海),2024-01-05,10'),
    });
    expect(await revenueOf(loaded)).toEqual({ C1: 10 });
  });
});
