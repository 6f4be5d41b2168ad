import { messages } from '../config/messages.ts';
import { isSchemaName } from '../lib/schema-names.ts';
import { CrmEvalError } from '../errors.ts';
import { memoryLimit } from '../lib/engine-limits.ts';
import { isPlausibleDate } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import { parsePeriod, type PeriodText } from '../lib/periods.ts';

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
export function wholeNumber(option: string, least: number, most = Infinity): (value: string) => number {
  return (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : -1;
    if (number >= least && number <= most) return number;
    const expected =
      most === Infinity
        ? { en: `a whole number, ${least} or more`, 'zh-CN': `不小于 ${least} 的整数` }
        : { en: `a whole number from ${least} to ${most}`, 'zh-CN': ` ${least} 到 ${most} 的整数` };
    return refuse(option, value, expected);
  };
}

/** A share, as `30%` or `0.3`; 0 only where it is asked for. */
export function share(option: string, from: 'zero' | 'above-zero'): (value: string) => number {
  return (value) => {
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(value) ?? [];
    const number = digits === undefined ? -1 : percent === '%' ? Number(digits) / 100 : Number(digits);
    if (number <= 1 && (from === 'zero' ? number >= 0 : number > 0)) return number;
    const least = from === 'zero' ? { en: 'from 0', 'zh-CN': '0 到' } : { en: 'above 0, up', 'zh-CN': '大于 0、不超过' };
    return refuse(option, value, {
      en: `a share ${least.en} to 1, such as 10% or 0.1`,
      'zh-CN': `${least['zh-CN']} 1 的比例，例如 10% 或 0.1`,
    });
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
  if (value === 'today' || isPlausibleDate(value)) return value;
  return refuse('--as-of', value, {
    en: 'a date from 1970 to 2099 as 2026-10-31, or today',
    'zh-CN': '1970 至 2099 年间、形如 2026-10-31 的日期，或 today',
  });
}

/** A date of the calendar. */
export function dayOf(option: string): (value: string) => string {
  return (value) =>
    isPlausibleDate(value)
      ? value
      : refuse(option, value, { en: 'a date from 1970 to 2099 as 2026-10-31', 'zh-CN': '1970 至 2099 年间、形如 2026-10-31 的日期' });
}

export function periodText(value: string): string {
  if (parsePeriod(value) !== null) return value;
  return refuse('--period', value, {
    en: 'a year (2026), quarter (2026-Q3), month (2026-10), day, range (2026-01..2026-03), last-month, last-quarter or last-year',
    'zh-CN': '年（2026）、季度（2026-Q3）、月（2026-10）、日、区间（2026-01..2026-03）、last-month、last-quarter 或 last-year',
  });
}

/** `previous`, `year-ago`, or a period. */
export function comparedWith(value: string): 'previous' | 'year-ago' | PeriodText {
  if (value === 'previous' || value === 'year-ago') return value;
  return (
    parsePeriod(value) ??
    refuse('--against', value, {
      en: 'previous, year-ago, or a period: 2025, 2025-Q3, 2025-10, 2025-01..2025-03',
      'zh-CN': 'previous（环比）、year-ago（同比）或一个时期：2025、2025-Q3、2025-10、2025-01..2025-03',
    })
  );
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
  if (value === 'duckdb' || /^postgres(?:ql)?:\/\//i.test(value)) return value;
  return refuse('--engine', value.includes(':') ? '…' : value, {
    en: 'duckdb, or a URL that begins with postgres://',
    'zh-CN': 'duckdb，或以 postgres:// 开头的地址',
  });
}

export function schemaName(value: string): string {
  if (isSchemaName(value)) return value;
  return refuse('--schema', value, messages.schema);
}
