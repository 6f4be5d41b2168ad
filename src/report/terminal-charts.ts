import type { Lang } from '../lib/localized.ts';
import type { ResultRows, TableSection } from '../result/result.ts';
import { endsOf, goesWithRows, type Mark, type Span, spansOf } from './chart-spans.ts';
import { formatValue } from './format.ts';

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

const characters = { figure: '●', other: '○', line: '┃' } as const satisfies Record<Mark['is'], string>;

/** The chart of a section as a column of so many characters beside its rows; null where it has none that goes with rows, or nothing to draw. */
export function chartColumn({ chart, columns }: TableSection, rows: ResultRows, width: number, lang: Lang): ChartColumn | null {
  if (chart === null || !goesWithRows(chart)) return null;
  const spans = spansOf(chart, rows);
  const ends = endsOf(spans);
  if (ends === null) return null;
  const [low, high] = ends;
  const place = (figure: number): number => ((figure - low) / (high - low)) * width;
  const cells = spans.map((span) => (span === null ? '' : drawn(span, place, width).trimEnd()));
  const column = columns.find(({ id }) => id === chart.value);
  const title = column?.title ?? '';
  const shape = column ?? 'number';
  return { title: chart.kind === 'dots' ? `${formatValue(low, shape, lang)} … ${formatValue(high, shape, lang)}` : title, cells };
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
  const line = [...drawnBar];
  for (const { at, is } of marks) {
    const cell = Math.min(width - 1, Math.max(0, Math.floor(place(at))));
    while (line.length < cell) line.push(' ');
    line[cell] = characters[is];
  }
  return line.join('');
}

function dots({ from, to, marks }: Pick<Span, 'from' | 'to' | 'marks'>, place: (figure: number) => number, width: number): string {
  const cell = (figure: number): number => Math.min(width - 1, Math.floor(place(figure)));
  const line: string[] = Array.from({ length: width }, (_, at) => (at >= cell(from) && at <= cell(to) ? '─' : ' '));
  for (const { at, is } of marks) line[cell(at)] = line[cell(at)] === characters.other ? '◉' : characters[is];
  return line.join('');
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
