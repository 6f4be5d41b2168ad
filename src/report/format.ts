import { unitWord } from '../result/unit-words.ts';
import { amountFigure, type MoneyUnit } from '../lib/money-display.ts';
import { fill, type Lang } from '../lib/localized.ts';
import { isNothing } from '../lib/with-sign.ts';
import { isNumberType, type ResultCell, type ValueType } from '../result/result.ts';
import { reportWords } from './words.ts';

/** Stands for a missing value where people read; machine formats leave it empty or null. */
export const missing = '–';

const tenths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const decimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const significant = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** Below this only the size of a number is told. */
const least = 1e-6;

/** What a value is: its type, and where it is a column or a fact also what its amounts are counted in and whether it is a change. */
export interface Shape {
  readonly type: ValueType;
  readonly counted_in?: MoneyUnit | undefined;
  readonly id?: string;
}

/**
 * A value for people to read: money as `amountFigure` has it, ratio `12.3%`, a difference of ratios `1.2 pp`, numbers with at most two decimals (four
 * significant digits below 1, `< 0.000001` below that). A minus is U+2212, changes have a plus, 0 has neither. Digits are the same in every language.
 * Text is returned as it is: the caller makes it safe for its medium.
 */
export function formatValue(value: ResultCell, given: ValueType | Shape, lang: Lang): string {
  if (value === null) return missing;
  if (typeof value === 'boolean') return fill(value ? reportWords.yes : reportWords.no, lang);
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return missing;
  const shape = typeof given === 'string' ? { type: given } : given;
  if (!isNumberType(shape.type)) return String(value);
  return signed(value, sizeText(Math.abs(value), shape, lang), shape);
}

function signed(value: number, size: string, shape: Shape): string {
  if (isNothing(size)) return size;
  // `< 0.000001` of what is below 0.
  if (value < 0) return size.startsWith('<') ? size.replace('< ', '> −') : `−${size}`;
  return value > 0 && isChange(shape) && !size.startsWith('<') ? `+${size}` : size;
}

/** Figures that say how far something moved, by what their columns and facts are called; so are the ends of an interval in percentage points. */
export function isChange({ id = '', type }: Shape): boolean {
  return (isNumberType(type) && /(^|_)(difference|change|relative)$/.test(id)) || (type === 'points' && (id === 'low' || id === 'high'));
}

function sizeText(size: number, { type, counted_in: unit }: Shape, lang: Lang): string {
  if (type === 'money') return amountFigure(size, unit ?? null);
  if (type === 'ratio') return percent.format(size);
  if (type === 'points') return fill(reportWords.points, lang, { n: tenths.format(100 * size) });
  if (size >= 1 || size === 0) return decimals.format(size);
  return size < least ? `< ${least.toFixed(6)}` : significant.format(size);
}

/** A sum to be checked against another: to the cent, however large it is. */
export function formatSum(sum: number | null): string {
  return sum === null ? missing : withoutHyphen(hundredths.format(sum));
}

function withoutHyphen(text: string): string {
  return isNothing(text) ? text.replace('-', '') : text.replace('-', '−');
}

/**
 * The cells of one column, each as `formatValue` says, and numbers with the same decimals from top to bottom: as many as the longest
 * of them needs, at most two. Columns of numbers from -1 to 1 keep their significant digits.
 */
export function formatColumn(values: readonly ResultCell[], given: ValueType | Shape, lang: Lang): string[] {
  const shape = typeof given === 'string' ? { type: given } : given;
  const { type } = shape;
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value)).map(Number);
  if ((type !== 'number' && type !== 'integer') || !numbers.some((value) => Math.abs(value) > 1))
    return values.map((value) => formatValue(value, shape, lang));
  const format = numbers.every((value) => Number.isInteger(inHundredths(value) / 100))
    ? whole
    : numbers.every((value) => inHundredths(value) % 10 === 0)
      ? tenths
      : hundredths;
  return values.map((value) =>
    typeof value === 'number' && Number.isFinite(value)
      ? signed(value, format.format(Math.abs(value)), shape)
      : formatValue(value, shape, lang),
  );
}

function inHundredths(value: number): number {
  return Math.round(value * 100);
}

export function formatCount(count: number): string {
  return decimals.format(count);
}

export { isNumberType as isNumeric } from '../result/result.ts';

/** `Recency (days)`; the title alone where it has the unit already or the type says it. */
export function titleWithUnit(
  part: { readonly title: string; readonly type: ValueType; readonly unit: string | null },
  lang: Lang,
): string {
  const unit = unitOf(part, lang);
  return unit === null || part.title.toLowerCase().includes(unit.toLowerCase())
    ? part.title
    : fill(reportWords.withUnit, lang, { title: part.title, unit });
}

/** The unit to print beside a value, or null where there is none or `%` says it. */
export function unitOf(part: { readonly type: ValueType; readonly unit: string | null }, lang: Lang): string | null {
  return part.unit === null || part.unit === 'ratio' || part.type === 'ratio' ? null : unitWord(part.unit, lang);
}
