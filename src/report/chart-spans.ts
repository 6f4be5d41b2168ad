import type { Chart, ResultCell, ResultRow, ResultRows, TableSection } from '../result/result.ts';
import { cellOf } from './sections.ts';

type Dots = Extract<Chart, { kind: 'dots' }>;
type Lengths = Exclude<Extract<Chart, { value: string }>, Dots | { kind: 'figures' | 'limits' | 'pace' }>;

/** A chart that has one drawing for each row, on one scale. */
export function goesWithRows(chart: Chart): chart is Lengths | Dots {
  return 'value' in chart && chart.kind !== 'figures' && chart.kind !== 'limits' && chart.kind !== 'pace';
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

/** Where a figure stands: the one of the row, one that it is held against, or the line that it should reach. */
export interface Mark {
  readonly at: number;
  readonly is: 'figure' | 'other' | 'line';
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
    const marks = line === null ? [] : [{ at: line, is: 'line' as const }];
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
    const marks = [...(against === null ? [] : [{ at: against, is: 'other' as const }]), { at: value, is: 'figure' as const }];
    return { from: low ?? value, to: high ?? value, stroke: 'line', marks };
  });
}

/** The figure in a cell; null for anything else. */
export function numberIn(cell: ResultCell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

/** The figures of a chart of lines from the first to the last of its labels, by the title of each column. */
export function linesOf(
  { chart, columns }: TableSection,
  rows: ResultRows,
): { readonly title: string; readonly figures: (number | null)[] }[] {
  if (chart?.kind !== 'lines' || rows.length < 2) return [];
  const ordered = inTime([...rows], chart.label);
  return chart.values.flatMap((id) => {
    const title = columns.find((column) => column.id === id)?.title;
    const figures = ordered.map((row) => numberIn(cellOf(row, id)));
    return title === undefined || figures.every((figure) => figure === null) ? [] : [{ title, figures }];
  });
}

/** Rows from the first to the last of their labels; a table may begin with the last. */
export function inTime(rows: readonly ResultRow[], label: string): readonly ResultRow[] {
  const [first, last] = [rows[0], rows.at(-1)].map((row) => (row === undefined ? null : cellOf(row, label)));
  return first !== null && last !== null && first! > last! ? rows.toReversed() : rows;
}
