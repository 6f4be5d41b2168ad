import type { Interval } from '../wilson.ts';

/** By how much one cell was seen to differ from what is expected, on the scale of log-odds, and the variance of that by chance. */
export interface SeenDifference {
  readonly difference: number;
  /** Above 0. */
  readonly variance: number;
}

/** On the scale of log-odds; 0: as expected. */
export interface LikelyDifference {
  readonly value: number;
  readonly interval: Interval;
}

const gridSize = 32;

/**
 * How much cells truly differ from what is expected of them, each drawn towards 0 the more, the less it rests on: true differences are normal
 * around 0, and how far they spread is left as uncertain as it is (the shrinkage of a typical cell is uniform before anything is known, as in
 * `scoreRanks`). With 95% intervals, by the normal distribution of the same mean and variance. Source: Christiansen & Morris (1997), JASA 92,
 * 618-632.
 */
export function likelyDifferences(cells: readonly SeenDifference[]): LikelyDifference[] {
  if (cells.length === 0) return [];
  const typical = cells.reduce((sum, { variance }) => sum + variance, 0) / cells.length;
  const spreads = Array.from({ length: gridSize }, (_, index) => {
    const shrinkage = (index + 0.5) / gridSize;
    return ((1 - shrinkage) / shrinkage) * typical;
  });
  const logs = spreads.map((spread) =>
    cells.reduce((sum, { difference, variance }) => {
      const whole = variance + spread;
      return sum - 0.5 * (Math.log(whole) + (difference * difference) / whole);
    }, 0),
  );
  const best = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return cells.map(({ difference, variance }) => {
    let [mean, square] = [0, 0];
    for (const [index, spread] of spreads.entries()) {
      const kept = spread / (spread + variance);
      const share = weights[index]! / total;
      mean += share * kept * difference;
      square += share * (kept * variance + (kept * difference) ** 2);
    }
    const margin = 1.959963984540054 * Math.sqrt(Math.max(0, square - mean * mean));
    return { value: mean, interval: { low: mean - margin, high: mean + margin } };
  });
}
