import type { Lang } from '../lib/localized.ts';
import { amountFigure, inUnit, type MoneyDisplay } from '../lib/money-display.ts';
import { isNothing, withSign } from '../lib/with-sign.ts';

/** `1234567.8` → `1,234,568`; with digits where the amount is small. */
export function amountText(value: number): string {
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(Math.abs(value) < 10 && value !== Math.round(value) ? 1 : 0)
    .split('.');
  let text = '';
  for (const [index, digit] of [...whole].entries()) text += index > 0 && (whole.length - index) % 3 === 0 ? `,${digit}` : digit;
  const size = `${text}${fraction === undefined ? '' : `.${fraction}`}`;
  return value < 0 && !isNothing(size) ? `−${size}` : size;
}

/** An amount of money in a sentence: `586,566`, `CNY 58.7 万`, `12.60M`. */
export function moneyText(value: number, display: MoneyDisplay = {}): string {
  const { unit = null, currency = null } = display;
  const figure = amountFigure(inUnit(value, display), unit);
  const word = unit === null ? '' : isHan.test(unit) ? ` ${unit}` : unit;
  return `${currency === null ? '' : `${currency} `}${figure}${word}`;
}

const isHan = /\p{Script=Han}/u;

/** A change of money in a sentence: `+3.1 万`, `−8,080`. */
export function moneyChange(change: number, display: MoneyDisplay = {}): string {
  return withSign(change, moneyText(Math.abs(change), display));
}

/** A number as it is written, with the minus of all texts; nothing has none. */
export function withMinus(number: string): string {
  return number === '-0' ? '0' : number.replace('-', '−');
}

export function percentText(share: number): string {
  return `${withMinus(String(Math.round(share * 100)))}%`;
}

/** `22.3%`. */
export function oneDecimalPercent(share: number): string {
  return `${withMinus((share * 100).toFixed(1))}%`;
}

/** `6–41%`: of shares, from the smaller to the larger. */
export function percentRange(low: number, high: number): string {
  const [from, to] = [percentText(low), percentText(high)];
  return from === to ? to : `${from.slice(0, -1)}–${to}`;
}

/** `p = 0.03`, `p < 0.001`. */
export function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${Number(p.toPrecision(1))}`;
}

export function oneDecimal(value: number): string {
  return withMinus(String(Number(value.toFixed(1))));
}

/** Parts of a sentence, in the marks of the language. */
export function listed(parts: readonly string[], lang: Lang): string | null {
  return parts.length === 0 ? null : parts.join(lang === 'zh-CN' ? '；' : '; ');
}
