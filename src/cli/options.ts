import { type Command, Option } from 'commander';
import { type CardOptions, type Given, type Settled, type SharedOption, sharedOptions, type Unkeyed } from '../config/card.ts';
import { optionText } from '../config/option-text.ts';
import { settingOptions } from '../config/options.ts';
import { both, type Localized } from '../lib/localized.ts';
import { formats } from '../report/reporters.ts';
import type { Run } from './context.ts';
import { readerOf } from './option-values.ts';

/** Every option that several commands have. */
export const shared = {
  ...settingOptions,
  config: {
    flags: '--config <file>',
    text: both('the config', '配置文件'),
    otherwise: both('crm-eval.config.yaml here or in a folder above', '当前或上级目录中的 crm-eval.config.yaml'),
    takes: { kind: 'file' },
  },
  scope: {
    flags: '--scope <people>',
    text: both(
      'what these people may see: rep=NAME,NAME, team=NAME or manager=NAME (with all below); sums are of their rows alone, an order belongs to who sold it, else to the owner of its customer; probabilities, tiers and ranks are those of the whole',
      '只含这些人可见的内容：rep=姓名,姓名、team=团队 或 manager=主管（含全部下级）；合计仅为其自身的数据，订单归成交销售，未写明时归客户负责人；概率、分层与排名取自总体',
    ),
    takes: { kind: 'scope' },
  },
  encoding: {
    flags: '--encoding <name>',
    text: both('the encoding of the text files, such as gb18030', '文本文件的编码，例如 gb18030'),
    otherwise: both('found out by content', '按内容识别'),
    takes: { kind: 'text' },
  },
  map: {
    flags: '--map <table.field=header>',
    text: both(
      'read a field from the column with this header; repeatable: --map orders.amount=实付金额',
      '指定字段取自哪一列，可重复：--map orders.amount=实付金额',
    ),
    takes: { kind: 'mapping' },
    repeats: true,
  },
  rates: {
    flags: '--rates <file>',
    text: both(
      'convert money by this file: currency, rate (what one unit is worth in the company currency), date or month from which it holds',
      '按该汇率文件换算金额：币种、汇率（1 单位折合多少本位币）、日期或月份（自何时起适用）',
    ),
    otherwise: both('rates of the config', '配置中的 rates'),
    takes: { kind: 'file' },
  },
  strict: {
    flags: '--strict',
    text: both('exit with 1 when there is any warning', '只要有警告就以 1 退出'),
    takes: { kind: 'switch' },
  },
  rejects: {
    flags: '--rejects <file>',
    text: both('write every row and cell that could not be used to this CSV', '把所有未能使用的行和单元格写入该 CSV'),
    takes: { kind: 'file' },
  },
  progress: {
    flags: '--progress <kind>',
    text: both(
      'auto (a bar on a terminal), plain (lines for a log) or none',
      '进度显示：auto（终端中为进度条）、plain（逐行输出，适合日志）或 none',
    ),
    default: 'auto',
    takes: { kind: 'choice', values: ['auto', 'plain', 'none'] },
  },
  format: {
    flags: '--format <format>',
    text: both('format of the output', '输出格式'),
    otherwise: both('by the name given to --out, else table', '按 --out 的扩展名，否则 table'),
    takes: { kind: 'choice', values: formats },
  },
  out: {
    flags: '-o, --out <file>',
    text: both('write to this file, which must be new; - is the standard output', '写入该文件（不得已存在）；- 表示标准输出'),
    takes: { kind: 'file' },
  },
  force: { flags: '--force', text: both('replace files that exist', '覆盖已存在的文件'), takes: { kind: 'switch' } },
  section: {
    flags: '--section <ids>',
    text: both('print these sections only: at_risk, or at_risk,watch; repeatable', '只输出这些部分：at_risk，或 at_risk,watch；可重复'),
    takes: { kind: 'names' },
    repeats: true,
  },
  columns: {
    flags: '--columns <names>',
    text: both(
      'these columns in this order, by id or title; all stands for the others; repeatable',
      '只输出这些列并按此顺序，可写标识或标题；all 代表其余各列；可重复',
    ),
    takes: { kind: 'names' },
    repeats: true,
  },
  where: {
    flags: '--where <condition>',
    text: both(
      'rows of which this holds: "owner=NAME", "revenue>=5万"; = != < <= > >= and ~ (contains); an empty value is a blank; repeatable: all must hold',
      '只输出符合条件的行："owner=姓名"、"revenue>=5万"；可用 = != < <= > >= 和 ~（包含），值为空表示空白；可重复，须同时满足',
    ),
    takes: { kind: 'condition' },
    repeats: true,
  },
  sort: {
    flags: '--sort <columns>',
    text: both(
      'sort by these columns: revenue:desc, or owner,revenue:desc; blanks last; repeatable',
      '按这些列排序：revenue:desc，或 owner,revenue:desc；空白排在最后；可重复',
    ),
    takes: { kind: 'sorting' },
    repeats: true,
  },
  record: {
    flags: '--record',
    text: both('in a table, print each row as a block of its own, a line for each column', 'table 格式下每行单独成块，每列占一行'),
    takes: { kind: 'switch' },
  },
  pager: {
    flags: '--no-pager',
    text: both(
      'on a terminal, print a long result at once and not by PAGER or less',
      '在终端中直接输出较长的结果，不经 PAGER 或 less 分页',
    ),
    takes: { kind: 'switch' },
  },
  escape: {
    flags: '--no-escape',
    text: both("in CSV, put no ' before text that a spreadsheet would run as a formula", "CSV 中，可能被表格软件当作公式的文本前不加 '"),
    takes: { kind: 'switch' },
  },
  since: {
    flags: '--since <file>',
    text: both(
      'what is new, moved or gone in the lists since this earlier result of the command in JSON (section since)',
      '与该命令此前的 JSON 结果相比，名单中新增、变动、移出的客户（since 部分）',
    ),
    takes: { kind: 'file' },
  },
  precise: {
    flags: '--precise',
    text: both(
      'in CSV, every digit: else money has cents, other numbers six decimals',
      'CSV 中保留全部小数位；默认金额保留到分，其他数值保留六位小数',
    ),
    takes: { kind: 'switch' },
  },
  failOn: {
    flags: '--fail-on <condition>',
    text: both(
      'exit with 10 when this holds: at_risk>0 (rows of a section), value_at_risk>=100000 (a figure), data-old>0 (a finding, by its code), new or new:at_risk (against --since); repeatable',
      '条件成立时以 10 退出：at_risk>0（某部分的行数）、value_at_risk>=10万（某项指标）、data-old>0（某个提示代码）、new 或 new:at_risk（与 --since 相比有新增）；可重复',
    ),
    takes: { kind: 'alarm' },
    repeats: true,
  },
  split: {
    flags: '--split <column>',
    text: both(
      'with --out lists.xlsx, a file for each value of this column with its rows alone: lists-Zhou Siyuan.xlsx; --split owner',
      '与 --out 名单.xlsx 一起使用，按该列每个取值各写一个文件，只含其自身的行：名单-周思远.xlsx；例如 --split owner',
    ),
    takes: { kind: 'text' },
  },
  quiet: {
    flags: '-q, --quiet',
    text: both('print the result alone, and errors', '只输出结果与错误'),
    takes: { kind: 'switch' },
  },
  verbose: {
    flags: '-v, --verbose',
    text: both(
      'show all sections, findings and files, and how each column was understood',
      '显示全部内容、数据问题与文件，并说明每一列是如何理解的',
    ),
    takes: { kind: 'switch' },
  },
  debug: { flags: '--debug', text: both('print the stack of an error', '出错时输出调用栈'), takes: { kind: 'switch' } },
  color: { flags: '--no-color', text: both('no colour', '不使用颜色'), takes: { kind: 'switch' } },
} as const satisfies Readonly<Record<SharedOption, CardOptions[string]>>;

/** What the shared options hold that stand in no config; `escape`, `pager` and `color` are false for `--no-escape` and so on. */
export type Flags = Given<Unkeyed<typeof shared>>;

export const groupTitles = {
  time: both('Time:', '时间：'),
  reading: both('Reading:', '读取：'),
  running: both('Running:', '运行：'),
  output: both('Output:', '输出：'),
  routine: both('Regular runs:', '定期运行：'),
  general: both('General:', '通用：'),
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
    const option = new Option(declared.flags, optionText(declared, run.lang, options));
    const read = readerOf(declared, run.folder);
    if (declared.repeats === true)
      option.argParser((text: string, before: readonly unknown[] | undefined) => [...(before ?? []), read(text)].flat());
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
