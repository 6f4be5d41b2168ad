import type { Lang } from '../../../lib/localized.ts';
import type { ValueType } from '../../../result/result.ts';
import { amountFigure } from '../../../lib/money-display.ts';
import { formatValue, type Shape } from '../../format.ts';

/** Figures on a line of pixels; the ticks are round figures within it. */
export interface Scale {
  readonly at: (figure: number) => number;
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** Figures nearer to each other than this are one. */
const smallest = 1e-100;

/** About so many ticks. */
const ticksWanted = 4;

/** The figures from the first pixel to the last, ends rounded outwards to whole ticks; 0 belongs to it where `fromZero`. */
export function scaleOf(figures: readonly number[], [first, last]: readonly [number, number], fromZero: boolean): Scale {
  const all = fromZero ? [0, ...figures] : figures;
  const least = all.reduce((low, figure) => Math.min(low, figure), Infinity);
  const most = all.reduce((high, figure) => Math.max(high, figure), -Infinity);
  const size = Math.max(Math.abs(least), Math.abs(most));
  const told = most - least > size * 1e-9 ? most - least : size;
  const span = told > smallest ? told : 1;
  const power = 10 ** Math.floor(Math.log10(span / ticksWanted));
  const step = power * steps.find((each) => span / (power * each) <= ticksWanted)!;
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  return { at: (figure) => first + ((figure - low) / (high - low)) * (last - first), ticks, low, high };
}

const sizes = {
  'zh-CN': [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
} as const satisfies Record<Lang, readonly (readonly [number, string])[]>;

/** What the figures of a picture are; of amounts in a unit also in which. */
export type Figures = ValueType | Shape;

/** A figure at a mark, as short as three or four digits: `99.2 万`, `1.3M`, `58%`; an amount in a unit as everywhere. */
export function shortFigure(figure: number, figures: Figures, lang: Lang): string {
  const { type, counted_in: unit } = typeof figures === 'string' ? { type: figures, counted_in: undefined } : figures;
  if (unit !== undefined) return amountFigure(figure, unit);
  if (type === 'ratio') return `${minus(trimmed(figure * 100, Math.abs(figure) < 0.1 ? 1 : 0))}%`;
  if (type !== 'money' && type !== 'number' && type !== 'integer') return minus(formatValue(figure, type, lang));
  const size = sizes[lang].find(([least]) => Math.abs(figure) >= least);
  if (size === undefined) return minus(trimmed(figure, Math.abs(figure) < 10 ? 2 : Math.abs(figure) < 100 ? 1 : 0));
  const [of, word] = size;
  const part = figure / of;
  return `${minus(trimmed(part, Math.abs(part) < 100 ? 1 : 0))}${lang === 'en' ? '' : ' '}${word}`;
}

/** A figure at an axis, where round ones stand. */
export function tickFigure(tick: number, figures: Figures, lang: Lang): string {
  if (typeof figures === 'string' || figures.counted_in === undefined) return shortFigure(tick, figures, lang);
  return minus(ticks.format(tick));
}

const ticks = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

const byDecimals = [0, 1, 2].map((decimals) => new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals }));

function trimmed(figure: number, decimals: 0 | 1 | 2): string {
  return byDecimals[decimals]!.format(figure);
}

function minus(text: string): string {
  return text.replace('-', '−');
}
