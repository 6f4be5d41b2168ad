import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { codesOf, ingestFiles, inputOf, lines } from '../ingest-files.ts';

const header = 'Order ID,Customer ID,Order Date,Sales Rep,Amount,Quantity,Cost,Contribution (%)';
const shared = [
  '1,A,2026-01-05,Jae,100,3,40,60%',
  '1,A,2026-01-05,Tom,100,3,40,40%',
  '2,B,2026-01-06,Jae,50,1,20,100%',
  '3,C,2026-01-07,Tom,30,2,10,',
  '4,D,2026-01-08,Jae,90,2,10,50%',
  '4,D,2026-01-08,Tom,90,2,10,50%',
];

describe('the share of a rep', () => {
  it('is what the row counts for, so that the rows of one sale make the whole', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines(header, ...shared) });
    const rows = await loaded.rows(sql`
      select rep, sum(amount) as amount, sum(quantity) as quantity, sum(profit) as profit from orders group by rep order by rep`);
    expect(rows).toEqual([
      { rep: 'Jae', amount: 155, quantity: 3.8, profit: 155 - 24 - 20 - 5 },
      { rep: 'Tom', amount: 115, quantity: 4.2, profit: 115 - 16 - 10 - 5 },
    ]);
    expect(codesOf(loaded).filter((code) => code.startsWith('amount-'))).toEqual([]);
  });

  it('leaves the account of the file even: what others have is named', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines(header, ...shared) });
    expect(inputOf(loaded)).toMatchObject({ sum_read: 460, sum_used: 270, taken_off: { shares: 190 } });
  });

  it('may be written as a number of a hundred, and in Chinese', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,业务员,金额,分成比例', '1,A,2026-01-05,张三,100,60', '1,A,2026-01-05,李四,100,40'),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([60, 40]);
  });
});
