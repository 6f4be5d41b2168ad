import { type Command, Option } from 'commander';
import type { Lang, Localized } from '../lib/localized.ts';
import { mostThreads } from '../lib/engine-limits.ts';
import { type Format, formats } from '../report/reporters.ts';
import {
  asOfDate,
  collect,
  engineAddress,
  mappingText,
  memorySize,
  oneOf,
  periodText,
  schemaName,
  timezoneName,
  wholeNumber,
} from './option-values.ts';

/** What the shared options hold after parsing; roles (`--orders FILE`) are read with `roleFiles`. */
export interface Flags {
  readonly asOf?: string;
  readonly period?: string;
  readonly config?: string;
  readonly format?: Format;
  readonly out?: string;
  readonly force?: boolean;
  readonly limit?: number;
  readonly section?: string;
  /** False for `--no-escape`. */
  readonly escape?: boolean;
  readonly lang?: Lang;
  readonly encoding?: string;
  readonly timezone?: string;
  readonly maxErrors?: number;
  readonly strict?: boolean;
  readonly rejects?: string;
  readonly map?: readonly string[];
  readonly threads?: number;
  /** Bytes. */
  readonly memoryLimit?: number;
  readonly tempDir?: string;
  /** `duckdb` or the URL of a database. */
  readonly engine?: string;
  readonly schema?: string;
  readonly progress?: ProgressMode;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
  readonly color?: boolean;
}

/** `auto` draws a bar where the error stream is a terminal. */
export type ProgressMode = (typeof progressModes)[number];

const progressModes = ['auto', 'plain', 'none'] as const;

interface OptionText {
  readonly flags: string;
  readonly text: Localized;
  readonly parse?: (value: string, before: never) => unknown;
}

/** Every shared option, worded once. */
const shared = {
  asOf: {
    flags: '--as-of <date>',
    text: {
      en: 'the day that counts as today: a date or today (default: the latest date in the files)',
      'zh-CN': '以哪一天为“今天”：日期或 today（默认：文件中最晚的日期）',
    },
    parse: asOfDate,
  },
  period: {
    flags: '--period <period>',
    text: {
      en: 'the time under review: 2026, 2026-Q3, 2026-10, 2026-01..2026-03 (both included), last-month, last-quarter, last-year',
      'zh-CN': '统计期间：2026、2026-Q3、2026-10、2026-01..2026-03（含首尾）、last-month、last-quarter、last-year',
    },
    parse: periodText,
  },
  config: {
    flags: '--config <file>',
    text: {
      en: 'the config (default: crm-eval.config.yaml here or in a folder above)',
      'zh-CN': '配置文件（默认：当前或上级目录中的 crm-eval.config.yaml）',
    },
  },
  encoding: {
    flags: '--encoding <name>',
    text: {
      en: 'the encoding of the text files, such as gb18030 (default: found out by content)',
      'zh-CN': '文本文件的编码，例如 gb18030（默认：按内容识别）',
    },
  },
  timezone: {
    flags: '--timezone <name>',
    text: {
      en: 'the zone into which instants with an offset are turned, such as Asia/Shanghai (default: they stand as written)',
      'zh-CN': '带时差的时刻换算到哪个时区，例如 Asia/Shanghai（默认：按原样）',
    },
    parse: timezoneName,
  },
  map: {
    flags: '--map <table.field=header>',
    text: {
      en: 'read a field from the column with this header; repeatable: --map orders.amount=实付金额',
      'zh-CN': '指定字段取自哪一列，可重复：--map orders.amount=实付金额',
    },
    parse: (value: string, before: readonly string[] | undefined) => collect(mappingText(value), before),
  },
  threads: {
    flags: '--threads <n>',
    text: { en: 'threads of the engine (default: all cores); never changes a result', 'zh-CN': '计算线程数（默认：全部核心）；不影响结果' },
    parse: wholeNumber('--threads', 1, mostThreads),
  },
  memoryLimit: {
    flags: '--memory-limit <size>',
    text: {
      en: 'memory of the engine, such as 512MB or 8GB; what needs more goes to the temporary folder (default: 80 % of the machine)',
      'zh-CN': '计算引擎的内存上限，例如 512MB、8GB；超出部分写入临时目录（默认：物理内存的 80%）',
    },
    parse: memorySize,
  },
  tempDir: {
    flags: '--temp-dir <folder>',
    text: {
      en: 'where temporary files go, in a private folder that is removed at the end (default: that of the system)',
      'zh-CN': '临时文件所在目录，在其中新建专用目录，结束时删除（默认：系统临时目录）',
    },
  },
  engine: {
    flags: '--engine <engine>',
    text: {
      en: 'duckdb (in this process) or a database: postgres://user@host:5432/name; its password comes from PGPASSWORD or the pass file (default: duckdb)',
      'zh-CN': '计算引擎：duckdb（本进程）或数据库 postgres://用户@主机:5432/库名；密码取自 PGPASSWORD 或密码文件（默认：duckdb）',
    },
    parse: engineAddress,
  },
  schema: {
    flags: '--schema <name>',
    text: {
      en: 'the schema of the database that load fills and that is read where no files are given (default: crm_eval)',
      'zh-CN': '数据库中的 schema：load 写入它，未给出文件时从它读取（默认：crm_eval）',
    },
    parse: schemaName,
  },
  progress: {
    flags: '--progress <kind>',
    text: {
      en: 'auto (a bar on a terminal), plain (lines for a log) or none (default: auto)',
      'zh-CN': '进度显示：auto（终端中为进度条）、plain（逐行输出，适合日志）或 none（默认：auto）',
    },
    parse: oneOf('--progress', progressModes),
  },
  format: {
    flags: '--format <format>',
    text: {
      en: `${formats.join(', ')} (default: by the name given to --out, else table)`,
      'zh-CN': `输出格式：${formats.join('、')}（默认：按 --out 的扩展名，否则 table）`,
    },
    parse: oneOf('--format', formats),
  },
  out: {
    flags: '-o, --out <file>',
    text: { en: 'write to this file, which must be new; - is the standard output', 'zh-CN': '写入该文件（不得已存在）；- 表示标准输出' },
  },
  force: { flags: '--force', text: { en: 'replace files that exist', 'zh-CN': '覆盖已存在的文件' } },
  limit: {
    flags: '--limit <n>',
    text: {
      en: 'rows of each section (default: 20 in a table, all elsewhere)',
      'zh-CN': '每一部分的行数（默认：table 为 20 行，其他格式为全部）',
    },
    parse: wholeNumber('--limit', 1),
  },
  section: { flags: '--section <id>', text: { en: 'print this section only', 'zh-CN': '只输出该部分' } },
  escape: {
    flags: '--no-escape',
    text: {
      en: "in CSV, put no ' before text that a spreadsheet would run as a formula",
      'zh-CN': "CSV 中，可能被表格软件当作公式的文本前不加 '",
    },
  },
  maxErrors: {
    flags: '--max-errors <n>',
    text: {
      en: 'exit with 1 when more errors than this were found (default: no limit; check: 0)',
      'zh-CN': '错误数超过该值时以 1 退出（默认：不限；check 为 0）',
    },
    parse: wholeNumber('--max-errors', 0),
  },
  strict: { flags: '--strict', text: { en: 'exit with 1 when there is any warning', 'zh-CN': '只要有警告就以 1 退出' } },
  rejects: {
    flags: '--rejects <file>',
    text: { en: 'write every row and cell that could not be used to this CSV', 'zh-CN': '把所有未能使用的行和单元格写入该 CSV' },
  },
  lang: {
    flags: '--lang <lang>',
    text: { en: 'en or zh-CN (default: that of the locale)', 'zh-CN': 'en 或 zh-CN（默认：随系统语言）' },
    parse: oneOf('--lang', ['en', 'zh-CN']),
  },
  quiet: { flags: '-q, --quiet', text: { en: 'print nothing on the error stream but errors', 'zh-CN': '错误流中只输出错误' } },
  verbose: {
    flags: '-v, --verbose',
    text: { en: 'say how every file and column was understood', 'zh-CN': '说明每个文件、每一列是如何理解的' },
  },
  debug: { flags: '--debug', text: { en: 'print the stack of an error', 'zh-CN': '出错时输出调用栈' } },
  color: { flags: '--no-color', text: { en: 'no colour', 'zh-CN': '不使用颜色' } },
} as const satisfies Record<keyof Flags, OptionText>;

export const generalGroup: Localized = { en: 'General:', 'zh-CN': '通用：' };

type Group = 'reading' | 'time' | 'running' | 'output' | 'general';

const groups: Readonly<Record<Group, { readonly title: Localized; readonly options: readonly (keyof Flags)[] }>> = {
  time: { title: { en: 'Time:', 'zh-CN': '时间：' }, options: ['asOf', 'period'] },
  reading: {
    title: { en: 'Reading:', 'zh-CN': '读取：' },
    options: ['config', 'encoding', 'timezone', 'map', 'maxErrors', 'strict', 'rejects'],
  },
  running: { title: { en: 'Running:', 'zh-CN': '运行：' }, options: ['engine', 'schema', 'memoryLimit', 'threads', 'tempDir', 'progress'] },
  output: { title: { en: 'Output:', 'zh-CN': '输出：' }, options: ['format', 'out', 'force', 'limit', 'section', 'escape'] },
  general: { title: generalGroup, options: ['lang', 'quiet', 'verbose', 'debug', 'color'] },
};

/** All that a command takes which reads files and prints a Result. */
export function addAnalysisOptions(command: Command, lang: Lang): void {
  addOptions(command, lang, 'time');
  chosen.set(command, () => {
    for (const group of ['reading', 'running', 'output', 'general'] as const) addOptions(command, lang, group);
  });
}

/** What is added to a command only when it is chosen: the list of commands must not wait for the options of each. */
const chosen = new WeakMap<Command, () => void>();

/** Call once, before the command parses its arguments. */
export function addOptionsOfChosen(command: Command): void {
  chosen.get(command)?.();
}

/** Adds a group of shared options, or some of them, to a command. */
export function addOptions(command: Command, lang: Lang, group: Group, only?: readonly (keyof Flags)[]): void {
  command.optionsGroup(groups[group].title[lang]);
  for (const name of only ?? groups[group].options) {
    const declared: OptionText = shared[name];
    const option = new Option(declared.flags, declared.text[lang]);
    if (declared.parse !== undefined) option.argParser(declared.parse as (value: string, before: unknown) => unknown);
    command.addOption(option);
  }
}
