import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import type { Row } from '../lib/rows.ts';
import { addDays, daysBetween, type IsoDate } from '../lib/dates.ts';
import { plannedClosing } from '../model/opportunities.ts';
import { reasonCode } from '../model/row-reasons.ts';
import { headerOf } from '../quality/check.ts';
import type { LoadedTable } from './table-plan.ts';

/** A later group of dates is taken for typing errors when it is this far from the rest and this small a share of the rows … */
const gapDays = 366;
const straggler = 0.001;
/** … and in a file too small for that share, a single row, or the rows of a single day, when it is this far: the orders of a small customer may well be years apart. */
const wideGapDays = 5 * 366;
/** The rows of one day may be the lines of one order with a slip in its date, unless they are more than this of all. */
const mostOfOneDay = 0.25;

/** Rows, or all rows of a kind, this far after all others do not set the date: an order of a small customer may come that late, a year more than that is a slip. */
const farDays = 3 * 366;

/** Rows this far after all others are reported when they are few, in a file of at least so many rows. */
const isolatedDays = 60;
const fewRows = 100;

export interface IsolatedRows {
  readonly date: IsoDate;
  readonly rows: number;
  /** The latest date of all others. */
  readonly before: IsoDate;
  /** The first of them; tables of a database have no records to name. */
  readonly at?: { readonly table: LoadedTable; readonly record: number; readonly column: string | null };
}

export interface LatestDate {
  readonly date: IsoDate | null;
  /** Which field of which kind of table has it; orders where several do. */
  readonly from: DatedField | null;
  /** The latest date of what revenue is counted by: orders, else won deals, else the last orders of a customer list; null where there are none. */
  readonly ordersEnd: IsoDate | null;
  /** Rows of orders, or won deals, a day over the last three months that have any, to `ordersEnd`; null where there are neither. */
  readonly ordersPace: number | null;
  /** Rows that set the date although they lie far behind all others; null where there are none. */
  readonly isolated: IsolatedRows | null;
  /** Rows so far behind all others that they do not set it; null where there are none. */
  readonly aside: IsolatedRows | null;
  /** Won deals of which the closing day, of a column of planned days, lies after all that has happened; null where there are none. */
  readonly planned: PlannedDays | null;
}

export interface PlannedDays {
  readonly rows: number;
  readonly date: IsoDate;
}

export interface DatedField {
  readonly entity: string;
  readonly field: string;
}

/** The months in which a kind of event happened, ascending: the latest day of each and how many rows it has. */
export interface DatedMonths extends DatedField {
  readonly months: readonly MonthRows[];
}

export interface MonthRows {
  readonly latest: IsoDate;
  readonly n: number;
  /** On how many days they lie. */
  readonly days: number;
}

/**
 * Fields that say when something happened, by entity; the first of those that share the latest date is named as the one that sets it. What is
 * planned (the next contact of a lead, the day it falls back) has not happened.
 */
export const happened: readonly (readonly [entity: string, field: string])[] = [
  ['orders', 'ordered_at'],
  ['opportunities', 'closed_on'],
  ['activities', 'at'],
  ['feedback', 'at'],
  ['pool_events', 'at'],
  ['customers', 'last_order_on'],
  ['leads', 'created_at'],
  ['leads', 'assigned_at'],
  ['leads', 'first_contact_at'],
  ['leads', 'last_contact_at'],
  ['leads', 'returned_at'],
  ['leads', 'converted_at'],
  ['customers', 'created_on'],
  ['opportunities', 'created_on'],
  ['actions', 'done_on'],
];

/**
 * The latest date of all files, whatever happened on it. Orders far beyond all others (a 2206 for a 2026) are marked `date-future` first, so
 * that one slip does not age every customer. The date is null where nothing is dated.
 */
export async function latestDate(tables: readonly LoadedTable[], engine: DuckDbEngine): Promise<LatestDate> {
  const kinds: DatedMonths[] = [];
  for (const [entity, field] of happened) {
    const dated = tables.filter((table) => hasField(table, entity, field) && !isPlanned(table, field));
    if (dated.length === 0) continue;
    const months = await monthsOf(dated, field, null, engine);
    const latest = lastPlausible(months);
    if (entity === 'orders' && latest !== null && latest !== months.at(-1)?.latest) await markLater(dated, latest, engine);
    kinds.push({ entity, field, months });
  }
  const plans = tables.filter((table) => hasField(table, 'opportunities', 'closed_on') && isPlanned(table, 'closed_on'));
  const end = latestOf(kinds).date;
  if (plans.length > 0)
    kinds.push({ entity: 'opportunities', field: 'closed_on', months: await monthsOf(plans, 'closed_on', end, engine) });
  const latest = latestOf(kinds);
  const located = async (rows: IsolatedRows | null): Promise<IsolatedRows | null> =>
    rows === null ? null : { ...rows, ...(await firstLater(tables, rows, engine)) };
  return {
    ...latest,
    isolated: await located(latest.isolated),
    aside: await located(latest.aside),
    planned: end === null ? null : await plannedLater(plans, end, engine),
  };
}

function hasField(table: LoadedTable, entity: string, field: string): boolean {
  return table.entity.id === entity && table.stored.includes(field);
}

/** Whether the column says when a deal is to close, also where it is closed by now. */
function isPlanned(table: LoadedTable, field: string): boolean {
  return table.entity.id === 'opportunities' && field === 'closed_on' && plannedClosing.test(headerOf(table, field) ?? '');
}

/** The rows that say of a day, by month; deals that are won, where it is their closing; none after `until`. */
function monthsOf(tables: readonly LoadedTable[], field: string, until: IsoDate | null, engine: DuckDbEngine): Promise<MonthRows[]> {
  const day = identifier(field);
  const all = join(
    tables.map(
      (table) =>
        sql`select ${day}::date as day from ${identifier(table.name)} where _reason = 0 and ${day} is not null${field === 'closed_on' ? sql` and state = 'won'` : sql``}${until === null ? sql`` : sql` and ${day}::date <= ${until}::date`}`,
    ),
    ' union all ',
  );
  return engine.rows<MonthRows & Row>(
    sql`select max(day) as latest, sum(n)::bigint as n, count(*) as days from (select day, count(*) as n from (${all}) group by day) group by date_trunc('month', day) order by 1`,
  );
}

/** Won deals whose planned day lies after all that has happened. */
async function plannedLater(tables: readonly LoadedTable[], end: IsoDate, engine: DuckDbEngine): Promise<PlannedDays | null> {
  let [rows, date] = [0, end];
  for (const table of tables) {
    const [row] = await engine.rows<{ n: number; latest: string | null }>(
      sql`select count(*) as n, max(closed_on::date) as latest from ${identifier(table.name)} where _reason = 0 and state = 'won' and closed_on::date > ${end}::date`,
    );
    rows += row?.n ?? 0;
    if (row?.latest !== null && row !== undefined && row.latest > date) date = row.latest;
  }
  return rows === 0 ? null : { rows, date };
}

/** The first record that is later than all but the isolated rows. */
async function firstLater(
  tables: readonly LoadedTable[],
  { before, date }: IsolatedRows,
  engine: DuckDbEngine,
): Promise<Pick<IsolatedRows, 'at'>> {
  for (const [entity, field] of happened) {
    for (const table of tables.filter((each) => each.entity.id === entity && each.stored.includes(field))) {
      const day = sql`${identifier(field)}::date`;
      const [row] = await engine.rows<{ record: number | null }>(
        sql`select min(rowid) as record from ${identifier(table.name)} where _reason = 0 and ${day} > ${before}::date and ${day} <= ${date}::date`,
      );
      if (typeof row?.record === 'number') return { at: { table, record: row.record, column: headerOf(table, field) } };
    }
  }
  return {};
}

/** The latest date of several kinds of events: of each without what lies far beyond all others of its kind, and of all together once more. */
export function latestOf(kinds: readonly DatedMonths[]): LatestDate {
  const plausible = kinds.map(({ months, ...at }) => {
    const latest = lastPlausible(months);
    return { ...at, latest, months: latest === null ? [] : months.filter((month) => month.latest <= latest) };
  });
  const near = plausible.filter((kind) => !isFar(kind, plausible));
  const all = together(near.flatMap(({ months }) => months));
  const last = lastPlausible(all);
  const isolated = last === null ? null : isolatedRows(all.filter((month) => month.latest <= last));
  const isSlip = isolated !== null && daysBetween(isolated.before, isolated.date) > farDays;
  const date = isSlip ? isolated.before : last;
  const setter = plausible.find(({ months }) => date !== null && months.some(({ latest }) => latest === date));
  const counted = ['ordered_at', 'closed_on', 'last_order_on']
    .map((name) => plausible.find(({ field, latest }) => field === name && latest !== null))
    .find((kind) => kind !== undefined);
  return {
    date,
    from: setter === undefined ? null : { entity: setter.entity, field: setter.field },
    ordersEnd: counted?.months.findLast(({ latest }) => date !== null && latest <= date)?.latest ?? counted?.latest ?? null,
    ordersPace: counted === undefined || counted.field === 'last_order_on' ? null : paceOf(counted.months),
    isolated: isSlip ? null : isolated,
    aside: date === null ? null : asideOf(kinds, plausible, date),
    planned: null,
  };
}

/**
 * Whether all of a kind lies far after all others, as a file whose dates have another century. Orders never do, nor what outnumbers all others: a
 * list of customers that was made once may be years older than what happened.
 */
function isFar({ entity, months }: DatedMonths, kinds: readonly DatedMonths[]): boolean {
  const [first] = months;
  const others = kinds.flatMap((kind) => (kind.months === months ? [] : kind.months));
  if (first === undefined || others.length === 0 || entity === 'orders' || countOf(months) > countOf(others)) return false;
  const last = others.map(({ latest }) => latest).reduce((one, other) => (one > other ? one : other));
  return daysBetween(last, first.latest) > farDays;
}

function countOf(months: readonly MonthRows[]): number {
  return months.reduce((sum, { n }) => sum + n, 0);
}

/** What lies after the date: of orders those that count, which are not rejected. */
function asideOf(kinds: readonly DatedMonths[], plausible: readonly DatedMonths[], date: IsoDate): IsolatedRows | null {
  const later = kinds.flatMap((kind, index) =>
    (kind.entity === 'orders' ? plausible[index]! : kind).months.filter(({ latest }) => daysBetween(date, latest) > gapDays),
  );
  if (later.length === 0) return null;
  return {
    date: later.map(({ latest }) => latest).reduce((one, other) => (one > other ? one : other)),
    rows: countOf(later),
    before: date,
  };
}

const paceMonths = 3;

/** Rows a day from the first day of the third last month that has rows to the last date; null where there are none. */
function paceOf(months: readonly MonthRows[]): number | null {
  const recent = months.slice(-paceMonths);
  const [first, last] = [recent[0], recent.at(-1)];
  if (first === undefined || last === undefined) return null;
  return countOf(recent) / (daysBetween(`${first.latest.slice(0, 7)}-01`, last.latest) + 1);
}

function together(months: readonly MonthRows[]): MonthRows[] {
  const sums = new Map<string, MonthRows>();
  for (const { latest, n, days } of months) {
    const same = sums.get(latest.slice(0, 7));
    sums.set(latest.slice(0, 7), {
      latest: same === undefined || latest > same.latest ? latest : same.latest,
      n: n + (same?.n ?? 0),
      days: days + (same?.days ?? 0),
    });
  }
  return [...sums.values()].toSorted((one, other) => (one.latest < other.latest ? -1 : 1));
}

/**
 * A handful of rows, well after all others: a few months early for a typing error that is told by its distance alone, late enough to ask. In a
 * small file a single row, or those of a single day, years after all others where these follow each other closer.
 */
export function isolatedRows(months: readonly MonthRows[]): IsolatedRows | null {
  const [before, last] = [months.at(-2), months.at(-1)];
  const total = months.reduce((sum, month) => sum + month.n, 0);
  if (before === undefined || last === undefined) return null;
  const gap = daysBetween(before.latest, last.latest);
  const isolated = { date: last.latest, rows: last.n, before: before.latest };
  const isOne = last.n === 1 || (isOneDay(last, total) && gap > gapDays);
  if (total >= fewRows) return (isOne || last.n <= total * straggler) && gap > isolatedDays ? isolated : null;
  const earlier = months.slice(1, -1).map(({ latest }, index) => daysBetween(months[index]!.latest, latest));
  return isOne && total > 2 && gap > gapDays && gap > 2 * Math.max(0, ...earlier) ? isolated : null;
}

/** Whether rows may be those of one order: on a single day, and few beside all. */
function isOneDay({ n, days }: MonthRows, total: number): boolean {
  return days === 1 && n <= total * mostOfOneDay;
}

/** The latest date of months in their order, without those far beyond all others; null where there is none. */
export function lastPlausible(months: readonly MonthRows[]): IsoDate | null {
  const total = months.reduce((sum, month) => sum + month.n, 0);
  let [later, days] = [0, 0];
  for (let index = months.length - 1; index > 0; index -= 1) {
    const month = months[index]!;
    later += month.n;
    days += month.days;
    const isShare = later <= total * straggler;
    if (!isShare && later > 1 && !isOneDay({ latest: month.latest, n: later, days }, total)) break;
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
