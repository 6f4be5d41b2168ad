import type { Separators } from './separators.ts';

/**
 * How the values of one column are read: what cannot be told from one value alone is decided once for the whole column.
 */
export interface Reading {
  /** Which number comes first in 03/04/2026; null where no value needs it. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** True when the values show one order only, or the user named it; false when the order is a guess. */
  readonly dateOrderSure: boolean;
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
}

export function sameReading(one: Reading, other: Reading): boolean {
  return (
    one.dateOrder === other.dateOrder &&
    one.dateOrderSure === other.dateOrderSure &&
    one.decimalComma === other.decimalComma &&
    one.words.size === other.words.size &&
    one.marked === other.marked
  );
}

/** A short name of every decision that was made, for `inspect` and `-v`; null where none was. */
export function describeReading(reading: Reading): string | null {
  const parts = [
    reading.dateOrder === 'dmy' ? 'day-first' : null,
    reading.dateOrder === 'mdy' ? 'month-first' : null,
    reading.dateOrderSure ? null : 'ambiguous',
    reading.decimalComma ? 'decimal comma' : null,
    reading.multiplier === 1 ? null : `×${reading.multiplier}`,
    reading.percent ? '%' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
