import type { Alignment, Style } from 'exceljs';
import { isIsoDate } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { ResultCell, ValueType } from '../../result/result.ts';
import { amountDecimals, centDecimals } from '../../lib/money-display.ts';
import { rounded } from '../../lib/rounded.ts';
import { formatValue, isChange, isNumeric, type Shape } from '../format.ts';
import { escapeCharacter } from '../visible.ts';

/** Characters that XML cannot hold, and controls that Excel would show as boxes; line feeds and tabs are fine. */
const unsafe = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const excelLimit = 32_767;
/** What needs no second look, which most texts are. */
const harmless = /^[ -\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}]*$/u;
/** Excel counts a 29 February 1900; serials before March 1900 name the wrong day. */
const firstSafeDate = '1900-03-01';

/** Text as Excel takes it: at most 32,767 characters (cut with `…`), and `_x0041_` kept from being read as a character code. */
export function sheetText(text: string): string {
  if (text.length <= excelLimit && harmless.test(text) && !text.includes('_x')) return text;
  const clean = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(unsafe, (character) => (character === '\n' || character === '\t' ? character : escapeCharacter(character)));
  const cut = clean.length > excelLimit ? `${clean.slice(0, excelLimit - 1).replace(/[\ud800-\udbff]$/, '')}…` : clean;
  return cut.replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x');
}

/**
 * A value as a typed cell: text is always a string and never a formula, dates are dates in UTC, money has cents (in a unit, too), percentage points are so many of a hundred, yes and no are words (Excel
 * would show TRUE in every language), null and what is not finite are empty.
 */
export function sheetValue(value: ResultCell, given: ValueType | Shape, lang: Lang): string | number | Date | null {
  if (value === null) return null;
  const { type, counted_in: unit } = shapeOf(given);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    if (type === 'money') return rounded(value, centDecimals(unit ?? null));
    if (type === 'points') return Number.isFinite(100 * value) ? 100 * value : null;
    return type === 'id' || type === 'text' ? String(value) : value;
  }
  if (typeof value === 'boolean') return formatValue(value, type, lang);
  if (type === 'date' || type === 'instant') return dateOf(value) ?? sheetText(value);
  return sheetText(value);
}

function dateOf(text: string): Date | null {
  const [day = '', time = '00:00:00'] = text.split(/[ T]/);
  if (!isIsoDate(day) || day < firstSafeDate || !/^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(time)) return null;
  const date = new Date(`${day}T${time}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Numbers have a minus that is as wide as a plus, U+2212; changes have a plus, too. */
const formats: Readonly<Record<ValueType, string>> = {
  text: 'General',
  id: '@',
  integer: '#,##0',
  number: '#,##0.00',
  money: '#,##0',
  ratio: '0.0%',
  points: '0.0" pp"',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
  flag: 'General',
};

/** The style of a column; numbers without decimals show none, small ones show four, an amount as many as `amountFigure` gives it. Of alike cells it is the same object. */
export function columnStyle(given: ValueType | Shape, values: Iterable<ResultCell>): Partial<Style> {
  const shape = shapeOf(given);
  const { type } = shape;
  const plain = type === 'number' ? numberFormat(values) : type === 'money' ? amountFormat(values, shape) : formats[type];
  const side = columnSide(type);
  const numFmt = isNumeric(type) ? signedFormat(plain, isChange(shape)) : plain;
  const key = `${numFmt}\0${side.horizontal}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: Partial<Style> = { numFmt, alignment: { vertical: 'top', ...side } };
  styles.set(key, style);
  return style;
}

const styles = new Map<string, Partial<Style>>();

function shapeOf(given: ValueType | Shape): Shape {
  return typeof given === 'string' ? { type: given } : given;
}

function signedFormat(plain: string, hasPlus: boolean): string {
  return `${hasPlus ? '+' : ''}${plain};"−"${plain};${plain}`;
}

/** Whole amounts, and of the small ones as many decimals as the first of them needs. */
function amountFormat(values: Iterable<ResultCell>, { counted_in: unit }: Shape): string {
  let decimals = amountDecimals(0, unit ?? null);
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    decimals = amountDecimals(value, unit ?? null);
    break;
  }
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}

/** Figures stand at the right, texts at the left, both a little off the edge so that neighbours do not touch. */
export function columnSide(type: ValueType): Partial<Alignment> {
  return isNumeric(type) ? { horizontal: 'right', indent: 1 } : { horizontal: 'left', indent: 1 };
}

function numberFormat(values: Iterable<ResultCell>): string {
  let whole = true;
  let largest = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    whole &&= Number.isInteger(value);
    largest = Math.max(largest, Math.abs(value));
  }
  if (whole) return formats.integer;
  return largest > 1 ? formats.number : '0.0000';
}
