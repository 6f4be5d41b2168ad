import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, lines } from '../ingest-files.ts';

describe('money in a unit', () => {
  it('of two files is brought to one', async () => {
    const loaded = await ingestFiles({
      'fen.csv': lines('order_id;customer_id;order_date;金额(分)', '1;A;2024-01-05;10000', '2;B;2024-02-06;5000'),
      'wan.csv': lines('order_id;customer_id;order_date;金额（万元）', '3;A;2024-03-05;1'),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([100, 50, 10_000]);
    expect(findingsOf(loaded, 'unit-converted').map(({ file, column, level }) => [file?.endsWith('.csv'), column, level])).toEqual([
      [true, '金额(分)', 'info'],
      [true, '金额（万元）', 'info'],
    ]);
  });

  it.each([
    ['amount_cents', '1999', 19.99],
    ['price_in_cents', '1999', 19.99],
    ['Amount (cents)', '1999', 19.99],
    ['Total in pence', '1999', 19.99],
    ['金额（角）', '15', 1.5],
    ['金额_分', '1999', 19.99],
    ['Amount (in thousands)', '1.5', 1500],
    ['Sales in thousands', '1.5', 1500],
    ['Revenue ($k)', '1.5', 1500],
    ["Sales ($'000)", '1.5', 1500],
    ['Sales (000s)', '1.5', 1500],
    ['Amount (in thousands of USD)', '1.5', 1500],
    ['Amount (USD m)', '1.5', 1_500_000],
    ['销售额_千元', '1.5', 1500],
    ['金额(万元，含税)', '1.5', 15_000],
    ['金额（单位：万元）', '1.5', 15_000],
    ['金额(百万元)', '1.5', 1_500_000],
    ['金额（亿元）', '0.5', 50_000_000],
    ['金额(万美元)', '1.5', 15_000],
  ])('of the header %s', async (header, cell, amount) => {
    const loaded = await ingestFiles({ 'orders.csv': lines('order_id;customer_id;order_date;' + header, `1;A;2024-01-05;${cell}`) });
    expect(await loaded.column('orders', 'amount')).toEqual([amount]);
    expect(codesOf(loaded)).toContain('unit-converted');
  });

  it('of a unit price is brought to money before it is multiplied', async () => {
    const loaded = await ingestFiles({ 'orders.csv': lines('订单编号,客户编号,下单日期,数量,单价(分)', '1,A,2024-01-05,3,150') });
    expect(await loaded.column('orders', 'amount')).toEqual([4.5]);
  });

  it('of the lines above the header holds for all money without a unit of its own', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '销售明细表',
        '单位：万元',
        '订单编号,客户编号,下单日期,金额,成本(元)',
        '1,A,2024-01-05,1.5,9000',
        '2,B,2024-01-06,2,9000',
      ),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([15_000, 20_000]);
    expect(await loaded.column('orders', 'cost')).toEqual([9000, 9000]);
  });

  it('of a column beside holds where all rows have it, and is a warning where they differ', async () => {
    const one = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,金额,金额单位', '1,A,2024-01-05,100,万元', '2,A,2024-01-06,60,万元'),
    });
    expect(await one.column('orders', 'amount')).toEqual([1_000_000, 600_000]);
    const two = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,金额,金额单位', '1,A,2024-01-05,100,万元', '2,A,2024-01-06,600000,元'),
    });
    expect(findingsOf(two, 'units-mixed')).toMatchObject([{ level: 'warning', count: 2, column: '金额单位' }]);
  });

  it('of a column beside targets is reckoned in row by row, and stays beside its values', async () => {
    const loaded = await ingestFiles({
      'targets.csv': lines('层级,对象,指标,年份,目标值,单位', '公司,全公司,销售额,2024,100,万元', '团队,华东,销售额,2024,60,万元'),
    });
    expect(await loaded.column('targets', 'value')).toEqual([1_000_000, 600_000]);
    expect(await loaded.column('targets', 'unit')).toEqual(['万元', '万元']);
    expect(codesOf(loaded).filter((code) => code.startsWith('unit'))).toEqual([]);
  });

  it('is not seen where there is none', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('订单编号,客户编号,下单日期,金额(元),数量,单位', '1,A,2024-01-05,100,3,件', '2,A,2024-01-05,100,3,千克'),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([100, 100]);
    expect(codesOf(loaded).filter((code) => code.startsWith('unit'))).toEqual([]);
  });
});
