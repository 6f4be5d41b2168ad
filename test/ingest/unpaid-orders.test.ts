import { describe, expect, it } from 'vitest';
import { ingestFiles, inputOf, lines } from './ingest-files.ts';

const header = '订单编号,买家会员名,总金额,买家实际支付金额,订单创建时间,退款金额';
const rows = [
  '1,a,178.8,0,2020-02-21 00:00:00,0',
  '2,b,21,21,2020-02-20 23:59:54,0',
  '3,c,37,0,2020-02-20 23:59:35,37',
  '4,d,157,157,2020-02-20 23:58:34,0',
  '5,d,100,60,2020-02-20 23:58:34,40',
];

describe('orders of a marketplace without a status', () => {
  it('are set aside where nothing was paid, and what was paid back is taken off once', async () => {
    const loaded = await ingestFiles({ 'o.csv': lines(header, ...rows) });
    // 21 + (37 − 37) + 157 + (100 − 40)
    expect(inputOf(loaded)).toMatchObject({ rows_used: 4, rows_set_aside: 1, sum_used: 238 });
    expect(inputOf(loaded).reasons).toMatchObject({ 'status-pending': 1 });
  });

  it('are judged by their status where there is one', async () => {
    const paidByCoupon = '6,e,9.9,0,2020-02-20 23:58:34,0,交易成功';
    const loaded = await ingestFiles({
      'o.csv': lines(`${header},订单状态`, '1,a,178.8,0,2020-02-21 00:00:00,0,等待买家付款', paidByCoupon),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, sum_used: 9.9 });
  });

  it('count by what is due where they are sold on account', async () => {
    const loaded = await ingestFiles({ 'o.csv': lines('订单编号,客户名称,订单金额,实付金额,下单日期', '1,甲,100,0,2024-01-01') });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, sum_used: 100 });
  });
});
