import { type Sql, sql } from '../../../engine/sql.ts';
import type { Read } from '../../../forecast/read.ts';
import { both } from '../../columns.ts';

/** How many leads are on record as converted, in a row of one count. Where none is, nobody knows whether none has or no file says so. */
export const conversionRecords: Sql = sql`select count(*) as conversions from lead_course where outcome = 'converted'`;

/** Why a figure of conversions is missing. */
export const noConversions = both('No file has any lead as converted.', '所有文件均无已转化的线索。');

export async function hasConversions(rows: Read): Promise<boolean> {
  const [row] = await rows(conversionRecords);
  return Number(row?.['conversions'] ?? 0) > 0;
}
