import type { SplitBasis } from '../../choices.ts';
import type { TargetSplit } from '../../target-parameter.ts';

/** What the shares of reps rest on, and how far: weights add up to 1. */
export function basesOf({ by }: Pick<TargetSplit, 'by'>): ReadonlyMap<SplitBasis, number> {
  if (typeof by === 'string') return new Map([[by, 1]]);
  const weights = Object.entries(by).filter(([, weight]) => weight > 0) as [SplitBasis, number][];
  const sum = weights.reduce((whole, [, weight]) => whole + weight, 0);
  return new Map(weights.map(([basis, weight]) => [basis, weight / sum]));
}
