import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/result/result.ts';
import { ingestFiles, type IngestSettings, inputOf, lines } from './ingest-files.ts';

/** What became of the money of the orders; all of it is read. */
async function sums(
  content: string,
  settings: IngestSettings = {},
): Promise<Pick<Input, 'sum_read' | 'sum_used' | 'sum_set_aside' | 'sum_rejected' | 'taken_off'>> {
  const { sum_read, sum_used, sum_set_aside, sum_rejected, taken_off } = inputOf(await ingestFiles({ 'orders.csv': content }, settings));
  const off = Object.values(taken_off).reduce((sum, part) => sum + part, 0);
  expect((sum_used ?? 0) + (sum_set_aside ?? 0) + (sum_rejected ?? 0) + off).toBeCloseTo(sum_read ?? 0, 4);
  return { sum_read, sum_used, sum_set_aside, sum_rejected, taken_off };
}

describe('the sum read', () => {
  it.each([
    ['订单号,客户编号,下单日期,状态,金额,退款金额', '已取消', '合计'],
    ['Order ID,Customer ID,Order Date,Status,Amount,Refund Amount', 'cancelled', 'Total'],
  ])('is the column as it stands in the file, without totals, before refunds: %s', async (head, cancelled, total) => {
    const content = lines(
      head,
      '1,A,2024-01-05,,100,40',
      `2,B,2024-01-06,${cancelled},50,-10`,
      '3,C,2024-01-07,,-30,30',
      '4,D,2024-13-07,,7,',
      '5,E,2024-01-08,,x,',
      `${total},,,,127,`,
    );
    expect(await sums(content)).toEqual({
      sum_read: 127,
      sum_used: 30,
      sum_set_aside: 50,
      sum_rejected: 7,
      taken_off: { refunds: 40 },
    });
  });

  it('of orders whose refund stands on a row, too, has that row set aside', async () => {
    expect(
      await sums(
        lines(
          'Order ID,Customer ID,Order Date,Amount,Refund Amount',
          '1,A,2024-01-05,100,40',
          '1R,A,2024-02-05,-40,',
          '2,B,2024-01-06,80,',
        ),
      ),
    ).toEqual({ sum_read: 140, sum_used: 140, sum_set_aside: -40, sum_rejected: null, taken_off: { refunds: 40 } });
  });

  it('of amounts of orders that stand on each line has what repeats, and the refund of an order once', async () => {
    const content = lines(
      'Order ID,Customer ID,Order Date,SKU,Order Total,Refund Amount',
      '1,A,2024-01-05,S1,90,40',
      '1,A,2024-01-05,S2,90,40',
      '2,B,2024-01-06,S1,30,0',
    );
    expect(await sums(content)).toEqual({
      sum_read: 210,
      sum_used: 80,
      sum_set_aside: null,
      sum_rejected: null,
      taken_off: { refunds: 40, repeats: 90 },
    });
  });

  it('of such amounts far below the first records is the same', async () => {
    const single = Array.from({ length: 1200 }, (_, index) => `${index + 10},A,2024-01-05,1,0`);
    const content = lines(
      'Order ID,Customer ID,Order Date,Order Total,Refund Amount',
      ...single,
      '1,A,2024-01-06,90,40',
      '1,A,2024-01-06,90,40',
    );
    expect(await sums(content)).toMatchObject({ sum_read: 1380, sum_used: 1250, taken_off: { refunds: 40, repeats: 90 } });
  });

  it('of amounts of lines beside the refund of their order is theirs', async () => {
    const content = lines(
      'Order ID,Customer ID,Order Date,SKU,Line Total,Order Refund Amount',
      '1,A,2024-01-05,S1,60,50',
      '1,A,2024-01-05,S2,30,50',
      '2,B,2024-01-06,S1,20,0',
      '2,B,2024-01-06,S2,10,0',
    );
    expect(await sums(content)).toMatchObject({ sum_read: 120, sum_used: 70, taken_off: { refunds: 50 } });
  });

  it('of quantity and price is their product, before discounts', async () => {
    const money = lines('订单号,客户编号,下单日期,数量,单价,优惠金额', '1,A,2024-01-05,2,50,8.5', '2,B,2024-01-06,1,30,1.25');
    expect(await sums(money)).toMatchObject({ sum_read: 130, sum_used: 120.25, taken_off: { discounts: 9.75 } });
    const share = lines('Order ID,Customer ID,Order Date,Quantity,Unit Price,Discount', '1,A,2024-01-05,2,50,10%', '2,B,2024-01-06,1,30,0');
    expect(await sums(share)).toMatchObject({ sum_read: 130, sum_used: 120, taken_off: { discounts: 10 } });
  });

  it('of returns that are written above zero is so, too: they are off twice', async () => {
    const content = lines('Order ID,Customer ID,Order Date,Type,Amount', '1,A,2024-01-05,Sale,100', '2,A,2024-01-09,Return,30');
    expect(await sums(content)).toMatchObject({ sum_read: 130, sum_used: 70, taken_off: { returns: 60 } });
  });

  it('of several currencies is in the one of the rates', async () => {
    const content = lines(
      'Order ID,Customer ID,Order Date,Amount,Refund Amount,Currency',
      '1,A,2024-01-05,100,40,USD',
      '2,B,2024-01-06,50,5,CNY',
    );
    expect(await sums(content, { rates: { to: 'CNY', USD: 7 } })).toMatchObject({
      sum_read: 750,
      sum_used: 465,
      taken_off: { refunds: 285 },
    });
  });
});
