import { unitWord } from '../result/unit-words.ts';
import { fill, type Lang } from '../lib/localized.ts';
import type { ResultCell, ValueType } from '../result/result.ts';
import { reportWords } from './words.ts';

/** Stands for a missing value where people read; machine formats leave it empty or null. */
export const missing = '–';

const shared = { signDisplay: 'negative' } as const;
const money = new Intl.NumberFormat('en-US', { ...shared, minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat('en-US', { ...shared, minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-US', { ...shared, maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en-US', { ...shared, style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const decimals = new Intl.NumberFormat('en-US', { ...shared, maximumFractionDigits: 2 });
const significant = new Intl.NumberFormat('en-US', { ...shared, maximumSignificantDigits: 4 });

/** From this amount on cents say nothing to people. */
const withoutCents = 100_000;
/** Below this only the size of a number is told. */
const least = 1e-6;

/**
 * A value for people to read: money `1,234.57` and `1,234,568`, ratio `12.3%`, a difference of ratios `1.2 pp`, numbers with at most two decimals (four significant digits
 * below 1, `< 0.000001` below that). Digits are the same in every language. Text is returned as it is: the caller makes it safe for its medium.
 */
export function formatValue(value: ResultCell, type: ValueType, lang: Lang): string {
  if (value === null) return missing;
  if (typeof value === 'boolean') return fill(value ? reportWords.yes : reportWords.no, lang);
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return missing;
  switch (type) {
    case 'money':
      return Math.abs(value) < withoutCents ? money.format(value) : whole.format(value);
    case 'ratio':
      return percent.format(value);
    case 'points':
      return fill(reportWords.points, lang, { n: tenths.format(100 * value) });
    case 'integer':
    case 'number':
      return formatNumber(value);
    case 'text':
    case 'id':
    case 'date':
    case 'instant':
    case 'flag':
      return String(value);
  }
}

export function isLargeMoney(value: ResultCell): boolean {
  return typeof value === 'number' && Math.abs(value) >= withoutCents;
}

/** A sum to be checked against another: to the cent, however large it is. */
export function formatSum(sum: number | null): string {
  return sum === null ? missing : money.format(sum);
}

/**
 * The cells of one column, each as `formatValue` says, and numbers with the same decimals from top to bottom: as many as the longest
 * of them needs, at most two; money without cents where these are not wanted. Columns of numbers from -1 to 1 keep their significant digits.
 */
export function formatColumn(
  values: readonly ResultCell[],
  type: ValueType,
  lang: Lang,
  { cents }: { readonly cents: boolean } = { cents: true },
): string[] {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value)).map(Number);
  if (type === 'money' && !cents)
    return values.map((value) =>
      typeof value === 'number' && Number.isFinite(value) ? whole.format(value) : formatValue(value, type, lang),
    );
  if ((type !== 'number' && type !== 'integer') || !numbers.some((value) => Math.abs(value) > 1))
    return values.map((value) => formatValue(value, type, lang));
  const format = numbers.every((value) => Number.isInteger(hundredths(value) / 100))
    ? whole
    : numbers.every((value) => hundredths(value) % 10 === 0)
      ? tenths
      : money;
  return values.map((value) =>
    typeof value === 'number' && Number.isFinite(value) ? format.format(value) : formatValue(value, type, lang),
  );
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1 || size === 0) return decimals.format(value);
  if (size < least) return value < 0 ? `> -${decimal(least)}` : `< ${decimal(least)}`;
  return significant.format(value);
}

function decimal(value: number): string {
  return value.toFixed(6);
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
