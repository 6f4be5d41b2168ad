import { fill, type Lang } from '../lib/localized.ts';
import { addDays, isIsoDate } from '../lib/dates.ts';
import type { Input, Result, Section } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { filesOf, shortFiles } from './file-names.ts';
import { formatCount, formatSum } from './format.ts';
import { amountRead, balance, fileAndSheet, reasonList, roleOf, sums } from './reconciliation.ts';
import type { Terminal } from './terminal.ts';
import { hanging, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { reportWords } from './words.ts';

/** `crm-eval score · as of 2026-10-31 · period 2026-01-01 to 2026-10-30`. */
export function titleLine(result: Result, amounts: ReportOptions['amounts'], { paint }: Terminal): string {
  const parts = [paint.bold(`crm-eval ${visible(result.command)}`)];
  return [...parts, ...rangeParts(result, amounts).map(visible)].join(' · ');
}

/** The days that a Result speaks of, and what its amounts are in. */
export function rangeParts({ as_of: asOf, period, lang }: Result, amounts: ReportOptions['amounts'] = null): string[] {
  return [
    ...(asOf === null ? [] : [fill(reportWords.asOf, lang, { date: asOf })]),
    ...(period === null ? [] : [fill(reportWords.period, lang, periodDays(period))]),
    ...(amounts === null ? [] : [fill(reportWords.amountsIn, lang, { label: amounts })]),
  ];
}

/** First and last day of a half-open period: people read the last day as one of it. */
export function periodDays(period: NonNullable<Result['period']>): { from: string; to: string } {
  return { from: visible(period.from), to: isIsoDate(period.to) ? addDays(period.to, -1) : visible(period.to) };
}

/** The sentences of the answer, each from the start of a line. */
export function answerLines(answer: readonly string[], { width, paint }: Terminal): string[] {
  return answer.flatMap((sentence, index) => wrapToWidth(visible(sentence), width).map((line) => (index === 0 ? paint.bold(line) : line)));
}

/** What else there is, and how it is asked for. */
export function moreSections(sections: readonly Section[], { lang, width, paint }: Terminal): string[] {
  if (sections.length === 0) return [];
  const names = sections.map((section) => (section.kind === 'table' ? `${section.id} (${formatCount(section.total)})` : section.id));
  const list = names.join(fill(reportWords.listSeparator, lang));
  return wrapToWidth(fill(reportWords.moreSections, lang, { list }), width).map((line) => paint.dim(line));
}

/** Every file with rows that count in a line; with everything also why rows are missing, how it was read and what lies beside. */
export function inputLines(result: Pick<Result, 'inputs' | 'command'>, detail: ReportOptions['detail'], terminal: Terminal): string[] {
  const { inputs, command } = result;
  const { lang, width, paint } = terminal;
  if (inputs.length === 0) return [];
  const title = paint.bold(fill(reportWords.inputs, lang));
  if (detail === 'everything') return [title, ...inputs.flatMap((input) => wholeInput(input, terminal))];
  const short = shortFiles(filesOf(inputs));
  const name = (input: Input): string => visible(fileAndSheet({ ...input, file: short(input.file) }));
  const lines = inputs.filter(({ idle }) => idle !== true).flatMap((input) => hanging(shortInput(input, name(input), lang), width));
  const idle = inputs.filter((input) => input.idle === true).map(name);
  if (idle.length > 0) {
    const list = idle.join(fill(reportWords.listSeparator, lang));
    lines.push(...hanging(fill(reportWords.idleFiles, lang, { command: visible(command), list }), width).map((line) => paint.dim(line)));
  }
  return [title, ...lines];
}

/** `orders.csv · 3,440 rows read = 3,213 used + 227 set aside + 0 rejected · 37,821,971.94 from Amount`. */
function shortInput(input: Input, name: string, lang: Lang): string {
  const isWhole = input.rows_used === input.rows_read;
  const rows = isWhole ? fill(reportWords.allRows, lang, { n: formatCount(input.rows_read) }) : balance(input, lang);
  const { amount, sum_used: sum } = input;
  const money =
    amount === undefined || sum === null ? [] : [fill(reportWords.sumFrom, lang, { sum: formatSum(sum), column: visible(amount.from) })];
  return [name, rows, ...money].join(' · ');
}

function wholeInput(input: Input, { lang, width, paint }: Terminal): string[] {
  const indented = (text: string): string[] => wrapToWidth(text, width - 4).map((line) => `    ${line}`);
  const lines = [`  ${visible(fileAndSheet(input))} · ${visible(roleOf(input))} · ${visible(input.encoding)}`];
  lines.push(...indented([balance(input, lang), sums(input, lang)].filter((part) => part !== null).join(' · ')));
  const amount = amountRead(input, lang);
  if (amount !== null) lines.push(...indented(visible(amount)));
  const reasons = reasonList(input, lang);
  if (reasons !== '') lines.push(...indented(fill(reportWords.reasonsOf, lang, { list: visible(reasons) })).map((line) => paint.dim(line)));
  return lines;
}

/** What a document is called: whose it is, and what. */
export function titleWithCompany({ company, title }: Pick<Result, 'company' | 'title'>): string {
  return company === undefined ? title : `${company} · ${title}`;
}
