/** Probabilities of consecutive whole numbers from `first` on; what lies outside is below 1e-300 of the likeliest. */
export interface DiscreteDistribution {
  readonly first: number;
  readonly probabilities: Float64Array;
}

export interface Tails {
  /** P(X ≤ k), both tails include k. */
  readonly lower: number;
  readonly upper: number;
  readonly point: number;
}

/**
 * A distribution on low..high that rises up to `mode` and falls after it, from the ratios P(k + 1) / P(k). No gamma function is needed, and
 * far tails keep their digits: the relative error is a few roundings for each step away from the mode.
 */
export function distributionFromRatios(low: number, high: number, mode: number, ratio: (k: number) => number): DiscreteDistribution {
  const above: number[] = [];
  let weight = 1;
  for (let k = mode; k < high; k += 1) {
    weight *= ratio(k);
    if (!(weight > 1e-300)) break;
    above.push(weight);
  }
  const below: number[] = [];
  weight = 1;
  for (let k = mode - 1; k >= low; k -= 1) {
    weight /= ratio(k);
    if (!(weight > 1e-300)) break;
    below.push(weight);
  }
  const probabilities = Float64Array.from([...below.toReversed(), 1, ...above]);
  const total = sumFromBothEnds(probabilities);
  return { first: mode - below.length, probabilities: probabilities.map((value) => value / total) };
}

/** Number of successes in `trials` with the given probability. Throws a RangeError where trials is no whole number ≥ 0. */
export function binomial(trials: number, probability: number): DiscreteDistribution {
  if (!(Number.isSafeInteger(trials) && trials >= 0)) throw new RangeError(`${trials} is no number of trials`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  return distributionFromRatios(0, trials, mode, (k) => ((trials - k) / (k + 1)) * odds);
}

/** Number of events where `mean` ≥ 0 are expected. Throws a RangeError on another mean. */
export function poisson(mean: number): DiscreteDistribution {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`${mean} is no number of expected events`);
  return distributionFromRatios(0, Infinity, Math.floor(mean), (k) => mean / (k + 1));
}

/** Number of marked among `draws` taken without return from `size` of which `marked` are marked. */
export function hypergeometric(draws: number, marked: number, size: number): DiscreteDistribution {
  if (!(Number.isSafeInteger(size) && [draws, marked].every((count) => Number.isSafeInteger(count) && count >= 0 && count <= size))) {
    throw new RangeError(`${draws} draws and ${marked} marked do not fit in ${size}`);
  }
  const low = Math.max(0, draws + marked - size);
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (size + 2));
  const ratio = (k: number) => ((draws - k) / (k + 1)) * ((marked - k) / (size - marked - draws + k + 1));
  return distributionFromRatios(low, Math.min(draws, marked), mode, ratio);
}

/** The probabilities up to, from and at k; far outside the likely values they are 0 and 1. */
export function tailsAt({ first, probabilities }: DiscreteDistribution, k: number): Tails {
  const index = k - first;
  if (index < 0) return { lower: 0, upper: 1, point: 0 };
  if (index >= probabilities.length) return { lower: 1, upper: 0, point: 0 };
  const point = probabilities[index]!;
  const lower = sumFromBothEnds(probabilities.subarray(0, index + 1));
  const upper = sumFromBothEnds(probabilities.subarray(index));
  return { lower: Math.min(1, lower), upper: Math.min(1, upper), point };
}

/** Smallest k with P(X ≤ k) ≥ p, for 0 < p < 1. */
export function discreteQuantile({ first, probabilities }: DiscreteDistribution, p: number): number {
  let cumulative = 0;
  const index = probabilities.findIndex((probability) => (cumulative += probability) >= p);
  return first + (index === -1 ? probabilities.length - 1 : index);
}

/** The ends of such distributions are small: adding from there loses nothing. */
function sumFromBothEnds(values: Float64Array): number {
  let low = 0;
  let high = values.length - 1;
  let sum = 0;
  while (low <= high) {
    if (values[low]! <= values[high]!) {
      sum += values[low]!;
      low += 1;
    } else {
      sum += values[high]!;
      high -= 1;
    }
  }
  return sum;
}
