import { compareProportions } from '../../../stats/proportions.ts';
import { wilson } from '../../../stats/wilson.ts';
import type { Counts, GroupFigure } from './group-rows.ts';

/** A share of groups, from two of their counts; where the part exceeds the whole, as complaints may exceed orders, there is no interval and no test. */
export function shareFigure(part: string, whole: string): GroupFigure {
  const fits = (counts: Counts): boolean => counts[part]! <= counts[whole]!;
  const proportion = (counts: Counts) => ({ successes: counts[part]!, trials: counts[whole]! });
  return {
    counts: [part, whole],
    base: (counts) => counts[whole]!,
    value: (counts) => (counts[whole] === 0 ? null : counts[part]! / counts[whole]!),
    interval: (counts) => (fits(counts) ? wilson(counts[part]!, counts[whole]!) : null),
    compare: (first, second) => {
      if (!fits(first) || !fits(second)) return null;
      const found = compareProportions(proportion(first), proportion(second));
      return found === null ? null : { difference: found.difference, ...found.interval, p: found.p };
    },
  };
}
