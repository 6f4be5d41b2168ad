import { languages, type Localized } from '../lib/localized.ts';
import { mostThreads } from '../lib/threads.ts';
import { usualRows } from '../lib/usual-rows.ts';
import { churnModels } from '../metrics/churn/models.ts';
import { lifetimeModels } from '../metrics/lifetime/models.ts';
import { horizonDays, lifetimeValue, mostDays, mostMonths } from '../metrics/parameter-defaults.ts';
import type { CardOptions } from './card.ts';

/** Errors that `check` allows where nobody says how many; other commands allow any number. */
export const errorsInCheck = 0;

/** The engine that computes in this process. */
export const embeddedEngine = 'duckdb';

/** Options of several commands that stand in the config too. */
export const settingOptions = {
  asOf: {
    flags: '--as-of <date>',
    key: 'as_of',
    text: { en: 'the day that counts as today: a date or today', 'zh-CN': '以哪一天为“今天”：日期或 today' },
    otherwise: { en: 'the latest date in the files', 'zh-CN': '文件中最晚的日期' },
    takes: { kind: 'asOf' },
    examples: ['2026-10-31', 'today'],
  },
  period: {
    flags: '--period <period>',
    key: 'period',
    text: {
      en: 'the time under review: 2026, 2026-Q3, 2026-10, 2026-01..2026-03 (both included), last-month, last-quarter, last-year',
      'zh-CN': '统计期间：2026、2026-Q3、2026-10、2026-01..2026-03（含首尾）、last-month、last-quarter、last-year',
    },
    takes: { kind: 'period' },
    examples: ['2026-Q3', 'last-month'],
  },
  timezone: {
    flags: '--timezone <name>',
    key: 'timezone',
    text: {
      en: 'the zone into which instants with an offset are turned, such as Asia/Shanghai',
      'zh-CN': '带时差的时刻换算到哪个时区，例如 Asia/Shanghai',
    },
    otherwise: { en: 'they stand as written', 'zh-CN': '按原样' },
    takes: { kind: 'timezone' },
    examples: ['Asia/Shanghai'],
  },
  maxErrors: {
    flags: '--max-errors <n>',
    key: 'max_errors',
    text: { en: 'exit with 1 when more errors than this were found', 'zh-CN': '错误数超过该值时以 1 退出' },
    otherwise: { en: `no limit; check: ${errorsInCheck}`, 'zh-CN': `不限；check 为 ${errorsInCheck}` },
    takes: { kind: 'whole', least: 0 },
    examples: [errorsInCheck],
  },
  engine: {
    flags: '--engine <engine>',
    key: 'engine.url',
    text: {
      en: 'what computes: duckdb (in this process) or a database, postgres://user@host:5432/name; its password comes from PGPASSWORD or the pass file',
      'zh-CN': '计算引擎：duckdb（本进程）或数据库 postgres://用户@主机:5432/库名；密码取自 PGPASSWORD 或密码文件',
    },
    default: embeddedEngine,
    takes: { kind: 'engine' },
    examples: ['postgres://analyst@warehouse:5432/dwh'],
  },
  schema: {
    flags: '--schema <name>',
    key: 'engine.schema',
    text: {
      en: 'the schema of the database that load fills and that is read where no files are given',
      'zh-CN': '数据库中的 schema：load 写入它，未给出文件时从它读取',
    },
    default: 'crm_eval',
    takes: { kind: 'schema' },
  },
  memoryLimit: {
    flags: '--memory-limit <size>',
    key: 'engine.memory_limit',
    text: {
      en: 'memory of the engine, such as 512MB or 8GB; what needs more goes to the temporary folder',
      'zh-CN': '计算引擎的内存上限，例如 512MB、8GB；超出部分写入临时目录',
    },
    otherwise: { en: '80 % of the machine', 'zh-CN': '物理内存的 80%' },
    takes: { kind: 'memory' },
    examples: ['8GB'],
  },
  threads: {
    flags: '--threads <n>',
    key: 'engine.threads',
    text: { en: 'threads of the engine; never changes a result', 'zh-CN': '计算线程数；不影响结果' },
    otherwise: { en: 'all cores', 'zh-CN': '全部核心' },
    takes: { kind: 'whole', least: 1, most: mostThreads },
    examples: [4],
  },
  tempDir: {
    flags: '--temp-dir <folder>',
    key: 'engine.temp_dir',
    text: {
      en: 'where temporary files go, in a private folder that is removed at the end',
      'zh-CN': '临时文件所在目录，在其中新建专用目录，结束时删除',
    },
    otherwise: { en: 'that of the system', 'zh-CN': '系统临时目录' },
    takes: { kind: 'folder' },
    examples: ['/data/tmp'],
  },
  limit: {
    flags: '--limit <n>',
    key: 'output.limit',
    text: { en: 'rows of each section', 'zh-CN': '每一部分的行数' },
    otherwise: { en: `${usualRows} in a table, all elsewhere`, 'zh-CN': `table 为 ${usualRows} 行，其他格式为全部` },
    takes: { kind: 'whole', least: 1 },
    examples: [50],
  },
  lang: {
    flags: '--lang <lang>',
    key: 'lang',
    text: { en: 'language of titles and messages', 'zh-CN': '标题与提示的语言' },
    otherwise: { en: 'that of the locale', 'zh-CN': '随系统语言' },
    takes: { kind: 'choice', values: languages },
    examples: ['zh-CN', 'en'],
  },
} as const satisfies CardOptions;

/** How `churn` and `backtest` forecast. */
export const forecastOptions = {
  horizon: {
    flags: '--horizon <days>',
    key: 'churn.horizon_days',
    text: { en: 'how far ahead purchases are looked for', 'zh-CN': '预测窗口' },
    unit: { en: 'days', 'zh-CN': '天' },
    default: horizonDays,
    takes: { kind: 'whole', least: 1, most: mostDays },
  },
  model: {
    flags: '--model <model>',
    key: 'churn.model',
    text: { en: 'what tells who will stop', 'zh-CN': '流失判断方法' },
    default: 'auto',
    otherwise: { en: 'the best in the back-test', 'zh-CN': '采用回测最优者' },
    takes: { kind: 'choice', values: churnModels },
  },
} as const satisfies CardOptions;

export const lifetimeValueTitle: Localized = { en: 'Lifetime value:', 'zh-CN': '客户生命周期价值：' };

/** The lifetime value, which `score` and `explain` add. */
export const lifetimeValueOptions = {
  clv: {
    flags: '--clv',
    text: {
      en: 'add what each customer will still be worth, by a model of purchases',
      'zh-CN': '按购买模型加入每位客户的未来价值（CLV）',
    },
    takes: { kind: 'switch' },
  },
  months: {
    flags: '--months <n>',
    key: 'value.horizon_months',
    text: { en: 'how far ahead it looks', 'zh-CN': '预测时长' },
    unit: { en: `months of 30.4375 days, at most ${mostMonths}`, 'zh-CN': `月（每月按 30.4375 天计），至多 ${mostMonths}` },
    default: lifetimeValue.horizon_months,
    takes: { kind: 'whole', least: 1, most: mostMonths },
    implies: 'clv',
  },
  discount: {
    flags: '--discount <rate>',
    key: 'value.discount',
    text: { en: 'discount a year', 'zh-CN': '年折现率' },
    default: lifetimeValue.discount,
    takes: { kind: 'share', from: 'zero' },
    implies: 'clv',
  },
  margin: {
    flags: '--margin <share>',
    key: 'value.margin',
    text: { en: 'share of revenue that is profit', 'zh-CN': '利润占销售额的比例' },
    default: lifetimeValue.margin,
    otherwise: { en: 'that of the files, else values are revenue', 'zh-CN': '由文件中的利润得出，没有则按销售额计' },
    takes: { kind: 'share', from: 'above-zero' },
    implies: 'clv',
  },
  model: {
    flags: '--model <model>',
    key: 'value.model',
    text: { en: 'model of purchases', 'zh-CN': '购买模型' },
    default: lifetimeValue.model,
    otherwise: { en: 'the nearest in a hold-out', 'zh-CN': '采用回测中最接近实际者' },
    takes: { kind: 'choice', values: lifetimeModels },
    implies: 'clv',
  },
} as const satisfies CardOptions;
