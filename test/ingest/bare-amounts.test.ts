import { describe, expect, it } from 'vitest';
import type { CrmEvalError } from '../../src/errors.ts';
import { findingsOf, ingestFiles, ordersWith } from './ingest-files.ts';

describe('amounts with units of their own in one column', () => {
  it('are each converted by their own', async () => {
    const cells = ['1.2万', '3,500', '2k', '50元', '30分', '5角', '¥9.9万元', '50 cents', '99¢', '-30分', '(5毛)', '1,200分'];
    const loaded = await ingestFiles({ 'o.csv': ordersWith('金额', cells) });
    expect(await loaded.column('orders', 'amount')).toEqual([12_000, 3500, 2000, 50, 0.3, 0.5, 99_000, 0.5, 0.99, -0.3, -0.5, 12]);
    expect(findingsOf(loaded, 'unit-missing')).toEqual([]);
  });

  it('are exact: a part of a cent of a price is not lost', async () => {
    const rows = ordersWith('数量,单价', ['A']).replace(/A$/m, '3,1.5分');
    const loaded = await ingestFiles({ 'o.csv': rows });
    expect(await loaded.column('orders', 'amount')).toEqual([0.045]);
  });

  it('are not parts of money in columns of other numbers', async () => {
    const loaded = await ingestFiles({
      'o.csv': ordersWith('金额,数量', ['1', '1']).replace(',1\n', ',10,2\n').replace(',1\n', ',10,30分\n'),
    });
    expect(findingsOf(loaded, 'number-invalid')).toMatchObject([{ column: '数量', value: '30分' }]);
  });
});

describe('numbers without a unit where most have one', () => {
  const cells = ['1.2万', '3.5万元', '2万', '5', '300', '0', '20000', '80元'];

  it('count as they stand and are warned about, with count, both sums and the option', async () => {
    const loaded = await ingestFiles({ 'o.csv': ordersWith('金额', [...cells, '4万']) });
    expect(await loaded.column('orders', 'amount')).toEqual([12_000, 35_000, 20_000, 5, 300, 0, 20_000, 80, 40_000]);
    // 5 and 300: 0 is none, 20000 is more than a 万, 80元 says its unit. Of nine amounts four have 万: not yet half.
    expect(findingsOf(loaded, 'unit-missing')).toEqual([]);
    const most = await ingestFiles({ 'o.csv': ordersWith('金额', [...cells, '4万', '6万']) });
    expect(findingsOf(most, 'unit-missing')).toMatchObject([
      {
        level: 'warning',
        count: 2,
        column: '金额',
        value: '5',
        message: expect.stringContaining('305 in all; in 万 that would be 3,050,000'),
      },
    ]);
    expect(findingsOf(most, 'unit-missing')[0]?.fix).toContain('--map orders.amount.unit=万');
  });

  it.each([
    ['万', [12_000, 20_000, 50_000, 30_000]],
    ['1', [12_000, 20_000, 5, 3]],
    ['k', [12_000, 20_000, 5000, 3000]],
  ])('have the unit that is said: %s', async (unit, amounts) => {
    const loaded = await ingestFiles({ 'o.csv': ordersWith('金额', ['1.2万', '2万', '5', '3']) }, { map: [`orders.amount.unit=${unit}`] });
    expect(await loaded.column('orders', 'amount')).toEqual(amounts);
    expect(findingsOf(loaded, 'unit-missing')).toEqual([]);
  });

  it('are cents among cents as well', async () => {
    const loaded = await ingestFiles({ 'o.csv': ordersWith('金额', ['30分', '40分', '5000']) });
    expect(findingsOf(loaded, 'unit-missing')).toMatchObject([
      { count: 1, message: expect.stringContaining('5,000 in all; in 分 that would be 50') },
    ]);
  });

  it('have the unit of the header, without a warning', async () => {
    const loaded = await ingestFiles({ 'o.csv': ordersWith('金额（万元）', ['1.2万', '2万', '5']) });
    expect(await loaded.column('orders', 'amount')).toEqual([12_000, 20_000, 50_000]);
    expect(findingsOf(loaded, 'unit-missing')).toEqual([]);
  });

  it('are not given a unit that is none', async () => {
    const read = ingestFiles({ 'o.csv': ordersWith('金额', ['1']) }, { map: ['orders.amount.unit=小时'] });
    await expect(read).rejects.toMatchObject({ code: 'map-value' } satisfies Partial<CrmEvalError>);
  });
});
