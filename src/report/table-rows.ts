import { fill } from '../lib/localized.ts';
import { rowsSeen } from '../lib/usual-rows.ts';
import { tableTexts } from './column-texts.ts';
import type { ReportOptions } from './contract.ts';
import { formatCount, isNumeric, missing, titleWithUnit } from './format.ts';
import { chosenRows } from './sections.ts';
import { goesWithRows, linesOf } from './chart-spans.ts';
import { type ChartColumn, chartColumn, leastChart, mostChart, sparkline } from './terminal-charts.ts';
import { sentenceColumns, terminalColumns } from './terminal-columns.ts';
import type { Terminal } from './terminal.ts';
import { cutAlike, cutToWidth, titleWords, widthOf, wrapTitle, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { reportWords } from './words.ts';
import type { ResultColumn, ResultRows, TableSection } from '../result/result.ts';
import CliTable from 'cli-table3';

const widestText = 28;
const widestWithRoom = 64;
const titleWidth = 12;
const titleLines = 3;
const gap = 2;
const leastColumns = 3;
const leastText = 12;
/** So many rows of one sentence have it once, below the last of them. */
const leastAlike = 3;
/** Sentences of which less is seen say nothing. */
const leastSeen = 2 / 3;

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

/** As many leading columns as fit, the important ones first, and what is left out in words. */
export function tableLines(section: TableSection, options: ReportOptions, terminal: Terminal): string[] {
  const { lang, paint } = terminal;
  const rows = chosenRows(section, options, rowsSeen(section.glance.most) ?? Infinity);
  if (section.total === 0) return [paint.dim(`  ${fill(reportWords.noRows, lang)}`)];
  const { columns, leading } = terminalColumns(section, options.allColumns);
  const texts = tableTexts(rows, columns, lang).map((cells) => cells.map(visible));
  const titles = columns.map((column) => visible(titleWithUnit(column, lang)));
  const cap = Math.min(widestText, Math.floor(terminal.width / 4));
  const wanted = columns.map((_, index) => wantedWidth(titles[index] ?? '', texts[index] ?? []));
  const capped = wanted.map((width, index) => (isNumeric(columns[index]?.type ?? 'text') ? width : Math.min(width, cap)));
  const fitting = withRoom(
    section,
    fittingWidths(columns, roomy(capped, wanted, texts, { leading, width: terminal.width }), terminal.width),
    leading,
    terminal,
  );
  const whole = widened(fitting, wanted, terminal.width);
  const isStub =
    options.allColumns !== true &&
    whole.length > Math.max(leading, leastColumns) &&
    (whole.at(-1) ?? 0) < leastSeen * (wanted[whole.length - 1] ?? 0);
  const widths = isStub ? widened(fitting.slice(0, -1), wanted, terminal.width) : whole;
  const shown = columns.slice(0, widths.length);
  const below = sentencesBelow(section, rows, terminal);
  const lines = drawn(shown, titles, texts, widths, below, terminal, chartBeside(section, rows, widths, terminal));
  lines.push(...linesBelow(section, rows, terminal));
  const [moreRows, moreColumns] = [section.total - rows.length, unseenCount(section, shown)];
  const more = [
    ...(moreRows > 0 ? [fill(reportWords.moreRows, lang, { n: formatCount(moreRows) })] : []),
    ...(moreColumns > 0 ? [fill(reportWords.moreColumns, lang, { n: formatCount(moreColumns) })] : []),
  ].join(fill(reportWords.listSeparator, lang));
  if (more !== '') lines.push(paint.dim(fill(moreColumns > 0 ? reportWords.allOfItChosen : reportWords.allOfIt, lang, { more })));
  return lines;
}

/** How many columns with words and figures for people are in no place of the screen, also those that say nothing in any row. */
function unseenCount({ columns, glance }: TableSection, shown: readonly ResultColumn[]): number {
  return columns.filter((column) => column.code_of === undefined && !glance.below.includes(column.id) && !shown.includes(column)).length;
}

/** The sentences of each row, in lines of their own; a row without any has none. What several rows in turn have word for word is said below the last. */
function sentencesBelow(section: TableSection, rows: ResultRows, { lang, width, paint }: Terminal): string[][] {
  const columns = sentenceColumns(section);
  const texts = tableTexts(rows, columns, lang).map((cells) => cells.map(visible));
  const said = Array.from({ length: rows.length }, (_, row) =>
    columns
      .flatMap(({ title }, index) => {
        const text = texts[index]?.[row] ?? missing;
        return text === missing || text === '' ? [] : [fill(reportWords.textOf, lang, { title: visible(title), text })];
      })
      .join(' · '),
  );
  const lines = (text: string): string[] => wrapToWidth(text, width - 4).map((line) => `    ${paint.dim(line)}`);
  return runsOf(said).flatMap(({ text, length }) => {
    if (length < leastAlike || text === '') return Array.from({ length }, () => (text === '' ? [] : lines(text)));
    const above = fill(reportWords.rowsAbove, lang, { n: formatCount(length) });
    return [...Array.from({ length: length - 1 }, (): string[] => []), lines(`${above} · ${text}`)];
  });
}

/** Texts that follow one another and are the same. */
function runsOf(texts: readonly string[]): { readonly text: string; length: number }[] {
  const runs: { readonly text: string; length: number }[] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.text === text) last.length += 1;
    else runs.push({ text, length: 1 });
  }
  return runs;
}

/** Where many texts of a column of the first glance would be cut, they get their room before other columns do; one long name does not. */
function roomy(
  widths: readonly number[],
  wanted: readonly number[],
  texts: readonly (readonly string[])[],
  { leading, width }: { readonly leading: number; readonly width: number },
): readonly number[] {
  const isCut = (cells: readonly string[], most: number): boolean =>
    cells.filter((text) => widthOf(text) > most).length >= Math.max(2, cells.length / 4);
  const cut = widths.map((each, index) => index < leading && isCut(texts[index] ?? [], each));
  if (!cut.includes(true)) return widths;
  const whole = widths.map((each, index) => (cut[index] === true ? Math.min(wanted[index] ?? each, widestWithRoom) : each));
  const taken = whole.slice(0, leading).reduce((sum, each) => sum + each + gap, -gap);
  return taken <= width ? whole : widths.slice(0, leading);
}

function wantedWidth(title: string, texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), narrowestTitle(title));
}

/** The least width at which the title stands on two lines without a broken word. */
function narrowestTitle(title: string): number {
  const longest = titleWords(title, titleWidth).reduce(
    (most, word) => Math.max(most, widthOf(word.trimEnd())),
    Math.min(4, widthOf(title)),
  );
  let width = Math.min(longest, titleWidth);
  while (width < titleWidth && wrapTitle(title, width).length > 2) width += 1;
  return width;
}

/** Gives the room that is left to the columns whose texts are cut, to the longest text first: it says most. */
function widened(widths: readonly number[], wanted: readonly number[], width: number): number[] {
  const own = [...widths];
  let room = width - own.reduce((sum, each) => sum + each + gap, -gap);
  const lacking = (index: number): number => Math.min(wanted[index] ?? 0, widestWithRoom) - (widths[index] ?? 0);
  for (const index of [...own.keys()].toSorted((one, other) => (wanted[other] ?? 0) - (wanted[one] ?? 0))) {
    const more = Math.max(0, Math.min(room, lacking(index)));
    own[index] = (own[index] ?? 0) + more;
    room -= more;
  }
  return own;
}

/** Widths of the columns that fit, texts capped and figures whole, at least three; the last may be a text that is cut more. Where even these do not fit they are narrowed. */
function fittingWidths(columns: readonly ResultColumn[], natural: readonly number[], width: number): number[] {
  const fitting: number[] = [];
  let used = -gap;
  for (const [index, each] of natural.entries()) {
    const room = width - used - gap;
    used += each + gap;
    if (used > width && fitting.length >= leastColumns) {
      if (room >= leastText && !isNumeric(columns[index]?.type ?? 'text')) fitting.push(room);
      break;
    }
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

/** Without the columns after the first glance that would leave no room for the chart. */
function withRoom({ chart }: TableSection, widths: readonly number[], leading: number, { width }: Terminal): readonly number[] {
  if (chart === null || !goesWithRows(chart) || leading === 0) return widths;
  const room = (kept: number): number => width - widths.slice(0, kept).reduce((sum, each) => sum + each + gap, 0);
  const kept = widths.findIndex((_, index) => index + 1 >= leading && room(index + 1) >= leastChart && room(index + 2) < leastChart);
  return kept === -1 ? widths : widths.slice(0, kept + 1);
}

/** The chart of the section in the room that is left beside its columns; null where that is too little, or there is nothing to draw. */
function chartBeside(section: TableSection, rows: ResultRows, widths: readonly number[], { width, lang }: Terminal): ChartColumn | null {
  const room = width - widths.reduce((sum, each) => sum + each + gap, 0);
  return room < leastChart ? null : chartColumn(section, rows, Math.min(room, mostChart), lang);
}

/** A line drawn for each column of a chart of lines, in time. */
function linesBelow(section: TableSection, rows: ResultRows, { width, paint }: Terminal): string[] {
  const lines = linesOf(section, rows);
  const widest = Math.min(widestText, Math.max(0, ...lines.map(({ title }) => widthOf(visible(title)))));
  return lines.map(({ title, figures }) => {
    const name = cutToWidth(visible(title), widest);
    return paint.dim(`${name}${' '.repeat(widest - widthOf(name) + gap)}${sparkline(figures, width - widest - gap)}`);
  });
}

function drawn(
  columns: readonly ResultColumn[],
  titles: readonly string[],
  texts: readonly string[][],
  widths: readonly number[],
  below: readonly (readonly string[])[],
  terminal: Terminal,
  chart: ChartColumn | null,
): string[] {
  const beside = chart === null ? [] : [Math.max(narrowestTitle(chart.title), ...chart.cells.map(widthOf))];
  const table = new CliTable({
    ...look,
    colWidths: [...widths, ...beside],
    colAligns: [
      ...columns.map((column) => (isNumeric(column.type) ? ('right' as const) : ('left' as const))),
      ...beside.map(() => 'left' as const),
    ],
  });
  table.options.head = columns.map((_, index) => titleCell(titles[index] ?? '', widths[index] ?? titleWidth));
  if (chart !== null) table.options.head.push(titleCell(visible(chart.title), beside[0] ?? titleWidth));
  const cut = columns.map((_, index) => cutAlike(texts[index] ?? [], widths[index] ?? widestText));
  for (let row = 0; row < below.length; row += 1) {
    const cells = cut.map((column) => column[row] ?? '');
    table.push(chart === null ? cells : [...cells, chart.cells[row] ?? '']);
  }
  const head = headHeight(table.options.head);
  return table
    .toString()
    .split('\n')
    .flatMap((line, index) => [index < head ? terminal.paint.bold(line.trimEnd()) : line.trimEnd(), ...(below[index - head - 1] ?? [])]);
}

function headHeight(head: readonly string[]): number {
  return head.reduce((most, cell) => Math.max(most, cell.split('\n').length), 1);
}

function titleCell(title: string, width: number): string {
  const lines = wrapTitle(title, width);
  if (lines.length <= titleLines) return lines.join('\n');
  return [...lines.slice(0, titleLines - 1), cutToWidth(lines.slice(titleLines - 1).join(' '), width)].join('\n');
}
