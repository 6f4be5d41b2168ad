import { addDays, daysBetween, type IsoDate, type Period } from '../../../lib/dates.ts';
import { comparisonWindows, lastTwelveMonths } from '../../windows.ts';

/** A period with the one right before it, whose customers it may keep; both half-open. */
export interface RetentionWindow {
  readonly period: Period;
  readonly base: Period;
}

/** How many periods are looked at: the one under review and those before. */
const periods = 4;

/**
 * The period (else the twelve months that end with the as-of date) and the three before it, latest first. A period that the as-of date
 * falls into ends there, and those before stop after as many days. None without an as-of date.
 */
export function retentionWindows(period: Period | null, asOf: IsoDate | null): RetentionWindow[] {
  if (asOf === null) return [];
  let whole = period ?? lastTwelveMonths(asOf);
  const { current } = comparisonWindows(whole, asOf);
  const elapsed = current.to === whole.to ? null : daysBetween(current.from, current.to);
  const windows: RetentionWindow[] = [];
  for (let count = 0; count < periods; count += 1) {
    const base = comparisonWindows(whole, null).previous;
    const end = elapsed === null ? whole.to : addDays(whole.from, elapsed);
    windows.push({ period: { from: whole.from, to: end < whole.to ? end : whole.to }, base });
    whole = base;
  }
  return windows;
}
