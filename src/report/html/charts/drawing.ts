import type { Lang } from '../../../lib/localized.ts';
import type { Better } from '../../../result/result.ts';
import type { Side } from '../../favourable.ts';
import { widthOf } from '../../text-width.ts';
import { type Content, Markup, markup, px } from '../markup.ts';
import { type Figures, tickFigure } from './scale.ts';
import { timeLabels } from './time-labels.ts';

/** Room for a drawing: a wide page or a narrow one, in pixels. Text is as large in both. */
export interface Canvas {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly lang: Lang;
}

/** What is drawn, and how high it is. */
export interface Drawing {
  readonly height: number;
  readonly marks: Markup;
}

/** Rows as a chart takes them: a label and a figure each; null where there is none. */
export interface Point {
  readonly label: string;
  readonly figure: number | null;
}

/** What the figures of a chart are, and which way of them is favourable, where one is. */
export interface Measured {
  readonly type: Figures;
  readonly better: Better | undefined;
}

/** The classes of a difference, by what is to be thought of it. */
export const sideStyles = {
  good: { mark: 'good', text: 'good-text', line: 'gap-good' },
  bad: { mark: 'bad', text: 'bad-text', line: 'gap-bad' },
  neither: { mark: 'actual', text: 'strong', line: 'joint' },
} as const satisfies Readonly<Record<Side, unknown>>;

/** About as many pixels as the text takes, at 12 px. */
export function textWidth(content: string): number {
  return widthOf(content) * 6.6;
}

type Anchor = 'start' | 'middle' | 'end';

export function text(x: number, y: number, content: Content, look: { readonly anchor?: Anchor; readonly style?: string } = {}): Markup {
  const { anchor = 'start', style } = look;
  const at = anchor === 'start' ? null : markup` text-anchor="${anchor}"`;
  return markup`<text x="${px(x)}" y="${px(y)}"${at}${style !== undefined && markup` class="${style}"`}>${content}</text>`;
}

export function rect(x: number, y: number, width: number, height: number, style: string): Markup {
  return markup`<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(Math.max(0, height))}" class="${style}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, style: string): Markup {
  return markup`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${style}"/>`;
}

/** A line through the points; it is broken where there is none. */
export function path(points: readonly (readonly [number, number] | null)[], style: string): Markup {
  let pen = 'M';
  const steps = points.map((point) => {
    if (point === null) {
      pen = 'M';
      return '';
    }
    const step = `${pen}${px(point[0])} ${px(point[1])}`;
    pen = 'L';
    return step;
  });
  return markup`<path d="${new Markup(steps.join(''))}" class="${style}"/>`;
}

/** A grid of horizontal lines with their figures at the left. */
export function grid(
  ticks: readonly number[],
  at: (figure: number) => number,
  [left, right]: readonly [number, number],
  { type, lang }: { readonly type: Figures; readonly lang: Lang },
): Markup[] {
  return ticks.map((tick) => {
    const y = at(tick);
    return markup`${line(left, y, right, y, tick === 0 ? 'axis' : 'grid')}${text(left - 6, y + 4, tickFigure(tick, type, lang), { anchor: 'end', style: 'quiet' })}`;
  });
}

/** Pixels that the figures of a grid take at its left. */
export function gridMargin(ticks: readonly number[], type: Figures, lang: Lang): number {
  return Math.ceil(ticks.reduce((most, tick) => Math.max(most, textWidth(tickFigure(tick, type, lang))), 0)) + 12;
}

/** Labels below the places of a time axis, as many as there is room for, the last always, and the years below them. */
export function axisOfTime(
  labels: readonly string[],
  x: (index: number) => number,
  { y, slot, right }: { readonly y: number; readonly slot: number; readonly right: number },
): { readonly height: number; readonly marks: Markup[] } {
  const parts = timeLabels(labels);
  const widest = parts.reduce((most, { short }) => Math.max(most, textWidth(short)), 0) + 8;
  const every = Math.max(1, Math.ceil(widest / Math.max(slot, 1)));
  const hasYears = parts.some(({ year }) => year !== null);
  const marks = parts.flatMap(({ short, year }, index) => {
    const at = Math.min(right - textWidth(short) / 2, x(index));
    return [
      ...((parts.length - 1 - index) % every === 0 ? [text(at, y + 18, short, { anchor: 'middle', style: 'quiet' })] : []),
      ...(year === null ? [] : [text(Math.min(right - textWidth(year) / 2, x(index)), y + 34, year, { anchor: 'middle', style: 'quiet' })]),
    ];
  });
  return { height: hasYears ? 42 : 26, marks };
}
