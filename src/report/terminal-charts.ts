import type { Lang } from '../lib/localized.ts';
import type { Chart, ResultCell, ResultRows, TableSection } from '../result/result.ts';
import { formatValue } from './format.ts';
import { cellOf } from './sections.ts';

/** A column that draws what the figures of each row say. */
export interface ChartColumn {
  readonly title: string;
  /** One a row; empty where the row has no figure. */
  readonly cells: readonly string[];
}

/** Narrower than this a chart tells nothing. */
export const leastChart = 10;

/** Wider than this it tells nothing more. */
export const mostChart = 24;

type Dots = Extract<Chart, { kind: 'dots' }>;
type Lengths = Exclude<Extract<Chart, { value: string }>, Dots>;

/** The chart of a section as a column of so many characters beside its rows; null where it has none that goes with rows, or nothing to draw. */
export function chartColumn({ chart, columns }: TableSection, rows: ResultRows, width: number, lang: Lang): ChartColumn | null {
  if (chart === null || !('value' in chart) || chart.kind === 'figures') return null;
  const spans = spansOf(chart, rows);
  const ends = endsOf(spans);
  if (ends === null) return null;
  const [low, high] = ends;
  const place = (figure: number): number => ((figure - low) / (high - low)) * width;
  const cells = spans.map((span) => (span === null ? '' : drawn(span, place, width).trimEnd()));
  const { title = '', type = 'number' } = columns.find(({ id }) => id === chart.value) ?? {};
  return { title: chart.kind === 'dots' ? `${formatValue(low, type, lang)} … ${formatValue(high, type, lang)}` : title, cells };
}

/** What a row draws, of a chart of one figure a row; null for a row without a figure. */
export function spansOf(chart: Lengths | Dots, rows: ResultRows): (Span | null)[] {
  return chart.kind === 'dots' ? dotSpans(chart, rows) : lengthSpans(chart, rows);
}

/** The least and the most of all that is drawn; null where there is nothing to tell apart. */
export function endsOf(spans: readonly (Span | null)[]): readonly [low: number, high: number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const span of spans) {
    if (span === null) continue;
    for (const end of [span.from, span.to, ...span.marks.map(({ at }) => at)]) {
      low = Math.min(low, end);
      high = Math.max(high, end);
    }
  }
  return low < high ? [low, high] : null;
}

interface Mark {
  readonly at: number;
  readonly character: string;
}

/** What a row draws on the scale of its figures: a stroke, and marks on it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly stroke: 'rise' | 'fall' | 'line';
  readonly marks: readonly Mark[];
}

/** A bar from 0, or for a step of a waterfall from where the one before it ended, a fall in another shade; its last row is the sum again. */
function lengthSpans(chart: Lengths, rows: ResultRows): (Span | null)[] {
  const { kind, value } = chart;
  const against = kind === 'columns' ? (chart.against ?? null) : null;
  let reached = 0;
  return Array.from(rows, (row, index): Span | null => {
    const figure = numberIn(cellOf(row, value));
    if (figure === null) return null;
    const line = against === null ? null : numberIn(cellOf(row, against));
    const marks = line === null ? [] : [{ at: line, character: '┃' }];
    const isStep = kind === 'waterfall' && index > 0 && index < rows.length - 1;
    const start = isStep ? reached : 0;
    reached = start + figure;
    return { from: Math.min(start, reached), to: Math.max(start, reached), stroke: isStep && figure < 0 ? 'fall' : 'rise', marks };
  });
}

function dotSpans(chart: Dots, rows: ResultRows): (Span | null)[] {
  return Array.from(rows, (row): Span | null => {
    const [value, low, high] = [chart.value, chart.low, chart.high].map((id) => numberIn(cellOf(row, id)));
    if (value === null || value === undefined) return null;
    const against = chart.against === undefined ? null : numberIn(cellOf(row, chart.against));
    const marks = [...(against === null ? [] : [{ at: against, character: '○' }]), { at: value, character: '●' }];
    return { from: low ?? value, to: high ?? value, stroke: 'line', marks };
  });
}

function numberIn(cell: ResultCell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

/** Parts of a character that a bar ends in. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function drawn({ from, to, stroke, marks }: Span, place: (figure: number) => number, width: number): string {
  if (stroke === 'line') return dots({ from, to, marks }, place, width);
  const drawnBar = marked(bar(place(from), place(to), width), marks, place, width);
  return stroke === 'rise' ? drawnBar : drawnBar.replaceAll(/[█▏▎▍▌▋▊▉]/g, '▒');
}

/** A bar with marks over it, where they lie. */
function marked(drawnBar: string, marks: readonly Mark[], place: (figure: number) => number, width: number): string {
  const characters = [...drawnBar];
  for (const { at, character } of marks) {
    const cell = Math.min(width - 1, Math.max(0, Math.floor(place(at))));
    while (characters.length < cell) characters.push(' ');
    characters[cell] = character;
  }
  return characters.join('');
}

function dots({ from, to, marks }: Pick<Span, 'from' | 'to' | 'marks'>, place: (figure: number) => number, width: number): string {
  const cell = (figure: number): number => Math.min(width - 1, Math.floor(place(figure)));
  const characters: string[] = Array.from({ length: width }, (_, at) => (at >= cell(from) && at <= cell(to) ? '─' : ' '));
  for (const { at, character } of marks) characters[cell(at)] = characters[cell(at)] === '○' ? '◉' : character;
  return characters.join('');
}

/** From one place to another, to an eighth of a character at its end; what is not nothing is at least that. */
function bar(start: number, end: number, width: number): string {
  if (start === end) return '';
  const first = Math.round(start);
  const length = Math.round((end - first) * 8);
  if (length <= 0) return `${' '.repeat(Math.min(first, Math.floor(end), width - 1))}▏`;
  return `${' '.repeat(first)}${'█'.repeat(Math.floor(length / 8))}${eighths[length % 8]}`;
}

const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A row of characters as high as each figure, of at most so many, the latest; a point stands for a missing one. */
export function sparkline(figures: readonly (number | null)[], width: number): string {
  const shown = figures.slice(-width);
  const known = shown.flatMap((figure) => figure ?? []);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return shown
    .map((figure) =>
      figure === null ? '·' : heights[high === low ? 3 : Math.round(((figure - low) / (high - low)) * (heights.length - 1))],
    )
    .join('');
}

/** The figures of a chart of lines from the first to the last of its labels, by the title of each column. */
export function linesOf(
  { chart, columns }: TableSection,
  rows: ResultRows,
): { readonly title: string; readonly figures: (number | null)[] }[] {
  if (chart?.kind !== 'lines' || rows.length < 2) return [];
  const own = [...rows];
  const [first, last] = [cellOf(own[0]!, chart.label), cellOf(own.at(-1)!, chart.label)];
  const inTime = first !== null && last !== null && first > last ? own.toReversed() : own;
  return chart.values.flatMap((id) => {
    const title = columns.find((column) => column.id === id)?.title;
    const figures = inTime.map((row) => numberIn(cellOf(row, id)));
    return title === undefined || figures.every((figure) => figure === null) ? [] : [{ title, figures }];
  });
}
