import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, type IngestedFiles, lines } from '../ingest-files.ts';

async function revenueOf(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by customer_id order by customer_id`);
  return Object.fromEntries(rows.map((row) => [String(row['customer_id']), Number(row['revenue'])]));
}

describe('orders that name no customer but an address', () => {
  it('are those of the e-mail address, else of the phone number, written alike', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Order Date,Billing Email,Billing Phone,Amount',
        '1,2024-01-05,Ann@x.com,555-010-0001,10',
        '2,2024-01-06,ann@x.com,,20',
        '3,2024-01-07,,555 010 0009,30',
        '4,2024-01-08,,5550100009,5',
        '5,2024-01-09,,555-010-0001,1',
        '6,2024-01-09,noreply@shop.com,,400',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ '5550100009': 35, 'ann@x.com': 31 });
    expect(findingsOf(loaded, 'customer-by-contact')).toMatchObject([{ level: 'info', column: 'Billing Email' }]);
    expect(codesOf(loaded)).not.toContain('customer-column-missing');
    expect(findingsOf(loaded, 'customer-missing')).toMatchObject([{ count: 1 }]);
  });

  it.each(['手机号', '买家手机号', '会员手机', '收货人手机号'])(
    'by %s get the ids of a customer list that has the number',
    async (header) => {
      const loaded = await ingestFiles({
        '会员.csv': lines(
          '会员卡号,会员姓名,手机号码,注册日期',
          'VIP001,陈晨,137-0000-0001,2023-03-01',
          'VIP002,刘洋,13700000002,2023-04-11',
        ),
        '销售流水.csv': lines(
          `小票号,交易时间,${header},实收金额`,
          'T1,2024-01-03,13700000001,58',
          'T2,2024-01-17,+86 13700000002,120',
          'T3,2024-02-09,13700000001,42',
          'T4,2024-02-10,13700000009,7',
        ),
      });
      expect(await revenueOf(loaded)).toEqual({ '13700000009': 7, VIP001: 100, VIP002: 120 });
      expect(findingsOf(loaded, 'customers-joined-by')).toMatchObject([{ level: 'info', count: 2 }]);
    },
  );

  it('need no order number where day and amount are clear', async () => {
    const loaded = await ingestFiles({
      'a.csv': lines('下单日期,手机号,订单金额', '2024-01-03,13700000001,58', '2024-01-05,13700000001,2'),
    });
    expect(await revenueOf(loaded)).toEqual({ '13700000001': 60 });
  });

  it('are customers of masked numbers only with a warning', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单编号,下单日期,手机号,金额',
        '1,2024-01-03,137****0001,58',
        '2,2024-01-05,137****0001,2',
        '3,2024-01-06,13700000003,4',
      ),
    });
    expect(findingsOf(loaded, 'customer-masked')).toMatchObject([{ level: 'warning', count: 2 }]);
  });

  it('are those of the name where there is one, and only placeholders are told apart by the number', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单号,下单时间,买家,买家手机号,订单实付金额',
        '1,2024-01-05,小鱼儿,13900020001,88',
        '2,2024-01-12,匿名,13800010001,59',
        '3,2024-02-03,游客,13800010002,66',
        '4,2024-02-14,匿名,13800010001,199',
        '5,2024-03-15,小鱼儿,13900020001,40',
      ),
    });
    expect(await revenueOf(loaded)).toEqual({ '13800010001': 258, '13800010002': 66, 小鱼儿: 128 });
    expect(codesOf(loaded)).not.toContain('customer-by-contact');
    expect(findingsOf(loaded, 'guests-told-apart')).toMatchObject([{ count: 3 }]);
  });

  it('or a number of the user where there is one, with 0 for guests', async () => {
    const loaded = await ingestFiles(
      {
        'orders.csv': lines(
          'Order Number,Order Date,Email (Billing),Phone (Billing),Shop User,Order Total Amount',
          '1,2024-01-04,mila@x.com,4915155500077,0,120',
          '2,2024-01-19,omar@x.com,4915155500078,0,75.5',
          '3,2024-02-02,reg@x.com,4915155500079,31,200',
          '4,2024-02-17,Mila@X.com,4915155500077,0,30',
          '5,2024-03-03,,4915155500001,0,64',
        ),
      },
      { map: ['orders.customer_id=Shop User'] },
    );
    expect(await revenueOf(loaded)).toEqual({ '31': 200, '4915155500001': 64, 'mila@x.com': 150, 'omar@x.com': 75.5 });
  });
});
