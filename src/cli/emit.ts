import { extname } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import type { Letterhead } from '../lib/letterhead.ts';
import type { Lang } from '../lib/localized.ts';
import { type MoneyDisplay, moneyLabel } from '../lib/money-display.ts';
import { withMoneyShown } from '../report/money-shown.ts';
import type { LongLists, Rendered, ReportOptions } from '../report/contract.ts';
import { tableTaken } from '../report/one-table.ts';
import { type Format, formatOfPath, formats, reporters } from '../report/reporters.ts';
import { visible } from '../report/visible.ts';
import { type AnswerOf, type Selection, select } from '../report/selection/select.ts';
import { unmatchedValues } from '../report/selection/unmatched.ts';
import { withCountedUnits } from '../result/counters.ts';
import type { Result } from '../result/result.ts';
import type { Screen } from '../views/context.ts';
import { hasColour, type Run, usualWidth, widthOf } from './context.ts';
import type { Flags } from './options.ts';
import { outputOptions, writeOutput } from './output.ts';
import { page } from './pager.ts';
import { noProgress, type Progress } from './progress.ts';

/** The format asked for, else the one the name of the output stands for, else the table. Throws where the name stands for none or a terminal would get a binary file. */
export function formatOf(run: Run, flags: Flags): Format {
  const named = formatOfPath(flags.out ?? '');
  if (flags.format === undefined && named === null && extname(flags.out ?? '') !== '') throw formatUnknown(flags.out ?? '');
  const format = flags.format ?? named ?? 'table';
  if (flags.record === true && format !== 'table') throw recordNeedsTable(format);
  if (!reporters[format].binary || !toStdout(flags) || run.stdout.isTTY !== true) return format;
  throw new CrmEvalError(
    'format-binary',
    'usage',
    { en: `${format} cannot be shown on a terminal`, 'zh-CN': `${format} 无法在终端中显示` },
    { fix: { en: `write it to a file: --out result.${format}`, 'zh-CN': `请写入文件：--out result.${format}` } },
  );
}

function recordNeedsTable(format: Format): CrmEvalError {
  return new CrmEvalError(
    'record-needs-table',
    'usage',
    { en: `--record is a form of the table and not of ${format}`, 'zh-CN': `--record 只用于 table 格式，不能用于 ${format}` },
    { fix: { en: 'leave out --record, or use --format table', 'zh-CN': '请去掉 --record，或改用 --format table' } },
  );
}

function formatUnknown(path: string): CrmEvalError {
  const known = formats.flatMap((format) => reporters[format].extensions);
  return new CrmEvalError(
    'format-unknown',
    'usage',
    { en: `the name ${path} stands for no format`, 'zh-CN': `无法从文件名 ${path} 判断格式` },
    { fix: { en: `end it in ${known.join(', ')}, or add --format`, 'zh-CN': `请用 ${known.join('、')} 结尾，或加 --format` } },
  );
}

/** What a Result is needed for where not all of its rows will be shown. */
export function screenOf(format: Format, limit: number | null, flags: Flags): Screen | undefined {
  const sections = flags.section ?? null;
  // What a Result is selected from has to be there as a whole.
  if (flags.where !== undefined) return undefined;
  if (isSelected(flags)) return sections === null ? undefined : { limit: Infinity, sections, shows: 'all', columns: 'all' };
  if (format === 'table') return { limit, sections, shows: flags.verbose === true ? 'all' : 'answer' };
  if (limit === null) return undefined;
  return { limit, sections, shows: 'all', ...(format === 'markdown' ? {} : { columns: 'all' }) };
}

/** How rows and amounts are shown. */
export interface Shown {
  readonly limit: number | null;
  readonly money?: MoneyDisplay | undefined;
  /** How pages and workbooks look; null: as ours. */
  readonly letterhead?: Letterhead | null;
  /** Lists that are too long for a sheet. */
  readonly longLists?: LongLists | undefined;
  /** Sentences of some of the rows. */
  readonly answerOf?: AnswerOf | undefined;
}

/** Prints a Result, or writes it and says so. */
export async function emitResult(
  run: Run,
  flags: Flags,
  result: Result,
  { limit, money = {}, letterhead = null, longLists, answerOf }: Shown,
  progress: Progress = noProgress,
): Promise<void> {
  if (run.stdout.isTTY !== true || !toStdout(flags)) progress.show('write', flags.out ?? '');
  try {
    const format = formatOf(run, flags);
    const render = await reporters[format].load();
    const selection = selectionOf(flags);
    const selected = select(result, selection, answerOf);
    const options: ReportOptions = {
      limit,
      sections: flags.section ?? null,
      amounts: moneyLabel({ ...money, currency: money.currency ?? result.currency }),
      detail: detailOf(flags),
      allColumns: flags.columns !== undefined,
      record: flags.record === true,
      width: toStdout(flags) ? widthOf(run.stdout, run.env) : usualWidth,
      color: toStdout(flags) && hasColour(run.stdout, run.env, flags.color),
      escapeFormulas: flags.escape !== false,
      precise: flags.precise === true,
      byteOrderMark: !toStdout(flags),
      letterhead,
      ...(longLists === undefined ? {} : { longLists }),
      signal: run.signal,
    };
    const shown = reporters[format].people ? withCountedUnits(withMoneyShown(selected, money, { beside: format === 'xlsx' })) : selected;
    const content = await render(shown, options);
    const taken = format === 'csv' || format === 'parquet' ? tableTaken(selected, options, format) : null;
    const remarks = flags.quiet === true ? [] : [...unmatchedValues(result, selection.where), ...(taken === null ? [] : [taken])];
    if (remarks.length > 0) progress.clear();
    run.stderr.write(remarks.map((text) => `${visible(text[result.lang])}\n`).join(''));
    await emit(run, flags, content, result.lang, progress);
  } finally {
    progress.clear();
  }
}

/** The tables that are longer than this, as they will be written. */
export function tablesOver(
  result: Result,
  flags: Flags,
  { limit, most }: { readonly limit: number | null; readonly most: number },
): string[] {
  // Who says how many rows there shall be wants them in one place.
  if (limit !== null || result.sections.every((section) => section.kind !== 'table' || section.rows.length <= most)) return [];
  return select(result, selectionOf(flags)).sections.flatMap((section) =>
    section.kind === 'table' && section.rows.length > most && (flags.section ?? [section.id]).includes(section.id) ? [section.id] : [],
  );
}

/** The Result with the rows that are wanted, before anything is made of them. */
export function rowsWanted(result: Result, { where = [] }: Flags): Result {
  const selected = select(result, { sections: null, columns: null, sort: [], where });
  // The condition stands in the titles once it is printed.
  const titles = new Map(result.sections.map(({ id, title }) => [id, title]));
  return { ...selected, sections: selected.sections.map((section) => ({ ...section, title: titles.get(section.id) ?? section.title })) };
}

function isSelected({ columns, where, sort }: Flags): boolean {
  return [columns, where, sort].some((each) => each !== undefined);
}

function selectionOf({ section, columns, where, sort }: Flags): Selection {
  return { sections: section ?? null, columns: columns ?? null, where: where ?? [], sort: sort ?? [] };
}

function detailOf({ quiet, verbose }: Flags): ReportOptions['detail'] {
  if (verbose === true) return 'everything';
  return quiet === true ? 'answer' : 'usual';
}

/** Prints text that is no Result by the same rules. */
export async function emit(run: Run, flags: Flags, content: Rendered, lang: Lang, progress: Progress = noProgress): Promise<void> {
  // Whoever reads the pipe may print on the same terminal.
  if (toStdout(flags)) progress.clear();
  else progress.show('write', flags.out ?? '');
  const rest = toStdout(flags) && flags.pager !== false ? await page(run, content) : content;
  await writeOutput(flags.out ?? '-', rest, outputOptions(run, flags));
  progress.clear();
  if (!toStdout(flags) && flags.quiet !== true) run.stderr.write(wrote(flags.out ?? '', lang));
}

export function wrote(path: string, lang: Lang): string {
  return { en: `wrote ${visible(path)}\n`, 'zh-CN': `已写入 ${visible(path)}\n` }[lang];
}

export function toStdout(flags: Flags): boolean {
  return flags.out === undefined || flags.out === '-';
}
