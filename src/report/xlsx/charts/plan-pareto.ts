import { fill, type Lang } from '../../../lib/localized.ts';
import type { ResultCell } from '../../../result/result.ts';
import { numberIn } from '../../chart-spans.ts';
import { formatValue } from '../../format.ts';
import { htmlWords } from '../../html/words.ts';
import type { ChartHead, ChartPlan } from './chart-plan.ts';
import { chartWords } from './chart-sheet-words.ts';

/** More points than this say nothing more. */
const mostPoints = 400;

/** The share of the whole that the largest so many hold, and what the first fifth holds; null where there are fewer than three figures above 0. */
export function paretoPlan(head: ChartHead, cells: readonly ResultCell[], lang: Lang): ChartPlan | null {
  const sorted = cells
    .flatMap((cell) => numberIn(cell) ?? [])
    .filter((figure) => figure > 0)
    .toSorted((one, other) => other - one);
  if (sorted.length < 3) return null;
  const whole = sorted.reduce((sum, figure) => sum + figure, 0);
  let held = 0;
  const shares = [0, ...sorted.map((figure) => (held += figure) / whole)];
  const fifth = Math.max(1, Math.round(sorted.length / 5));
  const every = Math.ceil(sorted.length / mostPoints);
  const counts = shares.flatMap((_, count) => (count % every === 0 || count === fifth || count === sorted.length ? [count] : []));
  const share = formatValue(shares[fifth]!, 'ratio', lang);
  return {
    kind: 'pareto',
    title: head.title,
    description: head.description,
    labelTitle: fill(chartWords.rank, lang),
    labels: counts,
    series: [
      { title: fill(chartWords.heldShare, lang), figures: counts.map((count) => shares[count]!), look: 'actual' },
      {
        title: fill(htmlWords.paretoPoint, lang, { n: fifth, share }),
        figures: counts.map((count) => (count === fifth ? shares[count]! : null)),
        look: 'good',
      },
    ],
    type: 'ratio',
  };
}
