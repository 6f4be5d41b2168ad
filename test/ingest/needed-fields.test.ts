// @module-tag slow
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findingsOf, ingestFiles, ingestPaths, inputOf } from './ingest-files.ts';

const demo = join(import.meta.dirname, '../../fixtures/demo');
const header = 'order_id,customer_id,order_date,quantity,unit_price,amount,product_id,status';

describe('columns that no wanted field comes from', () => {
  it('are not read as fields, and the rows are judged all the same', async () => {
    const text = [header, 'S1,C1,2026-01-05,many,1,10,P1,completed', 'S2,C1,2026-01-06,1,1,20,P1,cancelled'].join('\n');
    const few = await ingestFiles({ 'orders.csv': text }, { fields: new Set(['orders.amount']) });
    const all = await ingestFiles({ 'orders.csv': text });
    expect(inputOf(few)).toMatchObject({ rows_used: 1, rows_set_aside: 1, sum_used: 10 });
    expect(inputOf(all)).toMatchObject({ rows_used: 1, rows_set_aside: 1, sum_used: 10 });
    expect(findingsOf(few, 'number-invalid')).toHaveLength(0);
    expect(findingsOf(all, 'number-invalid')).toHaveLength(1);
  });

  it('are read where an amount has to be derived from them', async () => {
    const text = ['order_id,customer_id,order_date,quantity,unit_price', 'S1,C1,2026-01-05,3,1.5', 'S2,C1,2026-01-06,many,1'].join('\n');
    const loaded = await ingestFiles({ 'orders.csv': text }, { fields: new Set(['orders.amount']) });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1, rows_rejected: 1, sum_used: 4.5, reasons: { 'amount-invalid': 1 } });
  });

  it('still tell equal lines from different ones', async () => {
    const text = [header, 'S1,C1,2026-01-05,1,10,10,P1,completed', 'S1,C1,2026-01-05,1,10,10,P2,completed'].join('\n');
    const loaded = await ingestFiles({ 'orders.csv': text }, { fields: new Set(['orders.amount']) });
    expect(findingsOf(loaded, 'line-duplicate')).toHaveLength(0);
  });

  it('leave every table of the demo company with the rows it has when all are read', async () => {
    const paths = readdirSync(demo)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => join(demo, name));
    const [few, all] = [await ingestPaths(paths, { fields: new Set() }), await ingestPaths(paths)];
    onTestFinished(async () => {
      await few.close();
      await all.close();
    });
    const account = ({ ingested }: typeof all) =>
      ingested.inputs.map(({ role, rows_read, rows_used, reasons }) => ({ role, rows_read, rows_used, reasons }));
    expect(account(few)).toHaveLength(11);
    expect(account(few)).toEqual(account(all));
  });
});
