import { addDays, addMonths, type IsoDate, isIsoDate, type Period } from './dates.ts';

/** A period as a user writes it: fixed, or the calendar unit before the one the as-of date lies in. */
export type PeriodText = { readonly kind: 'fixed'; readonly period: Period } | { readonly kind: 'last'; readonly months: 1 | 3 | 12 };

const lastUnits = new Map<string, 1 | 3 | 12>([
  ['last-month', 1],
  ['last-quarter', 3],
  ['last-year', 12],
]);

/**
 * Reads `2026`, `2026-Q3`, `2026-10`, `2026-10-31`, `FROM..TO` of any two of these (both included: `2026-01..2026-03` is the first
 * quarter), `last-month`, `last-quarter` and `last-year`. Null for anything else, and where FROM is after TO.
 */
export function parsePeriod(text: string): PeriodText | null {
  const months = lastUnits.get(text);
  if (months !== undefined) return { kind: 'last', months };
  const ends = text.split('..');
  const [first, last] = [calendarUnit(ends[0] ?? ''), calendarUnit(ends.at(-1) ?? '')];
  if (ends.length > 2 || first === null || last === null) return null;
  const period = { from: first.from, to: last.to };
  return period.from < period.to ? { kind: 'fixed', period } : null;
}

/** The half-open period; `last-month` on any day of March is February. */
export function resolvePeriod(text: PeriodText, asOf: IsoDate): Period {
  if (text.kind === 'fixed') return text.period;
  const [year, month] = asOf.split('-').map(Number);
  const firstMonth = Math.floor((month! - 1) / text.months) * text.months + 1;
  const to = firstOf(year!, firstMonth);
  return { from: addMonths(to, -text.months), to };
}

/** As `--period` takes it, both days included: `2026-10-01..2026-10-31`. */
export function spanOf({ from, to }: Period): string {
  return `${from}..${addDays(to, -1)}`;
}

function calendarUnit(text: string): Period | null {
  if (isIsoDate(text)) return text < '9999-12-31' ? { from: text, to: addDays(text, 1) } : null;
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/i.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1 || year > 9998) return null;
  const [month, length] = match[2] !== undefined ? [Number(match[2]) * 3 - 2, 3] : match[3] !== undefined ? [Number(match[3]), 1] : [1, 12];
  const from = firstOf(year, month);
  return { from, to: addMonths(from, length) };
}

function firstOf(year: number, month: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
