import { fill } from '../../../lib/localized.ts';
import { type Markup, markup } from '../markup.ts';
import { htmlWords } from '../words.ts';
import { type Canvas, type Drawing, type Point, rect, text, textWidth } from './drawing.ts';
import { type Figures, shortFigure } from './scale.ts';

const rowHeight = 34;
const barHeight = 22;
/** A bar shorter than this has its figure beside it. */
const roomInside = 60;

/** What is left at each step, from a common left edge, with the share that goes on to the next; null where it does not begin with anything. */
export function funnelChart(points: readonly Point[], type: Figures, { width, isNarrow, lang }: Canvas): Drawing | null {
  const first = points[0]?.figure ?? null;
  if (first === null || first <= 0) return null;
  const most = points.reduce((high, { figure }) => Math.max(high, figure ?? 0), first);
  const left = Math.min(isNarrow ? 110 : 150, Math.ceil(points.reduce((widest, { label }) => Math.max(widest, textWidth(label)), 0)) + 10);
  const words = (share: number): string =>
    isNarrow ? shortFigure(share, 'ratio', lang) : fill(htmlWords.goesOn, lang, { share: shortFigure(share, 'ratio', lang) });
  const shares = points.map(({ figure }, index): string | null => {
    const before = points[index - 1]?.figure ?? null;
    return figure === null || before === null || before <= 0 ? null : words(figure / before);
  });
  const right = width - Math.ceil(shares.reduce((widest, share) => Math.max(widest, share === null ? 0 : textWidth(share)), 0)) - 12;
  const marks: Markup[] = points.flatMap(({ label, figure }, index) => {
    const y = rowHeight * index;
    const long = figure === null ? 0 : ((right - left) * Math.max(0, figure)) / most;
    const written = figure === null ? '–' : shortFigure(figure, type, lang);
    const isInside = long >= roomInside;
    return [
      text(left - 8, y + 15, label, { anchor: 'end' }),
      rect(left, y, long, barHeight, 'actual'),
      text(isInside ? left + long - 8 : left + long + 8, y + 15, written, {
        anchor: isInside ? 'end' : 'start',
        style: isInside ? 'strong inverse' : 'strong',
      }),
      text(width, y + 15, shares[index] ?? null, { anchor: 'end', style: 'quiet' }),
    ];
  });
  return { height: rowHeight * points.length, marks: markup`${marks}` };
}
