import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, type IngestedFiles, inputOf, lines } from '../ingest-files.ts';

/** Customer → sum of the amounts. */
async function revenue(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id as customer, sum(amount) as amount from orders group by 1 order by 1`);
  return Object.fromEntries(rows.map((row) => [String(row['customer']), Number(row['amount'])]));
}

describe('amounts of orders that stand on each of their lines', () => {
  it('count once where the prices of an order add up to them, shared by quantity and price', async () => {
    const loaded = await ingestFiles({
      'jd.csv': lines(
        '订单号,商品ID,订购数量,下单时间,京东价,订单金额,订单状态,下单帐号',
        '90001,SKU1,1,2026-01-15 10:00:00,100.00,400.00,完成,jd_a',
        '90001,SKU2,1,2026-01-15 10:00:00,300.00,400.00,完成,jd_a',
        '90002,SKU1,2,2026-02-10 10:00:00,100.00,200.00,完成,jd_b',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([100, 300, 200]);
    expect(inputOf(loaded)).toMatchObject({ rows_used: 3, sum_used: 600 });
    expect(findingsOf(loaded, 'amount-per-order')).toMatchObject([{ level: 'info', column: '订单金额', count: 1 }]);
  });

  it('count once by the words of the header where there is no price, on the first line', async () => {
    const loaded = await ingestFiles({
      'shop.csv': lines(
        'Order ID,Customer ID,Order Date,Product,Order Total',
        '1,A,2024-01-05,Tea,90',
        '1,A,2024-01-05,Cup,90',
        '2,B,2024-01-06,Tea,30',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([90, null, 30]);
  });

  it('count once where lines are worth different things, whatever tax and shipping there is', async () => {
    const head = 'Order ID,Customer ID,Order Date,SKU,Qty,Price,Amount';
    const loaded = await ingestFiles({
      'shop.csv': lines(
        head,
        '1,A,2024-01-05,S1,1,10,37',
        '1,A,2024-01-05,S2,2,11,37',
        '2,B,2024-01-06,S1,3,10,68',
        '2,B,2024-01-06,S3,2,17,68',
      ),
    });
    expect(await revenue(loaded)).toEqual({ A: 37, B: 68 });
    expect(codesOf(loaded)).not.toContain('amount-zero');
  });

  it('share to the last digit', async () => {
    const loaded = await ingestFiles({
      'shop.csv': lines(
        'Order ID,Customer ID,Order Date,SKU,Quantity,Price,Grand Total',
        '1,A,2024-01-05,S1,1,10,100.00',
        '1,A,2024-01-05,S2,1,10,100.00',
        '1,A,2024-01-05,S3,1,10,100.00',
        '2,B,2024-01-06,S1,1,10,10',
      ),
    });
    expect(await revenue(loaded)).toEqual({ A: 100, B: 10 });
    expect(await loaded.column('orders', 'amount')).toEqual([33.3333, 33.3334, 33.3333, 10]);
  });

  it('are the less what the order paid back, and the less what a line did', async () => {
    const order = await ingestFiles({
      'shop.csv': lines(
        'Order ID,Customer ID,Order Date,SKU,Order Total,Refund Amount',
        '1,A,2024-01-05,S1,90,40',
        '1,A,2024-01-05,S2,90,40',
        '2,B,2024-01-06,S1,30,0',
      ),
    });
    expect(await revenue(order)).toEqual({ A: 50, B: 30 });
    const line = await ingestFiles({
      'shop.csv': lines(
        'Order ID,Customer ID,Order Date,SKU,Order Total,Refund Amount',
        '1,A,2024-01-05,S1,90,40',
        '1,A,2024-01-05,S2,90,10',
        '2,B,2024-01-06,S1,30,0',
      ),
    });
    expect(await revenue(line)).toEqual({ A: 40, B: 30 });
  });

  it('leave amounts of lines alone and take the refund of an order off once, where it is more than a line', async () => {
    const loaded = await ingestFiles({
      'shop.csv': lines(
        '订单编号,客户编号,下单日期,商品名称,数量,单价,行金额,退款金额',
        'S1,A,2024-01-05,茶,1,60,60,90',
        'S1,A,2024-01-05,杯,1,30,30,90',
        'S2,B,2024-01-06,茶,2,60,120,0',
      ),
    });
    expect(await revenue(loaded)).toEqual({ A: 0, B: 120 });
  });

  it('belong to each of two orders with one number, of other customers or days', async () => {
    const loaded = await ingestFiles({
      'shop.csv': lines(
        '订单编号,客户编号,下单日期,商品名称,订单金额',
        'S1,A,2023-01-05,茶,90',
        'S1,A,2023-01-05,杯,90',
        'S1,A,2024-01-05,茶,90',
        'S1,B,2024-01-05,杯,90',
      ),
    });
    expect(await revenue(loaded)).toEqual({ A: 180, B: 90 });
  });

  it('give the profit of the order', async () => {
    const loaded = await ingestFiles({
      'shop.csv': lines(
        'Order ID,Customer ID,Order Date,SKU,Quantity,Price,Order Total,Line Cost',
        '1,A,2024-01-05,S1,1,60,100,30',
        '1,A,2024-01-05,S2,1,40,100,20',
      ),
    });
    expect(await loaded.column('orders', 'profit')).toEqual([30, 20]);
  });

  it('are found below the first thousand records by the words of the header', async () => {
    const single = Array.from({ length: 1200 }, (_, at) => `${at},C${at % 7},2024-01-05,S1,${10 + (at % 90)}`);
    const loaded = await ingestFiles({
      'shop.csv': lines('Order ID,Customer ID,Order Date,SKU,Order Total', ...single, 'X,Z,2024-01-06,S1,70', 'X,Z,2024-01-06,S2,70'),
    });
    expect((await revenue(loaded))['Z']).toBe(70);
    expect(findingsOf(loaded, 'amount-per-order')).toMatchObject([{ level: 'warning', count: 1 }]);
  });
});

describe('amounts of lines', () => {
  const quiet = async (...rows: string[]): Promise<number | null> => {
    const loaded = await ingestFiles({ 'orders.csv': lines(...rows) });
    expect(codesOf(loaded).filter((code) => /grain|per-order|price-is-total/.test(code))).toEqual([]);
    return inputOf(loaded).sum_used;
  };

  it('stay where lines of an order happen to be equal, and where a second line is free', async () => {
    const head = 'Order ID,Customer ID,Order Date,SKU,Quantity,Price,Amount';
    expect(await quiet(head, '1,A,2024-01-05,S1,1,10,10', '1,A,2024-01-05,S2,1,10,10', '2,B,2024-01-06,S3,1,30,30')).toBe(50);
    expect(await quiet(head, '1,A,2024-01-05,S1,1,10,10', '1,A,2024-01-05,S2,1,0,0', '2,B,2024-01-06,S3,1,30,30')).toBe(40);
  });

  it('stay where nothing but one order speaks for the contrary, and where lines do not differ', async () => {
    const head = '订单编号,客户编号,下单日期,商品名称,金额';
    expect(await quiet(head, 'S1,A,2024-01-05,茶,10', 'S1,A,2024-01-05,杯,10', 'S2,B,2024-01-06,茶,30')).toBe(50);
    const tickets = Array.from({ length: 20 }, (_, at) => [
      `S${at},A,2024-01-05,票${at},${at + 7}`,
      `S${at},A,2024-01-05,票${at},${at + 7} `,
    ]);
    expect(await quiet(head, ...tickets.flat())).toBe(660);
  });

  it('stay under the name of an order where orders have several', async () => {
    const head = '主订单编号,子订单编号,用户ID,订单提交时间,选购商品,订单应付金额,金额';
    expect(await quiet(head.replace('订单提交时间', '下单时间'), 'M1,1,A,2024-01-05,茶,10,10', 'M1,2,A,2024-01-05,杯,20,20')).toBe(30);
  });
});

describe('an amount of which it is not clear', () => {
  const split = lines(
    'Order ID,Customer ID,Order Date,SKU,Quantity,Price,Amount',
    '1,A,2024-01-05,S1,1,10,30',
    '1,A,2024-01-05,S2,1,20,30',
    '2,B,2024-01-06,S1,1,10,10',
    '2,B,2024-01-06,S2,1,20,20',
  );

  it('is refused with both readings and their sums', async () => {
    await expect(ingestFiles({ 'orders.csv': split })).rejects.toThrow(
      /"Amount" is the amount of a line or of its whole order.*add up to 90 line by line, to 60 if every order counts once/,
    );
  });

  it('is what the user says', async () => {
    const order = await ingestFiles({ 'orders.csv': split }, { map: ['orders.amount.per=order'] });
    expect(await revenue(order)).toEqual({ A: 30, B: 30 });
    expect(findingsOf(order, 'amount-grain-doubtful')).toMatchObject([{ level: 'warning', count: 1 }]);
    const line = await ingestFiles({ 'orders.csv': split }, { map: ['orders.amount.per=line'] });
    expect(await revenue(line)).toEqual({ A: 60, B: 30 });
  });

  it('is counted line by line with a warning where it may be chance', async () => {
    const rows = [7, 11, 13, 17].flatMap((amount) => ['茶', '杯'].map((product) => `S${amount},A,2024-01-05,${product},${amount}`));
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,商品名称,金额', ...rows, ...rows.map((row) => row.replace('S', 'T'))),
    });
    expect(findingsOf(loaded, 'amount-grain-doubtful')).toMatchObject([{ level: 'warning', count: 8, column: '金额' }]);
    expect(inputOf(loaded).sum_used).toBe(192);
  });
});

describe('a column called a price', () => {
  it('is the amount of its line where it grows with the quantity of a product', async () => {
    const loaded = await ingestFiles({
      'amazon.txt': lines(
        'Order ID,Customer ID,purchase-date,sku,quantity,item-price',
        '1,A,2024-01-05,S1,1,10.00',
        '2,B,2024-01-06,S1,3,30.00',
      ).replaceAll(',', '\t'),
    });
    expect(await revenue(loaded)).toEqual({ A: 10, B: 30 });
    expect(findingsOf(loaded, 'price-is-total')).toMatchObject([{ level: 'info', column: 'item-price' }]);
  });

  it('is the price of one where it stays', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('Order ID,Customer ID,Order Date,sku,quantity,item-price', '1,A,2024-01-05,S1,1,10', '2,B,2024-01-06,S1,3,10'),
    });
    expect(await revenue(loaded)).toEqual({ A: 10, B: 30 });
    expect(codesOf(loaded)).toContain('amount-derived');
  });
});
