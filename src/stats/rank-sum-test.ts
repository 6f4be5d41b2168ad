import { normalDistribution } from './normal.ts';
import { orderWithTies } from './ties.ts';

export interface RankSumResult {
  /** Probability that a value of the second sample exceeds one of the first, ties half: 0.5 means no shift. */
  readonly superiority: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/** Work (additions) up to which the exact distribution is counted out: about 38 values in two halves, 100 with 2 on one side. */
const exactWork = 2_000_000;

/**
 * Did the values (amounts per order) shift? Wilcoxon's rank-sum test: no distribution assumed, one huge value counts as one rank. Exact under
 * re-allocation of the pooled values, ties included, for small samples (p = twice the smaller tail, at most 1); for larger ones the normal
 * approximation with corrections for ties and continuity. With 3 against 3 values p cannot fall below 0.1, and that is the truth. Null where
 * a sample is empty. Sources: Wilcoxon (1945); Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10-17, for the exact
 * distribution with ties; Lehmann (1975), Nonparametrics, for the approximation. Throws a RangeError on NaN.
 */
export function rankSumTest(first: ArrayLike<number>, second: ArrayLike<number>): RankSumResult | null {
  if (first.length === 0 || second.length === 0) return null;
  const pooled = Float64Array.from([...Array.from(first), ...Array.from(second)]);
  const { ranks, tieTerm } = doubledMidranks(pooled);
  const rankSum = ranks.subarray(first.length).reduce((total, rank) => total + rank, 0);
  const [m, n] = [second.length, first.length];
  // Ranks are doubled to stay whole: twice U is what is left of twice the rank sum.
  const superiority = (rankSum - m * (m + 1)) / (2 * m * n);
  const size = m + n;
  if (Math.min(m, n) * size * size * (size + 1) <= exactWork) return { superiority, p: exactP(ranks, first.length), method: 'exact' };
  const variance = ((m * n) / 12) * (size + 1 - tieTerm / (size * (size - 1)));
  const distance = Math.max(0, Math.abs(superiority - 0.5) * m * n - 0.5);
  const p = variance > 0 ? Math.min(1, 2 * normalDistribution(-distance / Math.sqrt(variance))) : 1;
  return { superiority, p, method: 'normal' };
}

/** Twice the mean rank of each value, and Σ (t³ - t) over the groups of t equal values. */
function doubledMidranks(values: Float64Array): { ranks: Float64Array; tieTerm: number } {
  const { order, ends } = orderWithTies(values);
  const ranks = new Float64Array(values.length);
  let tieTerm = 0;
  let start = 0;
  for (const end of ends) {
    for (let position = start; position < end; position += 1) ranks[order[position]!] = start + 1 + end;
    tieTerm += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, tieTerm };
}

/** Counts the choices of the smaller sample by the sum of their ranks. */
function exactP(ranks: Float64Array, boundary: number): number {
  const chosen = boundary <= ranks.length - boundary ? ranks.subarray(0, boundary) : ranks.subarray(boundary);
  const observed = chosen.reduce((total, rank) => total + rank, 0);
  const largest = ranks.length * (ranks.length + 1);
  const ways = Array.from({ length: chosen.length + 1 }, () => new Float64Array(largest + 1));
  ways[0]![0] = 1;
  for (const rank of ranks) {
    for (let taken = chosen.length; taken >= 1; taken -= 1) {
      const from = ways[taken - 1]!;
      const to = ways[taken]!;
      for (let total = largest; total >= rank; total -= 1) to[total]! += from[total - rank]!;
    }
  }
  const counts = ways[chosen.length]!;
  const add = (sum: number, count: number) => sum + count;
  const all = counts.reduce(add, 0);
  return Math.min(1, (2 * Math.min(counts.subarray(0, observed + 1).reduce(add, 0), counts.subarray(observed).reduce(add, 0))) / all);
}
