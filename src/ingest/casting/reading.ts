import type { Separators } from './separators.ts';

/**
 * How the values of one column are read: what cannot be told from one value alone is decided once for the whole column.
 */
export interface Reading {
  /** Which number comes first in 03/04/2026; null where no value needs it. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  /** True when the values show one order only, or the user named it; false when the order is a guess. */
  readonly dateOrderSure: boolean;
  /** The column of the same file whose dates showed the order; null where they are this one's own. */
  readonly dateOrderFrom: string | null;
  /** Dates with the year in front whose day and month a spreadsheet may have swapped. */
  readonly swapped: SwappedDates | null;
  readonly decimalComma: boolean;
  /** What the values show about it: a single mark before three digits is not certain. */
  readonly separators: Separators;
  /** From a unit in the header: `金额（万元）` is 10,000. */
  readonly multiplier: number;
  /** The header says the numbers are percents. */
  readonly percent: boolean;
  /** For choices and flags: words of this column → canonical values. Words that are not here are not understood. */
  readonly words: ReadonlyMap<string, string>;
  /** For texts and persons: some values carry blanks, a number in brackets, a second name … that have to be taken off. */
  readonly marked: boolean;
  /** For ids: the column as a whole begins its ids with the text mark of a spreadsheet ('001), which is no part of them. */
  readonly textMark: boolean;
  /** For ids: the column as a whole has decimals (17850.0), which a program gave to whole numbers. */
  readonly wholeDecimals: boolean;
}

/**
 * `back`: they are read with day and month changed back; `said`: so, because the user says so; `perhaps`: they are read as they stand;
 * `unknown`: the first records hold none, but look as if there were some.
 */
export interface SwappedDates {
  readonly kind: 'back' | 'said' | 'perhaps' | 'unknown';
  readonly dates: number;
}

/** Whether dates with the year in front are read with day and month changed. */
export function isSwappedBack({ swapped }: Reading): boolean {
  return swapped?.kind === 'back' || swapped?.kind === 'said';
}

export function sameReading(one: Reading, other: Reading): boolean {
  return (
    one.dateOrder === other.dateOrder &&
    one.dateOrderSure === other.dateOrderSure &&
    one.dateOrderFrom === other.dateOrderFrom &&
    one.swapped?.kind === other.swapped?.kind &&
    one.decimalComma === other.decimalComma &&
    one.words.size === other.words.size &&
    one.marked === other.marked &&
    one.textMark === other.textMark &&
    one.wholeDecimals === other.wholeDecimals
  );
}

/** A short name of every decision that was made, for `inspect` and `-v`; null where none was. */
export function describeReading(reading: Reading): string | null {
  const parts = [
    reading.dateOrder === 'dmy' ? 'day-first' : null,
    reading.dateOrder === 'mdy' ? 'month-first' : null,
    reading.dateOrder === 'ymd' ? 'year-first' : null,
    isSwappedBack(reading) ? 'true dates swapped back' : null,
    reading.dateOrderSure ? null : 'ambiguous',
    reading.decimalComma ? 'decimal comma' : null,
    reading.multiplier === 1 ? null : `×${reading.multiplier}`,
    reading.percent ? '%' : null,
    reading.textMark ? "without '" : null,
    reading.wholeDecimals ? 'without .0' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
