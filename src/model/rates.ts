import { currenciesInColumn } from './currencies.ts';

/** `rates:` of the config: what one unit of each currency is worth in `to`. */
export interface Rates {
  readonly to: string;
  readonly worth: ReadonlyMap<string, number>;
}

/** Currencies by their code, in whatever words the config names them. */
export function ratesOf(said: Readonly<Record<string, string | number>> | null | undefined): Rates | null {
  if (said === null || said === undefined) return null;
  const to = codeOf(String(said['to']));
  const worth = Object.entries(said).flatMap(([name, rate]) => (name === 'to' ? [] : [[codeOf(name), Number(rate)] as const]));
  return { to, worth: new Map([...worth, [to, 1]]) };
}

function codeOf(name: string): string {
  return currenciesInColumn(name)[0] ?? name.toUpperCase();
}
