import { fill, type Lang, type Localized } from '../lib/localized.ts';
import type { FactsSection, Result, TableSection } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { tableTexts } from './column-texts.ts';
import { groupFindings } from '../result/finding-groups.ts';
import { placeOf } from './finding-place.ts';
import { withoutFolders } from './file-names.ts';
import { formatCount, formatSum, formatValue, isNumeric, titleWithUnit } from './format.ts';
import { markdownText } from './markdown-text.ts';
import { amountRead, fileAndSheet, reasonList, roleOf, takenOff } from './reconciliation.ts';
import { chosenRows, chosenSections, isForPrograms } from './sections.ts';
import { valueWithUnit } from './table-facts.ts';
import { metricsByNeed } from './table-findings.ts';
import { rangeParts } from './table-head.ts';
import { levelWords, reportWords } from './words.ts';

interface MarkdownColumn {
  readonly title: string;
  readonly right?: boolean;
}

/** GitHub Markdown: the answer, then a heading and a table for each part of the Result, all columns but codes, all rows unless a limit is given. */
export async function renderMarkdown(whole: Result, options: ReportOptions): Promise<string> {
  const result = withoutFolders(whole);
  const { lang } = result;
  const blocks = [`# ${markdownText(result.title)}`];
  const facts = rangeParts(result, options.amounts).map(markdownText);
  if (facts.length > 0) blocks.push(facts.join(' · '));
  blocks.push(...(options.sections === null || options.detail !== 'answer' ? result.answer.map(markdownText) : []));
  for (const section of chosenSections(result, options)) {
    blocks.push(`## ${markdownText(section.title)}`);
    blocks.push(section.kind === 'facts' ? factTable(section, lang) : rowTable(section, options, lang));
    const hidden = section.kind === 'table' ? section.total - chosenRows(section, options).length : 0;
    if (hidden > 0) blocks.push(fill(reportWords.rowsLeftOut, lang, { n: formatCount(hidden) }));
  }
  if (result.inputs.length > 0) blocks.push(heading(reportWords.inputs, lang), inputTable(result));
  if (result.findings.length > 0) blocks.push(heading(reportWords.findings, lang), findingTable(result));
  if (result.findings_in_whole === true) blocks.push(fill(reportWords.findingsInWhole, lang));
  const separator = fill(reportWords.listSeparator, lang);
  const missing = metricsByNeed(result.not_computed).map(
    ({ metrics, needs }) =>
      `- ${markdownText(metrics.join(separator))}: ${markdownText(fill(reportWords.needs, lang, { fields: needs.join(separator) }))}`,
  );
  if (missing.length > 0) blocks.push(heading(reportWords.notComputedTitle, lang), missing.join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function heading(title: Localized, lang: Lang): string {
  return `## ${fill(title, lang)}`;
}

/** Titles and cells are plain text; they are escaped here. */
function table(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = line(columns.map((column) => markdownText(column.title)));
  const rule = line(columns.map((column) => (column.right === true ? '--:' : '---')));
  return [head, rule, ...rows.map((row) => line(row.map(markdownText)))].join('\n');
}

function inputTable({ inputs, lang }: Result): string {
  const { role, file, encoding, rowsRead, rowsUsed, rowsSetAside, rowsRejected, amountTitle, reasons } = reportWords;
  const { sumRead, sumUsed, sumSetAside, sumRejected, takenOff: off } = reportWords;
  const plain = (title: Localized): MarkdownColumn => ({ title: fill(title, lang) });
  const right = (title: Localized): MarkdownColumn => ({ title: fill(title, lang), right: true });
  const columns = [
    ...[file, role, encoding].map(plain),
    ...[rowsRead, rowsUsed, rowsSetAside, rowsRejected, sumRead, sumUsed, sumSetAside, sumRejected].map(right),
    plain(off),
    plain(amountTitle),
    plain(reasons),
  ];
  const rows = inputs.map((input) => [
    fileAndSheet(input),
    roleOf(input),
    input.encoding,
    ...[input.rows_read, input.rows_used, input.rows_set_aside, input.rows_rejected].map(formatCount),
    ...[input.sum_read, input.sum_used, input.sum_set_aside, input.sum_rejected].map(formatSum),
    takenOff(input, lang).join('; '),
    amountRead(input, lang) ?? '',
    reasonList(input, lang),
  ]);
  return table(columns, rows);
}

function factTable(section: FactsSection, lang: Lang): string {
  const { figure, value, base, interval, basis } = reportWords;
  const columns = [figure, value, base, interval, basis].map((title, index) => ({
    title: fill(title, lang),
    right: index > 0 && index < 4,
  }));
  const rows = section.facts.map((fact) => [
    fact.title,
    valueWithUnit(fact, lang),
    fact.n === null ? '' : formatCount(fact.n),
    fact.low === null || fact.high === null ? '' : `${formatValue(fact.low, fact, lang)}–${formatValue(fact.high, fact, lang)}`,
    fact.basis ?? '',
  ]);
  return table(columns, rows);
}

function rowTable(section: TableSection, options: ReportOptions, lang: Lang): string {
  const rows = chosenRows(section, options);
  if (rows.length === 0) return fill(reportWords.noRows, lang);
  const shown = section.columns.filter((column) => !isForPrograms(section, column));
  const columns = shown.map((column) => ({ title: titleWithUnit(column, lang), right: isNumeric(column.type) }));
  const texts = tableTexts(rows, shown, lang);
  return table(
    columns,
    Array.from({ length: rows.length }, (_, row) => texts.map((cells) => cells[row] ?? '')),
  );
}

function findingTable({ findings, lang }: Result): string {
  const { level, code, count, file, message, fix } = reportWords;
  const columns = [level, code, count, file, message, fix].map((title, index) => ({ title: fill(title, lang), right: index === 2 }));
  const rows = groupFindings(findings).map((group) => [
    fill(levelWords[group.level], lang),
    group.code,
    formatCount(group.count),
    placeOf(group.first),
    group.first.message,
    group.first.fix ?? '',
  ]);
  return table(columns, rows);
}
