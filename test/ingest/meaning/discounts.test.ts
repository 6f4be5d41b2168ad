import { describe, expect, it } from 'vitest';
import { findingsOf, ingestFiles, type IngestedFiles, inputOf, lines } from '../ingest-files.ts';

const head = 'Order ID,Customer ID,Order Date,SKU,Quantity,UnitPrice';

function orders(header: string, ...rows: readonly string[]): Promise<IngestedFiles> {
  return ingestFiles({ 'orders.csv': lines(header, ...rows) });
}

describe('amounts computed from quantity and price', () => {
  it.each([
    ['a share', ['1,A,2024-01-05,S1,12,14.00,0', '2,B,2024-01-06,S2,35,42.40,0.15'], 1429.4],
    ['percents', ['1,A,2024-01-05,S1,12,14.00,', '2,B,2024-01-06,S2,35,42.40,15%'], 1429.4],
    ['money', ['1,A,2024-01-05,S1,12,14.00,', '2,B,2024-01-06,S2,35,42.40,12.50'], 1639.5],
    ['money with its minus', ['1,A,2024-01-05,S1,12,14.00,0', '2,B,2024-01-06,S2,35,42.40,-12.50'], 1639.5],
  ])('are less a discount that is %s', async (_, rows, sum) => {
    const loaded = await orders(`${head},Discount`, ...rows);
    expect(inputOf(loaded).sum_used).toBe(sum);
    expect(findingsOf(loaded, 'discount-taken')).toMatchObject([{ level: 'info', count: 1, column: 'Discount' }]);
  });

  it('are less 折扣率 and 优惠金额', async () => {
    const zh = '订单编号,客户编号,下单日期,商品名称,数量,单价';
    expect(inputOf(await orders(`${zh},折扣率`, 'S1,A,2024-01-05,茶,2,100,10%')).sum_used).toBe(180);
    expect(inputOf(await orders(`${zh},优惠金额`, 'S1,A,2024-01-05,茶,2,100,30')).sum_used).toBe(170);
  });

  it('are the share that a Chinese discount of 0.9 says is paid, with a warning', async () => {
    const zh = '订单编号,客户编号,下单日期,商品名称,数量,单价';
    const loaded = await orders(`${zh},折扣`, 'S1,A,2024-01-05,茶,2,100,0.9', 'S2,B,2024-01-06,杯,1,50,1', 'S3,C,2024-01-07,杯,3,50,0.85');
    expect(inputOf(loaded).sum_used).toBe(357.5);
    expect(findingsOf(loaded, 'discount-doubtful')).toMatchObject([{ level: 'warning' }]);
    expect(inputOf(await orders(`${zh},整单优惠`, 'S1,A,2024-01-05,茶,2,100,20', 'S1,A,2024-01-05,杯,1,50,20')).sum_used).toBe(230);
  });

  it('are less the discount of an order once', async () => {
    const loaded = await orders(
      `${head},Order Discount`,
      '1,A,2024-01-05,S1,1,60,15',
      '1,A,2024-01-05,S2,1,40,15',
      '2,B,2024-01-06,S1,1,60,0',
    );
    expect(inputOf(loaded).sum_used).toBe(145);
  });

  it('are not less a discount that the price is net of', async () => {
    expect(inputOf(await orders(`${head.replace('UnitPrice', 'Net Price')},Discount`, '1,A,2024-01-05,S1,2,8.5,0.15')).sum_used).not.toBe(
      14.45,
    );
    const listed = await orders(`${head.replace('UnitPrice', 'Original Price,Price')},Discount`, '1,A,2024-01-05,S1,2,10,8.5,0.15');
    expect(inputOf(listed).sum_used).toBe(17);
  });

  it('are said to be doubtful where round numbers may be percents', async () => {
    const loaded = await orders(`${head},Discount`, '1,A,2024-01-05,S1,2,100,10');
    expect(inputOf(loaded).sum_used).toBe(190);
    expect(findingsOf(loaded, 'discount-doubtful')).toMatchObject([{ level: 'warning', count: 1 }]);
    const told = await ingestFiles(
      { 'orders.csv': lines(`${head},Discount`, '1,A,2024-01-05,S1,2,100,10') },
      { map: ['orders.discount_rate=Discount'] },
    );
    expect(inputOf(told).sum_used).toBe(180);
    expect(findingsOf(told, 'discount-doubtful')).toEqual([]);
  });
});

it('an amount that is quantity × price in spite of a discount is a warning with the sum', async () => {
  const loaded = await orders(`${head},Amount,Discount`, '1,A,2024-01-05,S1,2,100,200,15.5', '2,B,2024-01-06,S2,1,50,50,0');
  expect(inputOf(loaded).sum_used).toBe(250);
  expect(findingsOf(loaded, 'discount-doubtful')).toMatchObject([{ level: 'warning', count: 1, message: expect.stringContaining('15.5') }]);
  const net = await orders(`${head},Amount,Discount`, '1,A,2024-01-05,S1,2,100,184.5,15.5');
  expect(findingsOf(net, 'discount-doubtful')).toEqual([]);
});
