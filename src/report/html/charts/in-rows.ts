import type { Lang } from '../../../lib/localized.ts';
import type { Chart, ResultRows } from '../../../result/result.ts';
import { endsOf, goesWithRows, type Span, spansOf } from '../../chart-spans.ts';
import { type Markup, markup, px } from '../markup.ts';
import { type Figures, scaleOf, tickFigure } from './scale.ts';

const [width, height] = [150, 16];
const margin = 6;

/** A small drawing beside each row, all on one scale, and the ends of that for the head of the column. */
export interface RowDrawings {
  readonly cells: readonly (Markup | null)[];
  readonly axis: Markup | null;
}

/** Null where there is nothing to draw. The figures themselves stand in the row. */
export function drawingsInRows(chart: Chart, rows: ResultRows, type: Figures, lang: Lang): RowDrawings | null {
  if (!goesWithRows(chart)) return null;
  const spans = spansOf(chart, rows);
  const ends = endsOf(spans);
  if (ends === null) return null;
  const isDots = chart.kind === 'dots';
  if (chart.kind === 'bars' && !tellsApart(spans)) return null;
  const scale = isDots ? scaleOf(ends, [margin, width - margin], ends[0] >= 0 && ends[0] < ends[1] / 2) : null;
  const [low, high] = scale === null ? ends : [scale.low, scale.high];
  const at = (figure: number): number => margin + ((figure - low) / (high - low)) * (width - 2 * margin);
  const zero =
    low < 0 && high > 0 && !isDots ? markup`<line x1="${px(at(0))}" y1="0" x2="${px(at(0))}" y2="${height}" class="axis"/>` : null;
  const ticks = scale === null ? [] : [scale.low, scale.high];
  return {
    cells: spans.map((span) =>
      span === null
        ? null
        : markup`<svg class="in-row" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${isDots && grid(scale?.ticks ?? [], at)}${zero}${drawn(span, at)}</svg>`,
    ),
    axis:
      scale === null
        ? null
        : markup`<svg class="in-row" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${ticks.map((tick, index) => markup`<text x="${index === 0 ? 0 : width}" y="12"${index > 0 && markup` text-anchor="end"`} class="quiet">${tickFigure(tick, type, lang)}</text>`)}</svg>`,
  };
}

/** Bars say something of at least three rows, if there is more to see than the longest. */
function tellsApart(spans: readonly (Span | null)[]): boolean {
  const lengths = spans.flatMap((span) => (span === null ? [] : [Math.abs(span.to - span.from)])).toSorted((one, other) => other - one);
  return lengths.length >= fewestBars && lengths[1]! >= leastSeen * lengths[0]!;
}

const fewestBars = 3;
/** So much of the longest bar is seen. */
const leastSeen = 0.02;

function grid(ticks: readonly number[], at: (figure: number) => number): Markup[] {
  return ticks.map((tick) => markup`<line x1="${px(at(tick))}" y1="0" x2="${px(at(tick))}" y2="${height}" class="grid"/>`);
}

function drawn({ from, to, stroke, marks }: Span, at: (figure: number) => number): Markup {
  const [start, end] = [at(from), at(to)];
  if (stroke === 'line') {
    const points = marks.map(
      ({ at: figure, is }) => markup`<circle cx="${px(at(figure))}" cy="8" r="4" class="${is === 'other' ? 'hollow' : 'dot'}"/>`,
    );
    return markup`<line x1="${px(start)}" y1="8" x2="${px(end)}" y2="8" class="interval"/>${points}`;
  }
  const lines = marks.map(({ at: figure }) => markup`<line x1="${px(at(figure))}" y1="0" x2="${px(at(figure))}" y2="16" class="target"/>`);
  return markup`<rect x="${px(start)}" y="3" width="${px(Math.max(1, end - start))}" height="10" class="${stroke === 'fall' ? 'bad' : 'actual'}"/>${lines}`;
}
