import type { MoneyDisplay } from '../../lib/money-display.ts';
import { amountText, moneyText, withMinus } from '../../views/number-words.ts';

/** A figure in a sentence, by its type: money in the unit of the report, shares in percent; – where it is not known. */
export function valueText(value: number | null, shows: unknown, money?: MoneyDisplay): string {
  if (value === null) return '–';
  if (shows === 'money') return moneyText(value, money);
  if (shows === 'ratio') return `${withMinus((value * 100).toFixed(1))}%`;
  return shows === 'integer' ? amountText(value) : withMinus(String(Number(value.toFixed(2))));
}
