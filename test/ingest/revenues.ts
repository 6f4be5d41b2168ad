import { sql } from '../../src/engine/sql.ts';
import { ingestFiles, type IngestedFiles, type IngestSettings } from './ingest-files.ts';

async function revenues(loaded: IngestedFiles): Promise<Record<string, number>> {
  const rows = await loaded.rows(sql`select customer_id, sum(amount) as revenue from orders group by 1 order by 1`);
  return Object.fromEntries(rows.map((row) => [row['customer_id'], row['revenue']]));
}

/** Revenue a customer, and what was said: code, level and rows. */
export async function read(
  files: Readonly<Record<string, string>>,
  settings: IngestSettings = {},
): Promise<{ revenue: Record<string, number>; said: [string, string, number][]; loaded: IngestedFiles }> {
  const loaded = await ingestFiles(files, settings);
  const quiet = new Set(['amount-negative', 'customers-without-used-orders', 'order-id-missing', 'order-lines-filled', 'amount-zero']);
  const said = loaded.ingested.findings.filter(({ code }) => !quiet.has(code));
  return { revenue: await revenues(loaded), said: said.map(({ code, level, count }) => [code, level, count]), loaded };
}
