import { type Markup, markup, px } from '../markup.ts';

const [width, height] = [150, 34];
const edge = 2;
/** A year of months and one: so many have room, and fewer stand at the right. */
const slots = 13;

/** Of a figure over time, with what it should have reached. */
export interface SparkPoint {
  readonly figure: number | null;
  readonly target: number | null;
}

/** Small columns from 0, the last solid, the earlier light, with a tick where the target was; null where there are fewer than three. The figures stand beside it. */
export function sparkColumns(points: readonly SparkPoint[]): Markup | null {
  const figures = points.flatMap(({ figure, target }) => [figure ?? [], target ?? []].flat());
  if (points.filter(({ figure }) => figure !== null).length < 3) return null;
  const [low, high] = [figures.reduce((least, each) => Math.min(least, each), 0), figures.reduce((most, each) => Math.max(most, each), 0)];
  if (high === low) return null;
  const at = (figure: number): number => height - edge - ((figure - low) / (high - low)) * (height - 2 * edge);
  const slot = width / Math.max(slots, points.length);
  const left = width - slot * points.length;
  const marks = points.flatMap(({ figure, target }, index) => {
    const x = left + slot * index + 1;
    const column =
      figure === null
        ? []
        : [
            markup`<rect x="${px(x)}" y="${px(at(Math.max(0, figure)))}" width="${px(slot - 2.5)}" height="${px(Math.max(0.5, at(Math.min(0, figure)) - at(Math.max(0, figure))))}" class="${index === points.length - 1 ? 'actual' : 'previous'}"/>`,
          ];
    const tick =
      target === null
        ? []
        : [markup`<line x1="${px(x - 1)}" y1="${px(at(target))}" x2="${px(x + slot - 1.5)}" y2="${px(at(target))}" class="tick"/>`];
    return [...column, ...tick];
  });
  return markup`<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${marks}</svg>`;
}
