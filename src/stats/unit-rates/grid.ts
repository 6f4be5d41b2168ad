/** A step of a scale, with the width that it stands for. */
export interface Step {
  readonly at: number;
  readonly width: number;
}

const stepsEachWay = 16;
/** Odds 55 times those of the others, or a 55th of them. */
const farthest = 4;
/** Steps are the closer, the nearer to none. */
const bend = 1.8;

/** Advantages on the scale of log-odds. */
export const advantages: readonly Step[] = widen(
  Array.from({ length: 2 * stepsEachWay + 1 }, (_, index) => {
    const way = (index - stepsEachWay) / stepsEachWay;
    return farthest * Math.sign(way) * Math.abs(way) ** bend;
  }),
);

function widen(points: readonly number[]): Step[] {
  const middle = (index: number): number => (points[index]! + points[index + 1]!) / 2;
  return points.map((at, index) => ({
    at,
    width: (index + 1 < points.length ? middle(index) : at) - (index > 0 ? middle(index - 1) : at),
  }));
}

const sumSteps = 8;
const smallestSum = 0.2;
/** Relative to the largest unit: beyond this nobody can tell units apart. */
const largestSum = 100;

/** How tightly rates lie around their centre: sums a + b of a beta distribution, with the logarithm of their weight before anything is known. */
export interface Sum {
  readonly sum: number;
  readonly logWeight: number;
}

/** Sums for units of so many trials on average and at most: the shrinkage of a typical one (a quarter of the average) is uniform, as in `ratePrior`. */
export function sumsFor(average: number, largest: number): Sum[] {
  const [low, high] = [Math.log(smallestSum), Math.log(largestSum * largest)];
  const typical = average / 4;
  return Array.from({ length: sumSteps }, (_, index) => {
    const sum = Math.exp(low + ((high - low) * (index + 0.5)) / sumSteps);
    return { sum, logWeight: Math.log(sum) + Math.log(typical) - 2 * Math.log(typical + sum) };
  });
}

export function logOddsOf(rate: number): number {
  return Math.log(rate / (1 - rate));
}

export function rateAt(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
