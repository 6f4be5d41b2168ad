import { isIsoDate } from './dates.ts';

/** Texts that differ only in case, width of the characters or blanks are one. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/gu, ' ');
}

/** Powers of ten. */
const scales: Readonly<Record<string, number>> = { '%': -2, k: 3, m: 6, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** A number as people write one: `1,234.5`, `¥50万`, `10k`, `30%` (0.3); null where it is none. */
export function readNumber(text: string): number | null {
  const match = /^([+-]?)[¥$€£]?(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,15})?(%|[km]|百?万|千万?|亿)?元?$/u.exec(
    folded(text).replaceAll(' ', ''),
  );
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = '', scale = ''] = match;
  return Number(`${sign}${whole.replaceAll(',', '')}${decimals}e${scales[scale] ?? 0}`);
}

/** The beginning of an ISO instant that a date stands for, `2026`, `2026-10`, `2026-10-31` or `2026-10-31 08:30`; null where there is no such date. */
export function readDate(text: string): string | null {
  const match = /^(\d{4})(?:(?:年|[-/.])(\d{1,2})(?:(?:月|[-/.])(\d{1,2})日?(?:[ t](\d{2}:\d{2}(?::\d{2})?))?|月)?|年)?$/u.exec(
    folded(text),
  );
  if (match === null) return null;
  const [, year = '', month, day, time] = match;
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  if (!isIsoDate([...parts, '01', '01'].slice(0, 3).join('-'))) return null;
  return `${parts.join('-')}${time === undefined ? '' : ` ${time}`}`;
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  是: true,
  no: false,
  false: false,
  '0': false,
  否: false,
};

export function readFlag(text: string): boolean | null {
  const word = folded(text);
  return Object.hasOwn(flags, word) ? flags[word]! : null;
}
