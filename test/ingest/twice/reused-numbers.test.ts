import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { findingsOf, ingestFiles, type IngestedFiles, lines } from '../ingest-files.ts';

const heads = { en: 'Order ID,Customer ID,Order Date,Amount', zh: '订单编号,客户编号,下单日期,金额' };

async function numbers(loaded: IngestedFiles): Promise<unknown[]> {
  const rows = await loaded.rows(
    sql`select order_id, customer_id, sum(amount) as amount, max(ordered_at)::date as day from orders group by 1, 2 order by 1`,
  );
  return rows.map((row) => [row['order_id'], row['customer_id'], row['amount'], row['day']]);
}

describe('one number of two orders', () => {
  it.each(['en', 'zh'] as const)('is two where they are far apart, or of two customers (%s)', async (lang) => {
    const loaded = await ingestFiles({
      'one.csv': lines(
        heads[lang],
        '1001,a@x.com,2023-01-05,100',
        '1002,b@x.com,2023-02-05,50',
        '1001,a@x.com,2024-01-05,70',
        '1002,c@x.com,2024-02-05,60',
        ...Array.from({ length: 40 }, (_, index) => `${2000 + index},a@x.com,2023-06-01,1`),
      ),
    });
    expect((await numbers(loaded)).slice(0, 4)).toEqual([
      ['1001', 'a@x.com', 100, '2023-01-05'],
      ['1001 (2)', 'a@x.com', 70, '2024-01-05'],
      ['1002', 'b@x.com', 50, '2023-02-05'],
      ['1002 (2)', 'c@x.com', 60, '2024-02-05'],
    ]);
    expect(findingsOf(loaded, 'order-number-reused')).toMatchObject([{ level: 'info', count: 1, value: '1001' }]);
    expect(findingsOf(loaded, 'order-number-shared')).toMatchObject([{ level: 'info', count: 1, value: '1002' }]);
  });

  it('is one where its lines are instalments, and what is taken back belongs to it', async () => {
    const loaded = await ingestFiles({
      'contract.csv': lines(
        heads.zh,
        ...['2023-01-05', '2023-04-05', '2023-07-04', '2023-10-03'].map((day) => `K1,C1,${day},25`),
        'K2,C2,2023-01-05,80',
        'K2,C2,2023-12-05,-20',
      ),
    });
    expect((await numbers(loaded)).map((row) => (row as unknown[]).slice(0, 3))).toEqual([
      ['K1', 'C1', 100],
      ['K2', 'C2', 60],
    ]);
    expect(findingsOf(loaded, 'order-number-reused')).toEqual([]);
  });

  it('is one a day where numbers begin anew every day', async () => {
    const loaded = await ingestFiles({
      'receipts.csv': lines(
        '小票号,客户编号,销售日期,金额',
        '0001,M1,2024-03-01,10',
        '0001,M1,2024-03-01,5',
        '0002,M2,2024-03-01,20',
        '0001,M1,2024-03-02,30',
        '0002,M3,2024-03-02,40',
        '0003,M1,2024-03-02,7',
        '0003,M2,2024-03-03,8',
      ),
    });
    const own = (await numbers(loaded)).filter((row) => (row as unknown[])[1] === 'M1').map((row) => (row as unknown[]).slice(0, 3));
    expect(own).toEqual([
      ['0001', 'M1', 15],
      ['0001 (2)', 'M1', 30],
      ['0003', 'M1', 7],
    ]);
    expect(findingsOf(loaded, 'order-number-reused')[0]?.message).toContain('on different days');
  });

  it('is warned about where several customers have it on one day', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(heads.en, '1,A,2024-01-05,10', '1,B,2024-01-05,20', '2,C,2024-01-06,5'),
    });
    expect(findingsOf(loaded, 'order-number-shared')).toMatchObject([{ level: 'warning', count: 1, value: '1' }]);
    expect(findingsOf(loaded, 'order-number-shared')[0]?.message).toContain('2 lines, 30 in all');
  });

  it('is found in a large file among some of its numbers first', async () => {
    const many = Array.from(
      { length: 420_000 },
      (_, index) => `${index % 210_000},C${index % 1000},${index < 210_000 ? 2023 : 2024}-05-01,1`,
    );
    const loaded = await ingestFiles({ 'large.csv': lines(heads.en, many.join('\n')) });
    expect(findingsOf(loaded, 'order-number-reused')).toMatchObject([{ count: 210_000 }]);
    expect(await loaded.rows(sql`select count(distinct order_id) as n from orders`)).toEqual([{ n: 420_000 }]);
  });
});

describe('shops that number alike', () => {
  it('have orders of their own', async () => {
    const loaded = await ingestFiles({
      'north.csv': lines(heads.en, '1,A,2024-01-05,10', '2,B,2024-01-06,20', '3,A,2024-01-07,5'),
      'south.csv': lines(heads.en, '1,C,2024-01-08,10', '2,A,2024-01-09,20', '3,A,2024-01-10,6'),
    });
    expect((await numbers(loaded)).length).toBe(6);
  });
});
