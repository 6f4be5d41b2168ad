import { type Command, Option } from 'commander';
import {
  type CardOptions,
  type Given,
  type OptionValue,
  type Settled,
  type SharedOption,
  sharedOptions,
  type Unkeyed,
} from '../config/card.ts';
import { optionText } from '../config/option-text.ts';
import { settingOptions } from '../config/options.ts';
import type { Localized } from '../lib/localized.ts';
import { formats } from '../report/reporters.ts';
import type { Run } from './context.ts';
import { readerOf } from './option-values.ts';

/** Every option that several commands have. */
export const shared = {
  ...settingOptions,
  config: {
    flags: '--config <file>',
    text: { en: 'the config', 'zh-CN': '配置文件' },
    otherwise: { en: 'crm-eval.config.yaml here or in a folder above', 'zh-CN': '当前或上级目录中的 crm-eval.config.yaml' },
    takes: { kind: 'file' },
  },
  encoding: {
    flags: '--encoding <name>',
    text: { en: 'the encoding of the text files, such as gb18030', 'zh-CN': '文本文件的编码，例如 gb18030' },
    otherwise: { en: 'found out by content', 'zh-CN': '按内容识别' },
    takes: { kind: 'text' },
  },
  map: {
    flags: '--map <table.field=header>',
    text: {
      en: 'read a field from the column with this header; repeatable: --map orders.amount=实付金额',
      'zh-CN': '指定字段取自哪一列，可重复：--map orders.amount=实付金额',
    },
    takes: { kind: 'mapping' },
    repeats: true,
  },
  strict: {
    flags: '--strict',
    text: { en: 'exit with 1 when there is any warning', 'zh-CN': '只要有警告就以 1 退出' },
    takes: { kind: 'switch' },
  },
  rejects: {
    flags: '--rejects <file>',
    text: { en: 'write every row and cell that could not be used to this CSV', 'zh-CN': '把所有未能使用的行和单元格写入该 CSV' },
    takes: { kind: 'file' },
  },
  progress: {
    flags: '--progress <kind>',
    text: {
      en: 'auto (a bar on a terminal), plain (lines for a log) or none',
      'zh-CN': '进度显示：auto（终端中为进度条）、plain（逐行输出，适合日志）或 none',
    },
    default: 'auto',
    takes: { kind: 'choice', values: ['auto', 'plain', 'none'] },
  },
  format: {
    flags: '--format <format>',
    text: { en: 'format of the output', 'zh-CN': '输出格式' },
    otherwise: { en: 'by the name given to --out, else table', 'zh-CN': '按 --out 的扩展名，否则 table' },
    takes: { kind: 'choice', values: formats },
  },
  out: {
    flags: '-o, --out <file>',
    text: { en: 'write to this file, which must be new; - is the standard output', 'zh-CN': '写入该文件（不得已存在）；- 表示标准输出' },
    takes: { kind: 'file' },
  },
  force: { flags: '--force', text: { en: 'replace files that exist', 'zh-CN': '覆盖已存在的文件' }, takes: { kind: 'switch' } },
  section: { flags: '--section <id>', text: { en: 'print this section only', 'zh-CN': '只输出该部分' }, takes: { kind: 'text' } },
  escape: {
    flags: '--no-escape',
    text: {
      en: "in CSV, put no ' before text that a spreadsheet would run as a formula",
      'zh-CN': "CSV 中，可能被表格软件当作公式的文本前不加 '",
    },
    takes: { kind: 'switch' },
  },
  quiet: {
    flags: '-q, --quiet',
    text: { en: 'print nothing on the error stream but errors', 'zh-CN': '错误流中只输出错误' },
    takes: { kind: 'switch' },
  },
  verbose: {
    flags: '-v, --verbose',
    text: { en: 'say how every file and column was understood', 'zh-CN': '说明每个文件、每一列是如何理解的' },
    takes: { kind: 'switch' },
  },
  debug: { flags: '--debug', text: { en: 'print the stack of an error', 'zh-CN': '出错时输出调用栈' }, takes: { kind: 'switch' } },
  color: { flags: '--no-color', text: { en: 'no colour', 'zh-CN': '不使用颜色' }, takes: { kind: 'switch' } },
} as const satisfies Readonly<Record<SharedOption, CardOptions[string]>>;

/** What the shared options hold that stand in no config; `escape` and `color` are false for `--no-escape` and `--no-color`. */
export type Flags = Given<Unkeyed<typeof shared>>;

export type ProgressMode = OptionValue<(typeof shared)['progress']>;

export const groupTitles = {
  time: { en: 'Time:', 'zh-CN': '时间：' },
  reading: { en: 'Reading:', 'zh-CN': '读取：' },
  running: { en: 'Running:', 'zh-CN': '运行：' },
  output: { en: 'Output:', 'zh-CN': '输出：' },
  general: { en: 'General:', 'zh-CN': '通用：' },
} as const satisfies Readonly<Record<keyof typeof sharedOptions, Localized>>;

/** Adds these of the shared options, group by group. */
export function addSharedOptions(command: Command, run: Run, names: readonly SharedOption[]): void {
  for (const [group, members] of Object.entries(sharedOptions)) {
    const chosen = members.filter((name) => names.includes(name)).map((name) => [name, shared[name]] as const);
    addOptions(command, run, Object.fromEntries(chosen), groupTitles[group as keyof typeof groupTitles]);
  }
}

/** Adds options under a title. */
export function addOptions(command: Command, run: Run, options: CardOptions, title?: Localized): void {
  if (title !== undefined) command.optionsGroup(title[run.lang]);
  for (const declared of Object.values(options)) {
    const option = new Option(declared.flags, optionText(declared, run.lang));
    const read = readerOf(declared, run.folder);
    if (declared.repeats === true)
      option.argParser((text: string, before: readonly unknown[] | undefined) => [...(before ?? []), read(text)]);
    else if (declared.takes.kind !== 'switch') option.argParser(read);
    if (declared.implies !== undefined) option.implies({ [declared.implies]: true });
    command.addOption(option);
  }
}

/** What the options without a key come to. */
export function settled<O extends CardOptions>(options: O, given: Readonly<Record<string, unknown>>): Settled<O> {
  const own = Object.entries(options).filter(([, { key }]) => key === undefined);
  const values = own.map(([name, option]) => [name, given[name] ?? option.default ?? (option.takes.kind === 'switch' ? false : null)]);
  return Object.fromEntries(values) as Settled<O>;
}
