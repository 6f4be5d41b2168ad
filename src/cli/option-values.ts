import { CrmEvalError } from '../errors.ts';
import { memoryLimit } from '../lib/byte-size.ts';
import { isIsoDate } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import { parsePeriod } from '../lib/periods.ts';

function refuse(option: string, value: string, expected: Localized): never {
  throw new CrmEvalError(
    'option-invalid',
    'usage',
    { en: `${option} cannot be ${JSON.stringify(value)}`, 'zh-CN': `${option} 的值不能是 ${JSON.stringify(value)}` },
    { fix: { en: `give ${expected.en}`, 'zh-CN': `请填写${expected['zh-CN']}` } },
  );
}

export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A whole number of at least `least`. */
export function wholeNumber(option: string, least: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : -1;
    if (number >= least) return number;
    return refuse(option, value, { en: `a whole number, ${least} or more`, 'zh-CN': `不小于 ${least} 的整数` });
  };
}

/** Bytes. */
export function memorySize(value: string): number {
  return (
    memoryLimit(value) ??
    refuse('--memory-limit', value, {
      en: 'a size of 64MB or more with its unit, such as 512MB, 8GB or 4GiB',
      'zh-CN': '不小于 64MB、带单位的大小，例如 512MB、8GB 或 4GiB',
    })
  );
}

export function oneOf(option: string, values: readonly string[]): (value: string) => string {
  return (value) => {
    if (values.includes(value)) return value;
    return refuse(option, value, { en: `one of ${values.join(', ')}`, 'zh-CN': `以下之一：${values.join('、')}` });
  };
}

export function asOfDate(value: string): string {
  if (value === 'today' || isIsoDate(value)) return value;
  return refuse('--as-of', value, { en: 'a date as 2026-10-31, or today', 'zh-CN': '形如 2026-10-31 的日期，或 today' });
}

export function periodText(value: string): string {
  if (parsePeriod(value) !== null) return value;
  return refuse('--period', value, {
    en: 'a year (2026), quarter (2026-Q3), month (2026-10), day, range (2026-01..2026-03), last-month, last-quarter or last-year',
    'zh-CN': '年（2026）、季度（2026-Q3）、月（2026-10）、日、区间（2026-01..2026-03）、last-month、last-quarter 或 last-year',
  });
}

export function timezoneName(value: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value }).format(0);
    return value;
  } catch {
    return refuse('--timezone', value, { en: 'an IANA name such as Asia/Shanghai', 'zh-CN': 'IANA 时区名，例如 Asia/Shanghai' });
  }
}

/** `table.field=header`, or `table.field.aspect=value` for how the values of a field are read. */
export function mappingText(value: string): string {
  if (/^[a-z_]+\.[a-z0-9_]+(?:\.[a-z0-9_]+)?=./s.test(value)) return value;
  return refuse('--map', value, {
    en: 'table.field=header, such as orders.amount=实付金额',
    'zh-CN': '表.字段=表头，例如 orders.amount=实付金额',
  });
}

/** `--rows all` is the whole table. */
export const allRows = 'all';

export function rowCount(value: string): number | typeof allRows {
  if (value === allRows) return value;
  const number = /^\d{1,4}$/.test(value) ? Number(value) : -1;
  if (number >= 0 && number <= 1_000) return number;
  return refuse('--rows', value, { en: 'a number up to 1000, or all', 'zh-CN': '不超过 1000 的数，或 all' });
}

/** Says nothing of the value in an error: a URL may hold a password. */
export function engineAddress(value: string): string {
  if (value === 'duckdb' || /^postgres(?:ql)?:\/\//.test(value)) return value;
  return refuse('--engine', value.includes(':') ? '…' : value, {
    en: 'duckdb, or a URL that begins with postgres://',
    'zh-CN': 'duckdb，或以 postgres:// 开头的地址',
  });
}

/** Longer names are cut by PostgreSQL, and those that begin with pg_ are its own. */
export function schemaName(value: string): string {
  if (value !== '' && Buffer.byteLength(value) <= 63 && !value.includes('\0') && !value.startsWith('pg_')) return value;
  return refuse('--schema', value, {
    en: 'a name of at most 63 bytes that does not begin with pg_',
    'zh-CN': '不超过 63 字节、不以 pg_ 开头的名称',
  });
}
