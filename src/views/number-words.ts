import type { Lang } from '../lib/localized.ts';
import { inUnit, type MoneyDisplay } from '../lib/money-display.ts';
import { isNothing } from '../lib/with-sign.ts';

/** `1234567.8` → `1,234,568`; with digits where the amount is small. */
export function amountText(value: number): string {
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(Math.abs(value) < 10 && value !== Math.round(value) ? 1 : 0)
    .split('.');
  let text = '';
  for (const [index, digit] of [...whole].entries()) text += index > 0 && (whole.length - index) % 3 === 0 ? `,${digit}` : digit;
  const size = `${text}${fraction === undefined ? '' : `.${fraction}`}`;
  return value < 0 && !isNothing(size) ? `-${size}` : size;
}

/** An amount of money in a sentence: `586,566`, `CNY 58.7万`. */
export function moneyText(value: number, display: MoneyDisplay = {}): string {
  const { unit = null, currency = null } = display;
  const shown = inUnit(value, display);
  const number = unit !== null && Math.abs(shown) < 1000 ? String(Number(shown.toFixed(2))) : amountText(shown);
  return `${currency === null ? '' : `${currency} `}${number}${unit ?? ''}`;
}

export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `p = 0.03`, `p < 0.001`. */
export function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${Number(p.toPrecision(1))}`;
}

export function oneDecimal(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** Parts of a sentence, in the marks of the language. */
export function listed(parts: readonly string[], lang: Lang): string | null {
  return parts.length === 0 ? null : parts.join(lang === 'zh-CN' ? '；' : '; ');
}
