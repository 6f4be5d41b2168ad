import { readAlarm, readCondition, readSorting } from '../lib/conditions.ts';
import { memoryLimit } from '../lib/engine-limits.ts';
import { isPlausibleDate } from '../lib/dates.ts';
import { poolRules, splitBases, splitLevels } from '../metrics/choices.ts';
import { meantRule, readPoolRules } from './pool-rules.ts';
import { readAmount, readBlend, readFactor, readGrowth, readLevels, readRaise } from './split-texts.ts';
import { both, type Lang, type Localized } from '../lib/localized.ts';
import { parsePeriod, type PeriodText } from '../lib/periods.ts';
import { knownCurrency } from '../lib/currency-codes.ts';
import { readScope } from '../lib/scope.ts';
import { isSchemaName } from '../lib/schema-names.ts';

export interface TextForm {
  /** The value of a text, null where it is none of this kind. */
  readonly read: (text: string) => unknown;
  /** What is to be given, said to whoever gave something else. */
  readonly expected: Localized;
  /** The same as `read`, where a pattern tells all. */
  readonly pattern?: RegExp;
  /** Values that are words, for a shell to complete. */
  readonly words?: readonly string[];
  /** What is to be given in place of this very text, where that is known. */
  readonly meant?: (text: string) => Localized | null;
  /** May hold a password: a value is not repeated. */
  readonly secret?: true;
}

const engine = /^(?:duckdb|postgres(?:ql)?:\/\/.*)$/is;
const language = /^(en|zh)(?:[-_.].*)?$/i;
const mapping = /^[a-z_]+\.[a-z0-9_]+(?:\.[a-z0-9_]+)?=./s;

/** Texts of a form, on the command line and in the config alike. */
export const textKinds = {
  day: {
    read: where(isPlausibleDate),
    expected: both('a date from 1970 to 2099 as 2026-10-31', '1970 至 2099 年间、形如 2026-10-31 的日期'),
  },
  asOf: {
    read: where((text) => text === 'today' || isPlausibleDate(text)),
    expected: both('a date from 1970 to 2099 as 2026-10-31, or today', '1970 至 2099 年间、形如 2026-10-31 的日期，或 today'),
    words: ['today'],
  },
  period: {
    read: where((text) => parsePeriod(text) !== null),
    expected: both(
      'a year (2026), quarter (2026-Q3), month (2026-10), day, range (2026-01..2026-03), last-month, last-quarter or last-year',
      '年（2026）、季度（2026-Q3）、月（2026-10）、日、区间（2026-01..2026-03）、last-month、last-quarter 或 last-year',
    ),
    words: ['last-month', 'last-quarter', 'last-year'],
  },
  /** What a period is compared with. */
  against: {
    read: (text: string): 'previous' | 'year-ago' | PeriodText | null =>
      text === 'previous' || text === 'year-ago' ? text : parsePeriod(text),
    expected: both(
      'previous, year-ago, or a period: 2025, 2025-Q3, 2025-10, 2025-01..2025-03',
      'previous（环比）、year-ago（同比）或一个时期：2025、2025-Q3、2025-10、2025-01..2025-03',
    ),
    words: ['previous', 'year-ago'],
  },
  /** Also as locales are written: `zh-Hans`, `zh_CN`, `en-GB`. */
  language: { read: languageOf, expected: both('en or zh', 'en 或 zh'), pattern: language, words: ['en', 'zh'] },
  /** Whose rows count. */
  scope: {
    read: readScope,
    expected: both('rep=NAME,NAME, team=NAME or manager=NAME', 'rep=姓名,姓名、team=团队 或 manager=主管'),
  },
  /** That amounts are shown in. */
  currency: {
    read: knownCurrency,
    expected: both('the code of a currency: CNY, USD, EUR …', '币种代码：CNY、USD、EUR 等'),
    words: ['CNY', 'USD', 'EUR'],
  },
  timezone: { read: where(isTimezone), expected: both('an IANA name such as Asia/Shanghai', 'IANA 时区名，例如 Asia/Shanghai') },
  memory: {
    read: where((text) => memoryLimit(text) !== null),
    expected: both(
      'a size of 64MB or more with its unit, such as 512MB, 8GB or 4GiB',
      '不小于 64MB、带单位的大小，例如 512MB、8GB 或 4GiB',
    ),
  },
  engine: {
    read: where((text) => engine.test(text)),
    expected: both('duckdb, or a URL that begins with postgres://', 'duckdb，或以 postgres:// 开头的地址'),
    pattern: engine,
    words: ['duckdb'],
    secret: true,
  },
  schema: {
    read: where(isSchemaName),
    expected: both(
      'a name of at most 63 bytes that does not begin with pg_ or crm_eval_run_',
      '不超过 63 字节、不以 pg_ 或 crm_eval_run_ 开头的名称',
    ),
  },
  /** `table.field=header`, or `table.field.aspect=value` for how the values of a field are read. */
  mapping: {
    read: where((text) => mapping.test(text)),
    expected: both('table.field=header, such as orders.amount=实付金额', '表.字段=表头，例如 orders.amount=实付金额'),
  },
  /** Ids in a list: `at_risk,watch`. */
  names: {
    read: (text: string): readonly string[] | null => {
      const names = text.split(/[,，]/u).map((name) => name.trim());
      return names.includes('') ? null : names;
    },
    expected: both('ids separated by commas, such as at_risk,watch', '用逗号分隔的标识，例如 at_risk,watch'),
  },
  /** `owner=NAME`; what the value means follows from the column. */
  condition: {
    read: readCondition,
    expected: both(
      'a column, one of = != < <= > >= ~, and a value, such as "owner=NAME" or "revenue>=5万"',
      '列、比较符（= != < <= > >= ~）与值，例如 "owner=姓名" 或 "revenue>=5万"',
    ),
  },
  /** What ends a run with its own exit code: `at_risk>0`, `new`, `new:at_risk`. */
  alarm: {
    read: readAlarm,
    expected: both(
      'new, new:LIST, or a list or figure with a bound, such as at_risk>0 or value_at_risk>=100000',
      'new、new:名单，或名单、指标加界限，例如 at_risk>0、value_at_risk>=10万',
    ),
  },
  /** `revenue:desc`, or a list of such. */
  sorting: {
    read: readSorting,
    expected: both('columns, with :desc for the largest first, such as revenue:desc', '列名，从大到小加 :desc，例如 revenue:desc'),
  },
  /** Rules of the pool with their values: `recycle_days=15,holding_limit=80`. */
  rules: {
    read: readPoolRules,
    meant: meantRule,
    expected: both(
      `rules with whole numbers above 0, such as recycle_days=15,holding_limit=80; there are ${poolRules.join(', ')}`,
      `规则与大于 0 的整数，例如 recycle_days=15,holding_limit=80；可用规则：${poolRules.join('、')}`,
    ),
    words: poolRules.map((rule) => `${rule}=`),
  },
  /** In whole units, or with 万, 亿, K, M. */
  amount: {
    read: readAmount,
    expected: both('an amount above 0, such as 20000000, 2000万 or 20M', '大于 0 的数值，例如 20000000、2000万、1.5亿'),
  },
  factor: { read: readFactor, expected: both('a factor above 0, such as 1.1 or 110%', '大于 0 的倍数，例如 1.1 或 110%') },
  raise: { read: readRaise, expected: both('a factor of 1 or more, such as 1.1 or 110%', '不小于 1 的倍数，例如 1.1 或 110%') },
  growth: { read: readGrowth, expected: both('a growth such as 0.1, 10% or -5%', '增长率，例如 0.1、10% 或 -5%') },
  /** What shares rest on, with weights. */
  blend: {
    read: readBlend,
    expected: both(
      `one of ${splitBases.join(', ')}, or a blend such as history:0.7,potential:0.3`,
      `${splitBases.join('、')} 之一，或加权组合，例如 history:0.7,potential:0.3`,
    ),
    words: splitBases,
  },
  levels: {
    read: readLevels,
    expected: both(`some of ${splitLevels.join(', ')}, separated by commas`, `${splitLevels.join('、')}，用逗号分隔`),
    words: splitLevels,
  },
  /** How many rows, or the whole table. */
  rows: {
    read: (text: string): number | 'all' | null =>
      text === 'all' ? text : /^\d{1,4}$/.test(text) && Number(text) <= 1_000 ? Number(text) : null,
    expected: both('a number up to 1000, or all', '不超过 1000 的数，或 all'),
    words: ['all'],
  },
} as const satisfies Record<string, TextForm>;

export type TextKind = keyof typeof textKinds;

/** The text itself where it is one. */
function where(holds: (text: string) => boolean): (text: string) => string | null {
  return (text) => (holds(text) ? text : null);
}

function languageOf(text: string): Lang | null {
  const name = language.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? null : name === 'zh' ? 'zh-CN' : 'en';
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
}
