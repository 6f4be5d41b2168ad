import { describe, expect, it } from 'vitest';
import { ingestFiles, inputOf } from './ingest-files.ts';

const orders = ['order_id,customer_id,order_date,amount,paid', '1,A,2026-01-01,5,5', '2,B,2026-01-02,6,6'].join('\n');

describe('what the user says of a file', () => {
  it('is refused where the named role lacks a column it needs', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { roles: { 'orders.csv': 'territories' } })).rejects.toMatchObject({
      code: 'role-needs',
      exit: 'usage',
    });
  });

  it('is refused where no file has the mapped header, with the nearest one', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { map: ['orders.amount=piad'] })).rejects.toMatchObject({
      code: 'map-unmatched',
      fix: { en: 'did you mean "paid"?' },
    });
  });

  it('is refused where a word is to mean a value that the field does not have', async () => {
    await expect(ingestFiles({ 'orders.csv': orders }, { map: ['orders.status.constructor=foo'] })).rejects.toMatchObject({
      code: 'map-value',
      exit: 'usage',
    });
  });
});

describe('a file with many columns of its own', () => {
  it('is still known by the few that are known', async () => {
    const own = Array.from({ length: 200 }, (_, index) => `自定义${index}`);
    const loaded = await ingestFiles({
      'export.csv': [
        ['order_id', 'customer_id', 'order_date', 'amount', ...own].join(','),
        ['1', 'A', '2026-01-01', '10', ...own.map(() => 'x')].join(','),
      ].join('\n'),
    });
    expect(inputOf(loaded)).toMatchObject({ role: 'orders', rows_used: 1, sum_used: 10 });
  });
});
