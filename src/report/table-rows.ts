import CliTable from 'cli-table3';
import { reportWords } from '../i18n/report-words.ts';
import { say } from '../i18n/say.ts';
import type { ResultColumn, TableSection } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { formatCount, formatValue, isNumeric, titleWithUnit } from './format.ts';
import { cellOf, chosenRows } from './sections.ts';
import type { Terminal } from './terminal.ts';
import { cutToWidth, widthOf, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';

const usualRows = 20;
const widestText = 32;
const titleWidth = 12;
const titleLines = 3;
const gap = 2;
const leastColumns = 3;

/** No frame, a rule below the header, two blanks between columns. */
const look = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '─',
    'mid-mid': '─'.repeat(gap),
    right: '',
    'right-mid': '',
    middle: ' '.repeat(gap),
  },
  style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
};

/** As many leading columns as fit (columns are declared in the order of their importance), and what is left out in words. */
export function tableLines(section: TableSection, options: ReportOptions, terminal: Terminal): string[] {
  const { lang, paint } = terminal;
  const rows = chosenRows(section, options, usualRows);
  if (rows.length === 0 && section.rows.length === 0) return [paint.dim(`  ${say(reportWords.noRows, lang)}`)];
  const texts = section.columns.map((column) => rows.map((row) => visible(formatValue(cellOf(row, column.id), column.type, lang))));
  const titles = section.columns.map((column) => visible(titleWithUnit(column, lang)));
  const cap = Math.min(widestText, Math.floor(terminal.width / 4));
  const natural = section.columns.map((column, index) =>
    naturalWidth(titles[index] ?? '', texts[index] ?? [], isNumeric(column.type) ? Infinity : cap),
  );
  const widths = fittingWidths(natural, terminal.width);
  const lines = drawn(section.columns.slice(0, widths.length), titles, texts, widths, rows.length, terminal);
  const hidden = section.rows.length - rows.length;
  if (hidden > 0) lines.push(paint.dim(say(reportWords.moreRows, lang, { n: formatCount(hidden) })));
  const left = titles.slice(widths.length);
  if (left.length > 0) {
    const list = left.join(say(reportWords.listSeparator, lang));
    lines.push(paint.dim(cutToWidth(say(reportWords.moreColumns, lang, { n: left.length, list }), terminal.width)));
  }
  return lines;
}

/** Text is capped; a figure is never cut while three columns fit. */
function naturalWidth(title: string, texts: readonly string[], cap: number): number {
  const cells = texts.reduce((most, text) => Math.max(most, widthOf(text)), Math.min(widthOf(title), titleWidth));
  return Math.min(cells, cap);
}

/** Widths of the columns that fit, at least three; where even these do not fit they are narrowed. */
function fittingWidths(natural: readonly number[], width: number): number[] {
  const fitting: number[] = [];
  let used = -gap;
  for (const each of natural) {
    used += each + gap;
    if (used > width && fitting.length >= leastColumns) break;
    fitting.push(each);
  }
  const room = width - gap * (fitting.length - 1);
  let total = fitting.reduce((sum, each) => sum + each, 0);
  while (total > room) {
    const widest = fitting.indexOf(Math.max(...fitting));
    fitting[widest] = (fitting[widest] ?? 1) - 1;
    total -= 1;
  }
  return fitting;
}

function drawn(
  columns: readonly ResultColumn[],
  titles: readonly string[],
  texts: readonly string[][],
  widths: readonly number[],
  rows: number,
  terminal: Terminal,
): string[] {
  const table = new CliTable({
    ...look,
    colWidths: [...widths],
    colAligns: columns.map((column) => (isNumeric(column.type) ? 'right' : 'left')),
  });
  table.options.head = columns.map((_, index) => titleCell(titles[index] ?? '', widths[index] ?? titleWidth));
  for (let row = 0; row < rows; row += 1)
    table.push(columns.map((_, index) => cutToWidth(texts[index]?.[row] ?? '', widths[index] ?? widestText)));
  return table
    .toString()
    .split('\n')
    .map((line, index) => (index < headHeight(table.options.head) ? terminal.paint.bold(line.trimEnd()) : line.trimEnd()));
}

function headHeight(head: readonly string[]): number {
  return head.reduce((most, cell) => Math.max(most, cell.split('\n').length), 1);
}

function titleCell(title: string, width: number): string {
  const lines = wrapToWidth(title, width);
  if (lines.length <= titleLines) return lines.join('\n');
  return [...lines.slice(0, titleLines - 1), cutToWidth(lines.slice(titleLines - 1).join(' '), width)].join('\n');
}
