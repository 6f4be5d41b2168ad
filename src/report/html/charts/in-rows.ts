import type { Chart, ResultRows } from '../../../result/result.ts';
import { endsOf, type Span, spansOf } from '../../chart-spans.ts';
import { type Markup, markup, px } from '../markup.ts';

const [width, height] = [150, 16];
const margin = 5;

/** A small drawing beside each row, all on one scale; null where there is nothing to draw. The figures themselves stand in the row. */
export function drawingsInRows(chart: Chart, rows: ResultRows): (Markup | null)[] | null {
  if (!('value' in chart)) return null;
  const spans = spansOf(chart, rows);
  const ends = endsOf(spans);
  if (ends === null) return null;
  const [low, high] = ends;
  const at = (figure: number): number => margin + ((figure - low) / (high - low)) * (width - 2 * margin);
  return spans.map((span) =>
    span === null
      ? null
      : markup`<svg class="in-row" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${drawn(span, at)}</svg>`,
  );
}

function drawn({ from, to, stroke, marks }: Span, at: (figure: number) => number): Markup {
  const [start, end] = [at(from), at(to)];
  if (stroke === 'line') {
    const points = marks.map(
      ({ at: figure, is }) => markup`<circle cx="${px(at(figure))}" cy="8" r="4" class="${is === 'other' ? 'hollow' : 'dot'}"/>`,
    );
    return markup`<line x1="${px(start)}" y1="8" x2="${px(end)}" y2="8" class="interval"/>${points}`;
  }
  const lines = marks.map(({ at: figure }) => markup`<line x1="${px(at(figure))}" y1="1" x2="${px(at(figure))}" y2="15" class="target"/>`);
  return markup`<rect x="${px(start)}" y="3" width="${px(Math.max(1, end - start))}" height="10" class="${stroke === 'fall' ? 'bad' : 'bar'}"/>${lines}`;
}
