// @module-tag slow
import { describe, expect, it } from 'vitest';
import { ingestFiles, inputOf, findingsOf } from './ingest-files.ts';

const header = 'order_id,customer_id,order_date,quantity,unit_price,amount';

function plainLines(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `S${index},C${index % 7},2026-01-${String((index % 28) + 1).padStart(2, '0')},2,1.5,3`,
  );
}

describe('columns that the engine converts while it reads', () => {
  it('come out the same when a cell far down is not plain and the file is read as text', async () => {
    const plain = plainLines(1500);
    const odd = [...plain.slice(0, 1400), 'S1400,C0,2026年1月1日,2,1.5,"¥3.00"', ...plain.slice(1401)];
    const [one, other] = [
      await ingestFiles({ 'orders.csv': [header, ...plain].join('\n') }),
      await ingestFiles({ 'orders.csv': [header, ...odd].join('\n') }),
    ];
    expect(inputOf(one)).toMatchObject({ rows_read: 1500, rows_used: 1500, sum_used: 4500 });
    expect(inputOf(other)).toMatchObject({ rows_read: 1500, rows_used: 1500, sum_used: 4500 });
  });

  it('reject a cell far down that is no date and no amount', async () => {
    const lines = plainLines(1500);
    lines[1450] = 'S1450,C0,soon,2,1.5,3';
    lines[1460] = 'S1460,C0,2026-01-02,2,1.5,much';
    const loaded = await ingestFiles({ 'orders.csv': [header, ...lines].join('\n') });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 1500, rows_used: 1498, rows_rejected: 2 });
    expect(findingsOf(loaded, 'date-invalid')[0]).toMatchObject({ line: 1452, value: 'soon' });
    expect(findingsOf(loaded, 'number-invalid')[0]).toMatchObject({ line: 1462, value: 'much' });
  });

  it('reject an instant that no file can mean', async () => {
    const loaded = await ingestFiles({ 'orders.csv': [header, ...plainLines(20), 'S99,C1,0001-01-01,1,1,1'].join('\n') });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 20, rows_rejected: 1, reasons: { 'date-invalid': 1 } });
  });
});

describe('an amount computed from a quantity and a price', () => {
  it('keeps nine decimals of the price and does not overflow', async () => {
    const loaded = await ingestFiles({
      'orders.csv': [
        'order_id,customer_id,order_date,quantity,unit_price',
        '1,A,2026-01-01,100000,0.00004',
        '2,B,2026-01-01,1000000,0.001234567',
        '3,C,2026-01-01,100000,100000',
      ].join('\n'),
    });
    expect(await loaded.column('orders', 'amount')).toEqual([4, 1234.567, 10_000_000_000]);
  });

  it('is rejected beyond a trillion: another number slipped into the column', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ['order_id,customer_id,order_date,amount', '1,A,2026-01-01,99999999999999', '2,A,2026-01-02,5'].join('\n'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, rows_rejected: 1, sum_used: 5 });
  });
});
