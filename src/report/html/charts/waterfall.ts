import { sideOf } from '../../favourable.ts';
import { type Markup, markup } from '../markup.ts';
import { type Canvas, type Drawing, line, type Measured, type Point, rect, sideStyles, text, textWidth } from './drawing.ts';
import { scaleOf, shortFigure } from './scale.ts';

const rowHeight = 26;

/** From the first figure to the last by the steps between, one below the other: what adds in one colour and with `+`, what takes off in the other. */
export function waterfallChart(points: readonly Point[], { type, better }: Measured, { width, isNarrow, lang }: Canvas): Drawing {
  const labels = points.map(({ label }) => label);
  const left = isNarrow ? 0 : Math.min(220, Math.ceil(labels.reduce((most, label) => Math.max(most, textWidth(label)), 0)) + 12);
  const spans = steps(points);
  const written = points.map(({ figure }, index) => {
    if (figure === null) return '–';
    const sign = spans[index]!.isTotal || figure <= 0 ? '' : '+';
    return sign + shortFigure(figure, type, lang);
  });
  const room = Math.ceil(written.reduce((most, each) => Math.max(most, textWidth(each)), 0)) + 8;
  const { at } = scaleOf(
    spans.flatMap(({ from, to }) => [from, to]),
    [left + room * (spans.some(({ to }) => to < 0) ? 1 : 0), width - room],
    true,
  );
  const height = isNarrow ? rowHeight + lineGap : rowHeight;
  const marks: Markup[] = [line(at(0), 0, at(0), height * points.length, 'axis')];
  for (const [index, { from, to, isTotal }] of spans.entries()) {
    const y = height * index + (isNarrow ? lineGap : 0);
    const style = isTotal ? (index === 0 ? 'previous' : 'actual') : sideStyles[sideOf(to - from, better)].mark;
    const [start, end] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    marks.push(
      text(isNarrow ? 0 : left - 10, isNarrow ? y - 2 : y + 17, labels[index]!, {
        anchor: isNarrow ? 'start' : 'end',
        ...(isTotal ? { style: 'strong' } : {}),
      }),
      rect(start, y + 4, Math.max(1, end - start), rowHeight - 9, style),
      text(end + 6, y + 17, written[index]!, { style: isTotal ? 'strong' : sideStyles[sideOf(to - from, better)].text }),
    );
    if (index < spans.length - 1) marks.push(line(at(to), y + rowHeight - 5, at(to), y + height + 4, 'joint'));
  }
  return { height: height * points.length + 4, marks: markup`${marks}` };
}

const lineGap = 16;

interface Step {
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** Where each begins and ends: the first and the last from 0, the others from where the one before ended. */
function steps(points: readonly Point[]): Step[] {
  let reached = 0;
  return points.map(({ figure }, index) => {
    const isTotal = index === 0 || index === points.length - 1;
    const from = isTotal ? 0 : reached;
    reached = from + (figure ?? 0);
    return { from, to: reached, isTotal };
  });
}
