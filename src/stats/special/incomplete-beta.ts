import { logBeta, stirlingRemainder } from './gamma.ts';

/** From here on Stirling's series are exact to double precision. */
const asymptotic = 10;
const mostTerms = 100_000;
/** Log-odds beyond which a double is 0 or 1. */
const farthest = 740;

export interface BetaTails {
  /** P(X ≤ x) */
  readonly lower: number;
  /** P(X ≥ x), with its own digits. */
  readonly upper: number;
}

/** A distribution on (0, 1) at x = 1 − y: its tails, and the slope of the lower one by the log-odds of x. */
export type Distribution = (x: number, y: number) => BetaTails & { readonly slope: number };

/**
 * The value with probability p below it, for a, b > 0; by Newton's method on the log-odds, kept inside a bracket. Throws a RangeError outside
 * 0 < p < 1.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`);
  return quantileByLogOdds((x, y) => ({ ...betaTails(x, y, a, b), slope: betaSlope(x, y, a, b) }), p, Math.log(a / b));
}

/** The value with probability p below it, from a first guess of its log-odds. */
export function quantileByLogOdds(distribution: Distribution, p: number, guess: number): number {
  let [low, high] = [-farthest, farthest];
  let logOdds = Math.min(high, Math.max(low, guess));
  for (let step = 0; step < 200; step += 1) {
    const { lower, upper, slope } = distribution(1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds)));
    const excess = p <= 0.5 ? lower - p : 1 - p - upper;
    if (excess === 0) break;
    if (excess > 0) high = logOdds;
    else low = logOdds;
    const next = logOdds - excess / slope;
    const moved = next > low && next < high ? next : (low + high) / 2;
    const change = Math.abs(moved - logOdds);
    logOdds = moved;
    if (change <= 1e-12 * Math.max(1, Math.abs(logOdds))) break;
  }
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Both tails at x = 1 − y, 0 ≤ x ≤ 1, of the beta distribution with parameters a, b > 0: the regularised incomplete beta function. Relative
 * error of the smaller one below 1e-12 for a, b up to 1e6. Its continued fraction, DLMF 8.17.22, by Lentz's method.
 */
export function betaTails(x: number, y: number, a: number, b: number): BetaTails {
  if (x * (a + b + 2) > a + 1) {
    const upper = fraction(y, x, b, a);
    return { lower: 1 - upper, upper };
  }
  const lower = fraction(x, y, a, b);
  return { lower, upper: 1 - lower };
}

/** The lower tail, where x lies below the mean or little above it. */
function fraction(x: number, y: number, a: number, b: number): number {
  let denominator = 0;
  let numerator = 1;
  let value = 1;
  for (let term = 1; term < mostTerms; term += 1) {
    const half = term >> 1;
    const even = term % 2 === 0;
    const top = even ? half * (b - half) * x : -(a + half) * (a + b + half) * x;
    const coefficient = top / ((a + term - 1) * (a + term));
    denominator = 1 / (1 + coefficient * denominator);
    numerator = 1 + coefficient / numerator;
    const factor = numerator * denominator;
    value *= factor;
    if (Math.abs(factor - 1) < 5e-16) break;
  }
  return Math.min(1, betaSlope(x, y, a, b) / (a * value));
}

/** x^a y^b / B(a, b) at x = 1 − y, the density by the log-odds of x; no digits are lost where a and b are large. */
export function betaSlope(x: number, y: number, a: number, b: number): number {
  if (Math.min(a, b) < asymptotic) return Math.exp(a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b));
  const beyond = b * x - a * y;
  const remainder = stirlingRemainder(a + b) - stirlingRemainder(a) - stirlingRemainder(b);
  const exponent = a * Math.log1p(beyond / a) + b * Math.log1p(-beyond / b) + remainder;
  return Math.exp(exponent) * Math.sqrt(((a / (a + b)) * b) / (2 * Math.PI));
}

/** ln x, where x = 1 − y. */
function logOf(x: number, y: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-y);
}
