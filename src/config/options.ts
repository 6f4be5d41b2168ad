import type { CardOptions } from './card.ts';
import { mostThreads } from '../lib/engine-limits.ts';
import { both } from '../lib/localized.ts';
import { moneyUnits } from '../lib/money-display.ts';
import { usualRows } from '../lib/usual-rows.ts';
import { churnModels, lifetimeModels } from '../metrics/choices.ts';
import { horizonDays, lifetimeValue, mostDays, mostMonths } from '../metrics/parameter-defaults.ts';

/** Errors that `check` allows where nobody says how many; other commands allow any number. */
export const errorsInCheck = 0;

/** The engine that computes in this process. */
export const embeddedEngine = 'duckdb';

/** Options of several commands that stand in the config too. */
export const settingOptions = {
  asOf: {
    flags: '--as-of <date>',
    key: 'as_of',
    text: both('the day that counts as today: a date or today', '以哪一天为“今天”：日期或 today'),
    otherwise: both('the latest date in the files', '文件中最晚的日期'),
    takes: { kind: 'asOf' },
    examples: ['2026-10-31', 'today'],
  },
  period: {
    flags: '--period <period>',
    key: 'period',
    text: both(
      'the time under review: 2026, 2026-Q3, 2026-10, 2026-01..2026-03 (both included), last-month, last-quarter, last-year',
      '统计期间：2026、2026-Q3、2026-10、2026-01..2026-03（含首尾）、last-month、last-quarter、last-year',
    ),
    takes: { kind: 'period' },
    examples: ['2026-Q3', 'last-month'],
  },
  timezone: {
    flags: '--timezone <name>',
    key: 'timezone',
    text: both(
      'the zone into which instants with an offset are turned, such as Asia/Shanghai',
      '带时差的时刻换算到哪个时区，例如 Asia/Shanghai',
    ),
    otherwise: both('they stand as written', '按原样'),
    takes: { kind: 'timezone' },
    examples: ['Asia/Shanghai'],
  },
  keepPlaceholders: {
    flags: '--keep-placeholders',
    key: 'keep_placeholders',
    text: both('count guest, walk-in, unknown, test and the like as customers', '把散客、匿名、未知、测试等占位值当作客户统计'),
    default: false,
    takes: { kind: 'switch' },
  },
  maxErrors: {
    flags: '--max-errors <n>',
    key: 'max_errors',
    text: both('exit with 1 when more errors than this were found', '错误数超过该值时以 1 退出'),
    otherwise: both(`no limit; check: ${errorsInCheck}`, `不限；check 为 ${errorsInCheck}`),
    takes: { kind: 'whole', least: 0 },
    examples: [errorsInCheck],
  },
  engine: {
    flags: '--engine <engine>',
    key: 'engine.url',
    text: both(
      'what computes: duckdb (in this process) or a database, postgres://user@host:5432/name; its password comes from PGPASSWORD or the pass file',
      '计算引擎：duckdb（本进程）或数据库 postgres://用户@主机:5432/库名；密码取自 PGPASSWORD 或密码文件',
    ),
    default: embeddedEngine,
    takes: { kind: 'engine' },
    examples: ['postgres://analyst@warehouse:5432/dwh'],
  },
  schema: {
    flags: '--schema <name>',
    key: 'engine.schema',
    text: both(
      'the schema of the database that load fills and that is read where no files are given',
      '数据库中的 schema：load 写入它，未给出文件时从它读取',
    ),
    default: 'crm_eval',
    takes: { kind: 'schema' },
  },
  memoryLimit: {
    flags: '--memory-limit <size>',
    key: 'engine.memory_limit',
    text: both(
      'memory of the engine, such as 512MB or 8GB; what needs more goes to the temporary folder',
      '计算引擎的内存上限，例如 512MB、8GB；超出部分写入临时目录',
    ),
    otherwise: both('80% of the machine', '物理内存的 80%'),
    takes: { kind: 'memory' },
    examples: ['8GB'],
  },
  threads: {
    flags: '--threads <n>',
    key: 'engine.threads',
    text: both('threads of the engine; never changes a result', '计算线程数；不影响结果'),
    otherwise: both('all cores, fewer for small files', '全部核心，文件小时减少'),
    takes: { kind: 'whole', least: 1, most: mostThreads },
    examples: [4],
  },
  tempDir: {
    flags: '--temp-dir <folder>',
    key: 'engine.temp_dir',
    text: both(
      'where temporary files go, in a private folder that is removed at the end',
      '临时文件所在目录，在其中新建专用目录，结束时删除',
    ),
    otherwise: both('that of the system', '系统临时目录'),
    takes: { kind: 'folder' },
    examples: ['/data/tmp'],
  },
  template: {
    flags: '--template <file>',
    key: 'report.template',
    text: both(
      'give pages and workbooks the look of this workbook (.xlsx): logo and header and footer of its first sheet, colours and fonts of its theme, company of its properties',
      '网页与工作簿采用该工作簿（.xlsx）的样式：第一张工作表的标志、页眉与页脚，主题的颜色与字体，文档属性中的公司名称',
    ),
    otherwise: both('our own look', '默认样式'),
    takes: { kind: 'file' },
    examples: ['brand.xlsx'],
  },
  limit: {
    flags: '--limit <n>',
    key: 'output.limit',
    text: both('rows of each section', '每一部分的行数'),
    otherwise: both(`${usualRows} in a table, all elsewhere`, `table 为 ${usualRows} 行，其他格式为全部`),
    takes: { kind: 'whole', least: 1 },
    examples: [50],
  },
  unit: {
    flags: '--unit <unit>',
    key: 'output.unit',
    text: both(
      'show amounts in 万 (10,000), 亿 (100 million), K or M in table, markdown and xlsx; other formats keep them whole; a saved result keeps its sentences as they are',
      '金额的显示单位：万、亿、K（千）、M（百万），用于 table、markdown、xlsx；其他格式保持原值；已保存结果中的文字不换单位',
    ),
    takes: { kind: 'choice', values: moneyUnits },
    examples: ['万'],
  },
  currency: {
    flags: '--currency <code>',
    key: 'output.currency',
    text: both(
      'name this currency beside amounts, such as CNY; it converts nothing: --rates does',
      '在金额旁注明的币种，例如 CNY；只作标注，不换算（换算用 --rates）',
    ),
    otherwise: both('that of the files, where they name one', '文件注明的币种'),
    takes: { kind: 'currency' },
    examples: ['CNY'],
  },
  lang: {
    flags: '--lang <lang>',
    key: 'lang',
    text: both('language of titles and messages: en or zh', '标题与提示的语言：en 或 zh'),
    otherwise: both('that of the locale', '随系统语言'),
    takes: { kind: 'language' },
    examples: ['zh-CN', 'en'],
  },
} as const satisfies CardOptions;

/** How `churn` and `backtest` forecast. */
export const forecastOptions = {
  horizon: {
    flags: '--horizon <days>',
    key: 'churn.horizon_days',
    text: both('how far ahead purchases are looked for', '预测窗口'),
    unit: both('days', '天'),
    default: horizonDays,
    takes: { kind: 'whole', least: 1, most: mostDays },
  },
  model: {
    flags: '--model <model>',
    key: 'churn.model',
    text: both('what tells who will stop', '流失判断方法'),
    default: 'auto',
    otherwise: both('the best in the back-test', '采用回测最优者'),
    takes: { kind: 'choice', values: churnModels },
  },
} as const satisfies CardOptions;

export const lifetimeValueTitle = both('Lifetime value:', '客户生命周期价值：');

/** The lifetime value, which `score` and `explain` add. */
export const lifetimeValueOptions = {
  clv: {
    flags: '--clv',
    text: both('add what each customer will still be worth, by a model of purchases', '按购买模型加入每位客户的未来价值（CLV）'),
    takes: { kind: 'switch' },
  },
  months: {
    flags: '--months <n>',
    key: 'value.horizon_months',
    text: both('how far ahead it looks', '预测时长'),
    unit: both(`months of 30.4375 days, at most ${mostMonths}`, `月（每月按 30.4375 天计），至多 ${mostMonths}`),
    default: lifetimeValue.horizon_months,
    takes: { kind: 'whole', least: 1, most: mostMonths },
    implies: 'clv',
  },
  discount: {
    flags: '--discount <rate>',
    key: 'value.discount',
    text: both('discount a year', '年折现率'),
    default: lifetimeValue.discount,
    takes: { kind: 'share', from: 'zero' },
    implies: 'clv',
  },
  margin: {
    flags: '--margin <share>',
    key: 'value.margin',
    text: both('share of revenue that is profit', '利润占销售额的比例'),
    default: lifetimeValue.margin,
    otherwise: both('that of the files, else values are revenue', '由文件中的利润得出，没有则按销售额计'),
    takes: { kind: 'share', from: 'above-zero' },
    implies: 'clv',
  },
  model: {
    flags: '--model <model>',
    key: 'value.model',
    text: both('model of purchases', '购买模型'),
    default: lifetimeValue.model,
    otherwise: both('the nearest in the back-test', '采用回测中最接近实际者'),
    takes: { kind: 'choice', values: lifetimeModels },
    implies: 'clv',
  },
} as const satisfies CardOptions;
