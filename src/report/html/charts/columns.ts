import type { Better } from '../../../result/result.ts';
import { fill } from '../../../lib/localized.ts';
import { sideOf } from '../../favourable.ts';
import { type Markup, markup } from '../markup.ts';
import { htmlWords } from '../words.ts';
import {
  axisOfTime,
  type Canvas,
  type Drawing,
  grid,
  gridMargin,
  line,
  type Measured,
  type Point,
  path,
  rect,
  sideStyles,
  text,
  textWidth,
} from './drawing.ts';
import { type Figures, type Scale, scaleOf, shortFigure } from './scale.ts';

export interface Column extends Point {
  /** What the figure is held against: a line over its column. */
  readonly against: number | null;
  /** What it was before: a light column behind it. */
  readonly before: number | null;
}

interface Frame {
  readonly canvas: Canvas;
  readonly type: Figures;
  readonly vertical: Scale;
  readonly left: number;
  readonly slot: number;
  readonly hasBefore: boolean;
}

const plot = 190;
const top = 22;
/** Of the height of a column that a difference of the same size has. */
const differenceScale = 0.45;

/** More periods than this are a line. */
const mostColumns = 26;

/** A column a period from 0, with the light one of the period before it is held against, a line for the target, and below it the differences from that. */
export function columnsChart(points: readonly Column[], { type, better }: Measured, canvas: Canvas): Drawing {
  const { width, lang } = canvas;
  const figures = points.flatMap(({ figure, against, before }) => [figure ?? [], against ?? [], before ?? []].flat());
  const vertical = scaleOf(figures, [top + plot, top], true);
  const hasTarget = points.some(({ against }) => against !== null);
  const named = hasTarget && !canvas.isNarrow ? textWidth(fill(htmlWords.toTarget, lang)) + 10 : 0;
  const left = Math.max(gridMargin(vertical.ticks, type, lang), Math.ceil(named));
  const slot = (width - left) / points.length;
  const frame = { canvas, type, vertical, left, slot, hasBefore: points.some(({ before }) => before !== null) };
  const marks: Markup[] = grid(vertical.ticks, vertical.at, [left, width], { type, lang });
  marks.push(
    ...(points.length > mostColumns ? asLines(points, frame) : points.flatMap((point, index) => columnMarks(point, index, points, frame))),
  );
  const labels = axisOfTime(
    points.map(({ label }) => label),
    (index) => left + slot * (index + 0.5),
    { y: top + plot, slot, right: width },
  );
  marks.push(...labels.marks);
  const below = points.length > mostColumns ? { height: 0, marks: [] } : differences(points, frame, better, top + plot + labels.height);
  return { height: top + plot + labels.height + below.height, marks: markup`${marks}${below.marks}` };
}

function columnMarks(
  { figure, against, before }: Column,
  index: number,
  points: readonly Column[],
  { canvas, type, vertical, left, slot, hasBefore }: Frame,
): Markup[] {
  const { lang, isNarrow } = canvas;
  const middle = left + slot * (index + 0.5);
  const marks: Markup[] = [];
  const column = (value: number, x: number, width: number, style: string): void => {
    const [from, to] = [vertical.at(Math.max(0, value)), vertical.at(Math.min(0, value))];
    marks.push(rect(x, from, width, to - from, style));
  };
  if (before !== null) column(before, middle - slot * 0.36, slot * 0.5, 'previous');
  if (figure !== null) {
    if (hasBefore) column(figure, middle - slot * 0.14, slot * 0.5, 'actual');
    else column(figure, middle - slot * 0.33, slot * 0.66, 'actual');
  }
  if (against !== null) marks.push(line(middle - slot * 0.44, vertical.at(against), middle + slot * 0.44, vertical.at(against), 'target'));
  if (figure === null) return marks;
  const isLast = points.slice(index + 1).every((other) => other.figure === null);
  const written = shortFigure(figure, type, lang);
  const hasRoom =
    !isNarrow && points.every((point) => point.figure === null || textWidth(shortFigure(point.figure, type, lang)) < slot + 2);
  if (!hasRoom && !isLast) return marks;
  const end = vertical.at(Math.max(0, figure));
  const over = against === null ? null : vertical.at(against);
  const isCrossed = over !== null && over < end + 3 && over > end - 18;
  const y = figure < 0 ? vertical.at(figure) + 13 : (isCrossed ? over : end) - 5;
  marks.push(
    text(Math.min(middle + (hasBefore ? slot * 0.11 : 0), canvas.width - textWidth(written) / 2), y, written, {
      anchor: 'middle',
      style: isLast ? 'strong halo' : 'halo',
    }),
  );
  return marks;
}

/** The differences from what the figures are held against, as thin columns from a line of their own. */
function differences(
  points: readonly Column[],
  { canvas, type, vertical, left, slot }: Frame,
  better: Better | undefined,
  y: number,
): { readonly height: number; readonly marks: Markup[] } {
  const found = points.map(({ figure, against }) => (figure === null || against === null ? null : figure - against));
  if (found.every((difference) => difference === null)) return { height: 0, marks: [] };
  const { width, lang, isNarrow } = canvas;
  const long = (difference: number): number => Math.abs(vertical.at(difference) - vertical.at(0)) * differenceScale;
  const [above, under] = [Math.max, Math.min].map((most) => found.reduce<number>((end, difference) => most(end, difference ?? 0), 0));
  const labelRoom = isNarrow ? 4 : 16;
  const base = y + 8 + (above! > 0 ? long(above!) + labelRoom : 0);
  const marks: Markup[] = [line(left, base, width, base, 'axis')];
  if (!isNarrow) marks.push(text(left - 6, base + 4, fill(htmlWords.toTarget, lang), { anchor: 'end', style: 'quiet' }));
  const written = found.map((difference) =>
    difference === null ? '' : `${difference > 0 ? '+' : ''}${shortFigure(difference, type, lang)}`,
  );
  const hasRoom = !isNarrow && written.every((each) => textWidth(each) < slot + 2);
  for (const [index, difference] of found.entries()) {
    if (difference === null) continue;
    const [middle, length] = [left + slot * (index + 0.5), long(difference)];
    const side = sideOf(difference, better);
    marks.push(rect(middle - slot * 0.14, difference < 0 ? base : base - length, slot * 0.28, Math.max(1, length), sideStyles[side].mark));
    if (hasRoom)
      marks.push(
        text(middle, difference < 0 ? base + length + 13 : base - length - 4, written[index]!, {
          anchor: 'middle',
          style: sideStyles[side].text,
        }),
      );
  }
  return { height: base - y + (under! < 0 ? long(under!) : 0) + labelRoom, marks };
}

function asLines(points: readonly Column[], { left, slot, vertical }: Frame): Markup[] {
  const course = (of: (point: Column) => number | null, style: string): Markup =>
    path(
      points.map((point, index) => {
        const figure = of(point);
        return figure === null ? null : [left + slot * (index + 0.5), vertical.at(figure)];
      }),
      style,
    );
  return [
    course(({ before }) => before, 'line-previous'),
    course(({ against }) => against, 'line-target'),
    course(({ figure }) => figure, 'line-actual'),
  ];
}
