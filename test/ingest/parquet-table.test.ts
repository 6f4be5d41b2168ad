import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { sql, trusted } from '../../src/engine/sql.ts';
import { openEngine } from '../engine/open-engine.ts';
import { findingsOf, type IngestedFiles, ingestPaths, inputOf } from './ingest-files.ts';

/** Writes a query's rows as a Parquet file, with the types they have. */
async function parquetOf(query: string, name = 'orders.parquet'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-eval-parquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const engine = await openEngine();
  const path = join(folder, name);
  await engine.run(sql`copy (${trusted(query)}) to ${path} (format parquet)`);
  await engine.close();
  return path;
}

async function ingestParquet(query: string): Promise<IngestedFiles> {
  const loaded = await ingestPaths([await parquetOf(query)]);
  onTestFinished(() => loaded.close());
  return loaded;
}

describe('a Parquet file', () => {
  it('is read with the types it has', async () => {
    const loaded = await ingestParquet(`
      select 'S1' as "订单编号", 17850.0::double as "客户编号", timestamp '2026-01-05 10:00:00' as "下单日期", 1234.5678::decimal(18,4) as "订单金额", 0.1::float as "数量"
      union all select 'S2', 17851.0, timestamp '2025-12-31 23:59:59', -0.5, null`);
    expect(inputOf(loaded)).toMatchObject({ encoding: 'parquet', rows_read: 2, rows_used: 2, sum_used: 1234.0678 });
    expect(await loaded.column('orders', 'customer_id')).toEqual(['17850', '17851']);
    expect(await loaded.column('orders', 'ordered_at')).toEqual(['2026-01-05 10:00:00', '2025-12-31 23:59:59']);
    expect(await loaded.column('orders', 'quantity')).toEqual([0.1, null]);
  });

  it('is read like any file where its columns are text', async () => {
    const loaded = await ingestParquet(`
      select 'S1' as "订单编号", ' C1' as "客户编号", '2026年1月5日' as "下单日期", '¥1,200.00' as "订单金额"
      union all select 'S2', 'C2', 'soon', '5' union all select 'S3', '', '2026年1月6日', '5'`);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 3,
      rows_used: 1,
      rows_set_aside: 1,
      rows_rejected: 1,
      reasons: { 'date-invalid': 1, 'customer-missing': 1 },
    });
    expect(findingsOf(loaded, 'date-invalid')[0]).toMatchObject({ line: 2, value: 'soon', cell: null });
  });

  it('takes a day for an instant, and an instant with an offset as UTC', async () => {
    const loaded = await ingestParquet(`select 'S1' as order_id, 'C1' as customer_id, date '2026-01-05' as order_date, 1 as amount`);
    expect(await loaded.column('orders', 'ordered_at')).toEqual(['2026-01-05 00:00:00']);
    const zoned = await ingestParquet(
      `select 'S1' as order_id, 'C1' as customer_id, timestamptz '2026-01-05 10:00:00+08' as order_date, 1 as amount`,
    );
    expect(await zoned.column('orders', 'ordered_at')).toEqual(['2026-01-05 02:00:00']);
  });

  it('with quotes and blanks in a column name is read', async () => {
    const loaded = await ingestParquet(
      `select 'S1' as order_id, 'C1' as customer_id, date '2026-01-05' as order_date, 1 as amount, 'x' as "it's ""odd"" ; --"`,
    );
    expect(inputOf(loaded)).toMatchObject({ rows_used: 1 });
  });

  it('with a damaged page ends with a code', async () => {
    const path = await parquetOf(
      `select 'S' || range as order_id, 'C' || range % 7 as customer_id, date '2026-01-05' as order_date, hash(range) % 1000 as amount from range(3000)`,
    );
    const bytes = readFileSync(path);
    for (let index = 200; index < 420; index += 1) bytes[index] = bytes[index]! ^ 0x5a;
    writeFileSync(path, bytes);
    await expect(ingestPaths([path])).rejects.toMatchObject({ code: 'parquet-unreadable', exit: 'inputUnreadable' });
  });

  it('without rows, and one that is cut off, end with a code', async () => {
    const none = await parquetOf(`select 'S1' as order_id, 'C1' as customer_id, 1 as amount where false`);
    await expect(ingestPaths([none])).rejects.toMatchObject({ code: 'no-rows', exit: 'inputUnreadable' });
    const cut = await parquetOf(`select 'S1' as order_id, 'C1' as customer_id, 1 as amount`);
    truncateSync(cut, 60);
    await expect(ingestPaths([cut])).rejects.toMatchObject({ code: 'parquet-unreadable', exit: 'inputUnreadable' });
  });
});
