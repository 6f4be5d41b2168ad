import { sideOf } from '../../favourable.ts';
import { type Markup, markup } from '../markup.ts';
import {
  axisOfTime,
  type Canvas,
  type Drawing,
  grid,
  gridMargin,
  line,
  type Measured,
  path,
  sideStyles,
  text,
  textWidth,
} from './drawing.ts';
import { apart } from './labels-apart.ts';
import { scaleOf, shortFigure } from './scale.ts';

/** A place in time with the sums up to it; null where one is not known. */
export interface PacePoint {
  readonly label: string;
  readonly figure: number | null;
  readonly against: number | null;
  readonly before: number | null;
  readonly forecast: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What the courses are called. */
export type PaceTitles = Readonly<Record<'figure' | 'against' | 'before' | 'forecast', string>>;

const plot = 210;
const top = 16;

/** Sums of what was reached beside those of the target and of the year before, how far they lie apart today, and where it is heading. */
export function paceChart(
  points: readonly PacePoint[],
  titles: PaceTitles,
  { type, better }: Measured,
  { width, isNarrow, lang }: Canvas,
): Drawing {
  const figures = points.flatMap(({ figure, against, before, forecast, low, high }) =>
    [figure, against, before, forecast, low, high].flatMap((sum) => sum ?? []),
  );
  const vertical = scaleOf(figures, [top + plot, top], true);
  const left = gridMargin(vertical.ticks, type, lang);
  const written = (sum: number): string => shortFigure(sum, type, lang);
  const named = (['against', 'before', 'forecast', 'figure'] as const).flatMap((course) => {
    const index = points.findLastIndex((point) => point[course] !== null);
    const sum = points[index]?.[course] ?? null;
    return sum === null || (course === 'figure' && points.some(({ forecast }) => forecast !== null))
      ? []
      : [{ course, index, sum, title: `${titles[course]} ${written(sum)}` }];
  });
  const room = Math.ceil(named.reduce((most, { title }) => Math.max(most, textWidth(title)), 0)) + 12;
  const right = width - room;
  const x = (index: number): number => left + ((right - left) * index) / Math.max(1, points.length - 1);
  const course = (of: keyof PaceTitles | 'low' | 'high', style: string): Markup =>
    path(
      points.flatMap((point, index): [number, number][] => (point[of] === null ? [] : [[x(index), vertical.at(point[of])]])),
      style,
    );
  const marks: Markup[] = [
    ...grid(vertical.ticks, vertical.at, [left, right], { type, lang }),
    course('before', 'line-previous'),
    course('against', 'line-target'),
    course('low', 'line-thin'),
    course('high', 'line-thin'),
    course('forecast', 'line-forecast'),
    course('figure', 'line-actual'),
  ];
  const today = points.findLastIndex(({ figure }) => figure !== null);
  const { figure = null, against = null } = points[today] ?? {};
  if (figure !== null) marks.push(markup`<circle cx="${Math.round(x(today))}" cy="${Math.round(vertical.at(figure))}" r="4" class="dot"/>`);
  if (figure !== null && against !== null && figure !== against) {
    const gap = figure - against;
    const style = sideStyles[sideOf(gap, better)];
    const middle = (vertical.at(figure) + vertical.at(against)) / 2;
    marks.push(
      line(x(today), vertical.at(figure), x(today), vertical.at(against), style.line),
      text(x(today) - 6, middle + 4, `${gap > 0 ? '+' : ''}${written(gap)}`, { anchor: 'end', style: `strong halo ${style.text}` }),
    );
  }
  const ends = named.map(({ course: of, index, sum, title }) => ({
    title,
    style: of === 'against' ? 'strong halo' : 'halo',
    x: x(index),
    y: vertical.at(sum),
  }));
  for (const { title, style, x: at, y } of apart(ends)) marks.push(text(at + 8, y + 4, title, { style }));
  const labels = axisOfTime(
    points.map(({ label }) => label),
    x,
    { y: top + plot, slot: (right - left) / points.length, right: isNarrow ? width : right + 16 },
  );
  return { height: top + plot + labels.height, marks: markup`${marks}${labels.marks}` };
}
