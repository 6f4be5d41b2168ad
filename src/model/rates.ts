import type { IsoDate } from '../lib/dates.ts';
import { currenciesInColumn } from './currencies.ts';

/** What one unit of a currency is worth in the one of the company, from a day on; null: whatever the day. */
export interface Rate {
  readonly from: IsoDate | null;
  readonly rate: number;
}

/** What one unit of each currency is worth in `to`. */
export interface Rates {
  readonly to: string;
  /** By code, one a day at most, in the order of days. */
  readonly worth: ReadonlyMap<string, readonly Rate[]>;
}

/** `rates:` of the config: `to`, and for each other currency a rate, or rates by the day or month (`2024-07-01`, `2024-07`) from which they hold. */
export type SaidRates = Readonly<Record<string, string | number | Readonly<Record<string, number>>>>;

/** Currencies by their code, in whatever words the config names them. */
export function ratesOf(said: SaidRates | null | undefined): Rates | null {
  if (said === null || said === undefined) return null;
  const { to, ...others } = said;
  if (typeof to !== 'string') throw new TypeError('rates say what they are to');
  const worth = Object.entries(others).map(([name, value]): [string, readonly Rate[]] => [
    currencyCode(name),
    typeof value === 'object'
      ? inOrder(Object.entries(value).map(([day, rate]) => ({ from: day.length === 7 ? `${day}-01` : day, rate })))
      : [{ from: null, rate: Number(value) }],
  ]);
  return ratesTo(currencyCode(to), worth);
}

export function ratesTo(to: string, worth: Iterable<readonly [string, readonly Rate[]]>): Rates {
  return { to, worth: new Map([...worth, [to, [{ from: null, rate: 1 }]]]) };
}

/** One without a day comes first: it holds before all others. */
export function inOrder(rates: readonly Rate[]): readonly Rate[] {
  return rates.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
}

/** The code that a name of a currency stands for; what is not known stands for itself. */
export function currencyCode(name: string): string {
  return currenciesInColumn(name)[0] ?? name.toUpperCase();
}
