import { fill } from '../../../lib/localized.ts';
import { formatCount } from '../../format.ts';
import { type Markup, markup, px } from '../markup.ts';
import { htmlWords } from '../words.ts';
import { type Canvas, type Drawing, grid, gridMargin, path, rect, text } from './drawing.ts';
import { scaleOf, shortFigure } from './scale.ts';

/** A share below this lies at the edge. */
const leastNamed = 0.12;

/** More points than pixels say nothing more. */
const mostPoints = 400;

const plot = 200;
const top = 12;

/** The share of the whole that the largest so many hold, with the share of the first fifth; null where there is no whole. */
export function paretoChart(figures: readonly number[], { width, lang }: Canvas): Drawing | null {
  const sorted = figures.filter((figure) => figure > 0).toSorted((one, other) => other - one);
  const whole = sorted.reduce((sum, figure) => sum + figure, 0);
  if (sorted.length < 3) return null;
  const vertical = scaleOf([0, 1], [top + plot, top], true);
  const left = gridMargin(vertical.ticks, 'ratio', lang);
  const x = (count: number): number => left + ((width - left - 8) * count) / sorted.length;
  let held = 0;
  const shares = [0, ...sorted.map((figure) => (held += figure) / whole)];
  const every = Math.ceil(sorted.length / mostPoints);
  const fifth = Math.max(1, Math.round(sorted.length / 5));
  const points = [...new Set(sorted.length > 15 && shares[3]! > leastNamed ? [3, fifth] : [fifth])];
  const marks: Markup[] = [
    rect(x(0), vertical.at(shares[fifth]!), x(fifth) - x(0), top + plot - vertical.at(shares[fifth]!), 'zone'),
    ...grid(vertical.ticks, vertical.at, [left, width - 8], { type: 'ratio', lang }),
    path(
      shares.flatMap((share, count): [number, number][] =>
        count % every === 0 || count === sorted.length ? [[x(count), vertical.at(share)]] : [],
      ),
      'line-actual',
    ),
    ...points.flatMap((count) => {
      const [at, y] = [x(count), vertical.at(shares[count]!)];
      const words = count === fifth ? htmlWords.paretoFifth : htmlWords.paretoPoint;
      return [
        markup`<circle cx="${px(at)}" cy="${px(y)}" r="4" class="dot"/>`,
        text(at + 10, y + 16, fill(words, lang, { n: formatCount(count), share: shortFigure(shares[count]!, 'ratio', lang) }), {
          style: count === fifth ? 'strong halo' : 'halo',
        }),
      ];
    }),
    text(x(fifth), top + plot + 18, formatCount(fifth), { anchor: 'middle', style: 'quiet' }),
    text(width - 8, top + plot + 18, formatCount(sorted.length), { anchor: 'end', style: 'quiet' }),
    text(width - 8, top + plot + 36, fill(htmlWords.byRank, lang), { anchor: 'end', style: 'quiet' }),
  ];
  return { height: top + plot + 42, marks: markup`${marks}` };
}
