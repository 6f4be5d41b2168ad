import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { ingestFiles, lines } from './ingest-files.ts';

const tables = sql`select table_name from duckdb_tables() where table_name like '%\\_1' escape '\\' order by 1`;

describe('the rows of files', () => {
  it('are dropped canonical table by canonical table, then all', async () => {
    const { ingested, rows } = await ingestFiles({
      'customers.csv': lines('Customer ID,Customer Name', 'C1,Ann'),
      'orders.csv': lines('Order ID,Customer ID,Order Date,Amount', 'O1,C1,2026-01-05,10'),
    });
    const left = async () => (await rows(tables)).map(({ table_name: name }) => name).filter((name) => !String(name).startsWith('named'));
    expect(await left()).toEqual(['customers_1', 'orders_1']);
    await ingested.release?.('orders');
    expect(await left()).toEqual(['customers_1']);
    await ingested.release?.();
    expect(await left()).toEqual([]);
  });

  it('that stand for orders, too, are left until neither is read', async () => {
    const { ingested, column } = await ingestFiles({
      'deals.csv': lines('Opportunity ID,Account ID,Stage,Amount,Close Date', 'D1,C1,Closed Won,10,2026-01-05'),
    });
    await ingested.release?.('opportunities');
    expect(await column('orders', 'amount')).toEqual([10]);
    await ingested.release?.('orders');
    await expect(column('orders', 'amount')).rejects.toThrow('opportunities_1');
  });
});
