import { type Markup, markup, px } from '../markup.ts';
import { type Canvas, type Drawing, grid, gridMargin, line, path, text, textWidth } from './drawing.ts';
import { type Figures, scaleOf, shortFigure } from './scale.ts';

/** A rate, the size it is of, and the limits that chance alone would leave it between. */
export interface LimitsPoint {
  readonly label: string;
  readonly n: number;
  readonly figure: number;
  readonly limits: readonly (number | null)[];
  /** `none`, or beyond which limits it is: `above`, `far_below`. */
  readonly signal: string;
}

/** What the axes and the line of all are called. */
export interface LimitsTitles {
  readonly n: string;
  readonly figure: string;
  readonly all: string;
}

const plot = 200;
const top = 26;

/** A funnel plot: who is beyond the outer limits is coloured and named, beyond the inner ones named. */
export function limitsChart(
  points: readonly LimitsPoint[],
  all: number | null,
  titles: LimitsTitles,
  type: Figures,
  { width, lang }: Canvas,
): Drawing {
  const sorted = points.toSorted((one, other) => one.n - other.n);
  const figures = sorted.flatMap(({ figure, limits }) => [figure, ...limits.flatMap((limit) => limit ?? [])]);
  const vertical = scaleOf(figures, [top + plot, top], true);
  const left = gridMargin(vertical.ticks, type, lang);
  const right = width - 12;
  const horizontal = scaleOf(
    sorted.map(({ n }) => n),
    [left, right],
    true,
  );
  const limit = (place: number, style: string): Markup =>
    path(
      sorted.map(({ n, limits }) => {
        const end = limits[place] ?? null;
        return end === null ? null : [horizontal.at(n), vertical.at(end)];
      }),
      style,
    );
  const marks: Markup[] = [
    text(0, 12, titles.figure, { style: 'quiet' }),
    ...grid(vertical.ticks, vertical.at, [left, right], { type, lang }),
    limit(0, 'limit-outer'),
    limit(1, 'limit-inner'),
    limit(2, 'limit-inner'),
    limit(3, 'limit-outer'),
  ];
  if (all !== null)
    marks.push(
      line(left, vertical.at(all), right, vertical.at(all), 'reference'),
      text(right, vertical.at(all) - 5, `${titles.all} ${shortFigure(all, type, lang)}`, { anchor: 'end', style: 'quiet halo' }),
    );
  for (const { label, n, figure, signal } of sorted) {
    const [x, y] = [horizontal.at(n), vertical.at(figure)];
    const isFar = signal.startsWith('far_');
    marks.push(
      markup`<circle cx="${px(x)}" cy="${px(y)}" r="${isFar ? 5 : 4}" class="${isFar ? 'dot-bad' : signal === 'none' ? 'dot' : 'dot-middle'}"/>`,
    );
    if (signal === 'none') continue;
    const isRight = x + 10 + textWidth(label) > width;
    marks.push(text(isRight ? x - 9 : x + 9, y + 4, label, { anchor: isRight ? 'end' : 'start', style: isFar ? 'strong halo' : 'halo' }));
  }
  for (const tick of horizontal.ticks)
    marks.push(text(horizontal.at(tick), top + plot + 18, shortFigure(tick, 'integer', lang), { anchor: 'middle', style: 'quiet' }));
  marks.push(text(right, top + plot + 36, titles.n, { anchor: 'end', style: 'quiet' }));
  return { height: top + plot + 42, marks: markup`${marks}` };
}
