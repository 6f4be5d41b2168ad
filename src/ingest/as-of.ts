import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import { addDays, daysBetween, type IsoDate } from '../lib/dates.ts';
import { reasonCode } from './row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** A later group of dates is taken for typing errors when it is this far from the rest and this small a share of the rows … */
const gapDays = 366;
const straggler = 0.001;
/** … and in a file too small for that share, a single row when it is this far: the orders of a small customer may well be years apart. */
const wideGapDays = 5 * 366;

/** Rows this far after all others are reported when they are few, in a file of at least so many rows. */
const isolatedDays = 60;
const fewRows = 100;

export interface IsolatedRows {
  readonly date: IsoDate;
  readonly rows: number;
  /** The latest date of all others. */
  readonly before: IsoDate;
}

export interface LatestDate {
  readonly date: IsoDate | null;
  /** Rows that set the date although they lie far behind all others; null where there are none. */
  readonly isolated: IsolatedRows | null;
}

/** Fields that say when something happened, by entity, in the order in which they may set the as-of date. */
export const happened: readonly (readonly [entity: string, field: string])[] = [
  ['orders', 'ordered_at'],
  ['opportunities', 'closed_on'],
  ['activities', 'at'],
  ['feedback', 'at'],
  ['pool_events', 'at'],
  ['customers', 'last_order_on'],
  ['leads', 'created_at'],
  ['customers', 'created_on'],
];

/**
 * The latest date of the files: that of the first kind of event in `happened` that has any. Orders far beyond all others (a 2206 for
 * a 2026) are marked `date-future` first, so that one slip does not age every customer. The date is null where nothing is dated.
 */
export async function latestDate(tables: readonly LoadedTable[], engine: DuckDbEngine): Promise<LatestDate> {
  for (const [entity, field] of happened) {
    const dated = tables.filter((table) => table.entity.id === entity && table.stored.includes(field));
    if (dated.length === 0) continue;
    const won = entity === 'opportunities' ? sql` and state = 'won'` : sql``;
    const all = join(
      dated.map(
        (table) =>
          sql`select ${identifier(field)}::date as day from ${identifier(table.name)} where _reason = 0 and ${identifier(field)} is not null${won}`,
      ),
      ' union all ',
    );
    const months = await engine.rows<{ latest: string; n: number }>(
      sql`select max(day) as latest, sum(n)::bigint as n from (select day, count(*) as n from (${all}) group by day) group by date_trunc('month', day) order by 1`,
    );
    const latest = lastPlausible(months);
    if (latest === null) continue;
    if (entity === 'orders' && latest !== months.at(-1)?.latest) await markLater(dated, latest, engine);
    return { date: latest, isolated: isolatedRows(months.filter((month) => month.latest <= latest)) };
  }
  return { date: null, isolated: null };
}

/** A handful of rows, well after all others: a few months early for a typing error that is told by its distance alone, late enough to ask. */
export function isolatedRows(months: readonly { latest: string; n: number }[]): IsolatedRows | null {
  const [before, last] = [months.at(-2), months.at(-1)];
  const total = months.reduce((sum, month) => sum + month.n, 0);
  if (before === undefined || last === undefined || total < fewRows) return null;
  const rare = last.n <= Math.max(1, total * straggler);
  return rare && daysBetween(before.latest, last.latest) > isolatedDays ? { date: last.latest, rows: last.n, before: before.latest } : null;
}

/** The latest date of months in their order, without those far beyond all others; null where there is none. */
export function lastPlausible(months: readonly { latest: string; n: number }[]): IsoDate | null {
  const total = months.reduce((sum, month) => sum + month.n, 0);
  let later = 0;
  for (let index = months.length - 1; index > 0; index -= 1) {
    const month = months[index]!;
    later += month.n;
    const isShare = later <= total * straggler;
    if (!isShare && later > 1) break;
    if (daysBetween(months[index - 1]!.latest, month.latest) > (isShare ? gapDays : wideGapDays))
      return lastPlausible(months.slice(0, index));
  }
  return months.at(-1)?.latest ?? null;
}

async function markLater(tables: readonly LoadedTable[], latest: IsoDate, engine: DuckDbEngine): Promise<void> {
  for (const table of tables) {
    await engine.run(
      sql`update ${identifier(table.name)} set _reason = ${reasonCode('date-future')} where _reason = 0 and ordered_at >= ${addDays(latest, 1)}::date`,
    );
  }
}
