import type { Better } from '../../../result/result.ts';
import { sideOf } from '../../favourable.ts';
import { fill, type Lang } from '../../../lib/localized.ts';
import { reportWords } from '../../words.ts';
import type { ChartHead, ChartPlan, ChartSeries } from './chart-plan.ts';
import { chartWords } from './chart-sheet-words.ts';
import { axisFormat, plain, unitFor } from './units.ts';
import { formatValue } from '../../format.ts';
import { signedFigure } from './signed-figure.ts';

/** A step as what is stacked: what nobody sees, and the part above 0 and the part below it. */
interface Stack {
  readonly base: number;
  readonly above: number;
  readonly below: number;
}

/**
 * From the first figure to the last by the steps between, as columns on columns that are not seen; a step across 0 is split there. The
 * figure of each stands in its label, since a part of a column cannot say it.
 */
export function waterfallPlan(
  head: ChartHead,
  labels: readonly string[],
  { figures, better }: { readonly figures: readonly (number | null)[]; readonly better: Better | undefined },
  lang: Lang,
): ChartPlan {
  const { valueTitle, ...rest } = head;
  const unit =
    head.counted_in === undefined
      ? unitFor(
          figures.flatMap((figure) => figure ?? []),
          head.type,
          lang,
        )
      : plain;
  const counted = figures.map((figure) => (figure ?? 0) / unit.size);
  const last = counted.length - 1;
  const ends = stepEnds(counted);
  const stacks = ends.map(([from, to]) => stackOf(from, to));
  const series = (title: string, look: ChartSeries['look'], part: keyof Stack, isOf: (index: number) => boolean): ChartSeries => ({
    title,
    look,
    figures: stacks.map((stack, index) => (isOf(index) && stack[part] !== 0 ? stack[part] : null)),
  });
  const isStep = (index: number): boolean => index > 0 && index < last;
  const kinds: readonly (readonly [string, ChartSeries['look'], (index: number) => boolean])[] = [
    [fill(chartWords.before, lang), 'previous', (index) => index === 0],
    [fill(chartWords.rises, lang), looks[sideOf(1, better)], (index) => isStep(index) && counted[index]! > 0],
    [fill(chartWords.falls, lang), looks[sideOf(-1, better)], (index) => isStep(index) && counted[index]! < 0],
    [fill(chartWords.after, lang), 'actual', (index) => index === last],
  ];
  const format = axisFormat(head.type, counted);
  const written = (index: number): string =>
    head.counted_in === undefined
      ? signedFigure(counted[index]!, format, isStep(index))
      : formatValue(counted[index]!, { type: 'money', counted_in: head.counted_in, id: isStep(index) ? 'change' : '' }, lang);
  return {
    ...rest,
    labels: labels.map((label, index) => `${label}\n${figures[index] === null ? '–' : written(index)}`),
    labelTitle: unit.name === null ? valueTitle : fill(reportWords.withUnit, lang, { title: valueTitle, unit: fill(unit.name, lang) }),
    series: [
      series(fill(chartWords.base, lang), 'hidden', 'base', isStep),
      ...kinds.flatMap(([title, look, isOf]) => [series(title, look, 'above', isOf), series(title, look, 'below', isOf)]),
    ].filter(({ figures: own }) => own.some((figure) => figure !== null)),
  };
}

const looks = { good: 'good', bad: 'bad', neither: 'other' } as const;

/** Where each begins and ends: the first and the last from 0, the others from where the one before ended. */
function stepEnds(figures: readonly number[]): [from: number, to: number][] {
  let reached = 0;
  return figures.map((figure, index) => {
    const from = index === 0 || index === figures.length - 1 ? 0 : reached;
    reached = from + figure;
    return [from, reached];
  });
}

function stackOf(from: number, to: number): Stack {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low >= 0) return { base: low, above: high - low, below: 0 };
  if (high <= 0) return { base: high, above: 0, below: low - high };
  return { base: 0, above: high, below: low };
}
