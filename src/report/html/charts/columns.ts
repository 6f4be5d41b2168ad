import type { ValueType } from '../../../result/result.ts';
import { type Canvas, type Drawing, grid, gridMargin, line, type Point, path, rect, text, textWidth } from './drawing.ts';
import { scaleOf, shortFigure } from './scale.ts';
import { type Markup, markup } from '../markup.ts';

interface Column extends Point {
  /** What the figure is held against: a line over its column. */
  readonly against: number | null;
}

const plot = 190;
const top = 22;

/** More periods than this are a line. */
const mostColumns = 24;

/** A column a period from 0, with a line over each where it is held against something. */
export function columnsChart(points: readonly Column[], type: ValueType, { width, isNarrow, lang }: Canvas): Drawing {
  const figures = points.flatMap(({ figure, against }) => [figure ?? [], against ?? []].flat());
  const vertical = scaleOf(figures, [top + plot, top], true);
  const left = gridMargin(vertical.ticks, type, lang);
  const slot = (width - left) / points.length;
  const middle = (index: number): number => left + slot * (index + 0.5);
  const marks: Markup[] = grid(vertical.ticks, vertical.at, [left, width], { type, lang });
  const isLine = points.length > mostColumns;
  if (isLine) {
    const course = (of: (point: Column) => number | null): ([number, number] | null)[] =>
      points.map((point, index) => {
        const figure = of(point);
        return figure === null ? null : [middle(index), vertical.at(figure)];
      });
    marks.push(
      path(
        course(({ against }) => against),
        'line-target',
      ),
      path(
        course(({ figure }) => figure),
        'line-actual',
      ),
    );
  } else {
    const written = points.map(({ figure }) => (figure === null ? '' : shortFigure(figure, type, lang)));
    const hasRoom = !isNarrow && written.every((each) => textWidth(each) < slot + 2);
    for (const [index, { figure, against }] of points.entries()) {
      const x = middle(index);
      if (figure !== null) {
        const [from, to] = [vertical.at(Math.max(0, figure)), vertical.at(Math.min(0, figure))];
        marks.push(rect(x - slot * 0.33, from, slot * 0.66, to - from, 'actual'));
        const isLast = index === points.length - 1;
        if (hasRoom || isLast)
          marks.push(
            text(x, figure < 0 ? to + 13 : from - 5, written[index]!, { anchor: 'middle', style: isLast ? 'strong halo' : 'halo' }),
          );
      }
      if (against !== null) marks.push(line(x - slot * 0.44, vertical.at(against), x + slot * 0.44, vertical.at(against), 'target'));
    }
  }
  const widest = points.reduce((most, { label }) => Math.max(most, textWidth(label)), 0) + 10;
  const every = Math.max(1, Math.ceil(widest / slot));
  for (const [index, { label }] of points.entries())
    if ((points.length - 1 - index) % every === 0)
      marks.push(text(Math.min(width - textWidth(label) / 2, middle(index)), top + plot + 18, label, { anchor: 'middle', style: 'quiet' }));
  return { height: top + plot + 26, marks: markup`${marks}` };
}
