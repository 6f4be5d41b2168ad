import type { Random } from '../../lib/random.ts';
import { drawLogGamma } from '../draws/gamma.ts';
import { checkedParameters } from '../purchases/model.ts';
import { logBeta } from '../special/gamma.ts';

/** What is known of a customer's spending: repeat purchases and their mean value (0 for none). */
export interface SpendHistory {
  readonly x: number;
  readonly mean: number;
}

export const gammaGammaNames = ['p', 'q', 'v'] as const;

export type GammaGammaParameters = readonly [p: number, q: number, v: number];

/**
 * The Gamma-Gamma model of the value of a purchase: values of a customer are Gamma(p, ν), and ν is Gamma(q, v) over the customers,
 * independent of how often they buy. A history that says nothing of the value (x = 0 or a mean that is not positive) counts as
 * that of a new customer. P. S. Fader, B. G. S. Hardie, note 025 (2013), eqs. (1a) and (5); Journal of Marketing Research 42(4), 2005.
 */
export interface SpendPredictor {
  /** Mean value of a purchase over all customers, p v / (q − 1); null for q ≤ 1, where it is infinite. */
  readonly populationMean: number | null;
  logLikelihood(history: SpendHistory): number;
  /** Expected mean value of the customer's future purchases; null where it is infinite (p x + q ≤ 1). */
  expectedMean(history: SpendHistory): number | null;
  /** A random mean value p / ν of the customer's purchases, given the history. */
  drawMean(history: SpendHistory, random: Random): number;
  /** A random sum of the values of `purchases` future purchases, given the history. */
  drawTotal(history: SpendHistory, purchases: number, random: Random): number;
}

/** Throws a RangeError unless p, q, v are finite and positive. */
export function gammaGamma(parameters: readonly number[]): SpendPredictor {
  const [p, q, v] = checkedParameters(gammaGammaNames, parameters);
  const posterior = ({ x, mean }: SpendHistory) => (x > 0 ? { shape: p * x + q, rate: v + Math.max(0, mean) * x } : { shape: q, rate: v });
  const expectedMean = (history: SpendHistory): number | null => {
    const { shape, rate } = posterior(history);
    return shape > 1 ? (p * rate) / (shape - 1) : null;
  };
  return {
    populationMean: expectedMean({ x: 0, mean: 0 }),
    logLikelihood: ({ x, mean }) => logDensity([p, q, v], x, mean),
    expectedMean,
    drawMean: (history, random) => {
      const { shape, rate } = posterior(history);
      return Math.min(Number.MAX_VALUE, Math.exp(Math.log(p * rate) - drawLogGamma(shape, random)));
    },
    drawTotal: (history, purchases, random) => {
      if (purchases === 0) return 0;
      const { shape, rate } = posterior(history);
      const logTotal = drawLogGamma(p * purchases, random) + Math.log(rate) - drawLogGamma(shape, random);
      return Math.min(Number.MAX_VALUE, Math.exp(logTotal));
    },
  };
}

/** ln of the density of a mean value m of x purchases: Γ(px+q) / (Γ(px) Γ(q)) · (v/(v+mx))^q (mx/(v+mx))^(px) / m. */
function logDensity([p, q, v]: GammaGammaParameters, x: number, mean: number): number {
  const total = mean * x;
  return -logBeta(p * x, q) - q * Math.log1p(total / v) - p * x * Math.log1p(v / total) - Math.log(mean);
}
