import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, inputOf, lines } from '../ingest-files.ts';

describe('an order that stands once for each status', () => {
  it('counts once, and not at all where it was cancelled or refunded', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Status,Amount',
        '1,A,2024-01-05,Processing,100',
        '1,A,2024-01-05,Completed,100',
        '2,B,2024-01-06,Completed,50',
        '3,B,2024-02-06,Pending,30',
        '3,B,2024-02-06,Completed,30',
        '4,C,2024-02-07,Completed,80',
        '4,C,2024-02-07,Cancelled,80',
        '5,D,2024-02-07,Refunded,90',
        '5,D,2024-02-07,Completed,90',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([100, 50, 30]);
    expect(inputOf(loaded)).toMatchObject({ rows_read: 9, rows_used: 3, rows_set_aside: 6, sum_used: 180 });
    expect(findingsOf(loaded, 'order-superseded')).toMatchObject([
      { level: 'warning', count: 3, message: expect.stringContaining('with another status, 270 in all') },
    ]);
  });

  it('is known whatever the time of the change', async () => {
    const loaded = await ingestFiles({
      '订单.csv': lines(
        '订单编号,客户编号,下单日期,订单状态,订单金额,更新时间',
        'S1,C1,2024-01-05,已付款,100,2024-01-05 10:00',
        'S1,C1,2024-01-05,已发货,100,2024-01-06 10:00',
        'S1,C1,2024-01-05,已完成,100,2024-01-09 10:00',
        'S2,C2,2024-01-06,已完成,40,2024-01-07 10:00',
      ),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 2, sum_used: 140 });
    expect(findingsOf(loaded, 'order-superseded')).toMatchObject([{ level: 'warning', count: 2 }]);
  });

  it('is told and counts as it stands where orders have several lines', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,SKU,Status,Amount',
        '1,A,2024-01-05,x,Shipped,10',
        '1,A,2024-01-05,x,Completed,10',
        '1,A,2024-01-05,y,Completed,20',
        '2,B,2024-01-05,x,Completed,10',
      ),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 4, sum_used: 50 });
    expect(findingsOf(loaded, 'line-duplicate')).toMatchObject([
      { level: 'warning', count: 1, message: expect.stringContaining('but for the status, 10 in all') },
    ]);
  });

  it('is no thing to say of lines that differ otherwise, or in nothing', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Status,Amount',
        '1,A,2024-01-05,Completed,10',
        '1,A,2024-01-05,Shipped,20',
        '2,B,2024-01-06,Completed,10',
        '2,C,2024-01-06,Shipped,10',
      ),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 4, sum_used: 50 });
    expect(codesOf(loaded).filter((code) => ['order-superseded', 'line-duplicate'].includes(code))).toEqual([]);
  });
});
