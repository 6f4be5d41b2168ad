import { type Markup, markup } from '../markup.ts';
import { type Canvas, type Drawing, grid, gridMargin, path, text, textWidth } from './drawing.ts';
import { apart } from './labels-apart.ts';
import { type Figures, scaleOf } from './scale.ts';

export interface Course {
  readonly title: string;
  readonly figures: readonly (number | null)[];
}

const plot = 200;
const top = 12;
const styles = ['line-actual', 'line-previous', 'line-target', 'line-forecast', 'line-thin'];

/** A line a course over the same labels, named where it ends. Gaps stay gaps. */
export function linesChart(
  labels: readonly string[],
  courses: readonly Course[],
  type: Figures,
  { width, isNarrow, lang }: Canvas,
): Drawing {
  const figures = courses.flatMap((course) => course.figures.flatMap((figure) => figure ?? []));
  const vertical = scaleOf(figures, [top + plot, top], type !== 'ratio' || Math.min(...figures) < 0.5);
  const left = gridMargin(vertical.ticks, type, lang);
  const named = isNarrow ? 0 : Math.min(200, Math.ceil(courses.reduce((most, { title }) => Math.max(most, textWidth(title)), 0)) + 10);
  const right = width - named - 4;
  const x = (index: number): number => (labels.length === 1 ? left : left + ((right - left) * index) / (labels.length - 1));
  const marks: Markup[] = grid(vertical.ticks, vertical.at, [left, right], { type, lang });
  const drawn = courses.map((course, index) => ({
    style: styles[Math.min(index, styles.length - 1)]!,
    title: course.title,
    points: course.figures.map((figure, place): [number, number] | null => (figure === null ? null : [x(place), vertical.at(figure)])),
  }));
  for (const { points, style } of drawn.toReversed()) marks.push(path(points, style));
  const ends = drawn.flatMap(({ title, points }) => {
    const end = points.findLast((point) => point !== null);
    return end === undefined || end === null ? [] : [{ title, x: end[0], y: end[1] }];
  });
  if (isNarrow)
    ends.forEach(({ title }, index) => marks.push(text(left, top + plot + 38 + index * 16, `${'—–·'[Math.min(index, 2)]} ${title}`)));
  else for (const { title, x: at, y } of apart(ends)) marks.push(text(at + 8, y + 4, title, { style: 'halo' }));
  const widest = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0) + 12;
  const every = Math.max(1, Math.ceil((widest * Math.max(1, labels.length - 1)) / Math.max(1, right - left)));
  for (const [index, label] of labels.entries())
    if (index % every === 0)
      marks.push(text(Math.max(left + textWidth(label) / 2 - 10, x(index)), top + plot + 18, label, { anchor: 'middle', style: 'quiet' }));
  return { height: top + plot + 26 + (isNarrow ? 16 * ends.length : 0), marks: markup`${marks}` };
}
