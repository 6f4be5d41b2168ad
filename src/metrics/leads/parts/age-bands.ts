import { identifier, join, type Sql, sql } from '../../../engine/sql.ts';
import { both, column } from '../../columns.ts';

/** The last day of each band of ages but the oldest: a week, a month, a quarter, half a year. */
const lastDays = [7, 30, 90, 180] as const;

/** All bands, that of ages which are not known first. */
export const ageBands: readonly number[] = Array.from({ length: lastDays.length + 2 }, (_, band) => band);

/** The band of a lead so many days old, by the name of the column: 1 for the youngest; 0 where the age is not known. */
export function ageBandOf(days: string): Sql {
  const age = identifier(days);
  const bands = lastDays.map((last, index) => sql`when ${age} <= ${last} then ${index + 1}::bigint`);
  return sql`case when ${age} is null then 0::bigint ${join(bands, ' ')} else ${lastDays.length + 1}::bigint end`;
}

/** First and last day of a band; the oldest has no last one, and ages that are not known have neither. */
export function daysOfBand(band: number): { readonly from: number | null; readonly to: number | null } {
  if (band === 0) return { from: null, to: null };
  return { from: band === 1 ? 0 : lastDays[band - 2]! + 1, to: lastDays[band - 1] ?? null };
}

/**
 * The age beyond which no lead was taken, in days, as oldest_days: of bands that were tried, at least the youngest band whole; null where none was.
 * A query of one row, from taken_ages.
 */
export const oldestTried = sql`
  select case when max(tried_days) is not null then greatest(max(tried_days), ${lastDays[0]}::bigint) end as oldest_days
  from (select case when is_tried then oldest_days end as tried_days from taken_ages) as ages`;

export const ageBandColumn = column.count(
  both('Age band', '存续时长分档'),
  both(
    'By the days since the lead came in, when it was taken or, of leads to give out, today: 1 up to 7 days, 2 up to 30, 3 up to 90, 4 up to 180, 5 older; 0 where they are not known, and for all leads where more than one in twenty was taken at an unknown age.',
    '按线索进入后的天数（取得时；待分配的线索按今天）：1 为 7 天内，2 为 30 天内，3 为 90 天内，4 为 180 天内，5 为更久；不详为 0，取得时天数不详的超过二十分之一时全部为 0。',
  ),
);
