import type { Random } from '../../lib/random.ts';
import { integrate } from '../special/double-exponential.ts';
import { scaledExponentialIntegral } from '../special/exponential-integral.ts';
import { logRising } from '../special/rising.ts';
import { probabilityOfMixedCount } from './counts.ts';
import { drawAlive } from './draw-alive.ts';
import { drawLifetimeCount } from './draw-counts.ts';
import type { PurchaseHistory } from './history.ts';
import { checkedParameters, newCustomer, type PurchaseModel, type PurchasePredictor } from './model.ts';
import { expandPareto, type ParetoParameters } from './pareto-nbd-expand.ts';
import { emptyNodes, logPowerIntegral } from './power-integral.ts';

const names = ['r', 'alpha', 's', 'beta'] as const;

/**
 * Pareto/NBD: customers buy at rates that are Gamma(r, alpha) and stop at any time, at rates that are Gamma(s, beta), over the
 * customers. D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting Your Customers: Who Are They and What Will They Do Next?",
 * Management Science 33(1), 1987, 1–24; formulas as in P. S. Fader, B. G. S. Hardie, note 009 (2005). Their difference of two ₂F₁ is
 *
 *   (s/n) · A0 = s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy,  y from t_x to T                   (the customer stopped at the age y).
 */
export const paretoNbd: PurchaseModel = {
  id: 'pareto-nbd',
  parameterNames: names,
  timeParameters: ['alpha', 'beta'],
  oneTimeBuyersAlive: false,
  starts: (rate) => [
    [0.5, 0.5 / rate, 0.5, 0.5],
    [1.5, 1 / rate, 1.5, 1.5],
    [0.3, 0.2 / rate, 0.2, 1],
  ],
  expand: (parameters, histories) => expandPareto(checkedParameters(names, parameters), histories),
  at: (parameters) => predictor(checkedParameters(names, parameters)),
};

function predictor(parameters: ParetoParameters): PurchasePredictor {
  const [r, alpha, s, beta] = parameters;
  const nodes = emptyNodes();
  const logAlive = ({ x, age }: PurchaseHistory): number => -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  const logStopped = ({ x, recency, age }: PurchaseHistory): number =>
    Math.log(s) + logPowerIntegral(nodes, { alpha, p: r + x, beta, q: s + 1 }, recency, age);
  const probabilityAlive = (history: PurchaseHistory): number => 1 / (1 + Math.exp(logStopped(history) - logAlive(history)));
  const expectedPurchases = (history: PurchaseHistory, horizon: number): number => {
    const { x, age } = history;
    const log = Math.log1p(horizon / (beta + age));
    // (1 − ((β+T)/(β+T+t))^(s−1)) / (s−1), whose limit at s = 1 is the logarithm
    const lived = s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1);
    return probabilityAlive(history) * ((r + x) / (alpha + age)) * (beta + age) * lived;
  };
  return {
    logLikelihood: (history) => {
      const [alive, stopped] = [logAlive(history), logStopped(history)];
      const larger = Math.max(alive, stopped);
      const sum = larger + Math.log1p(Math.exp(Math.min(alive, stopped) - larger));
      return logRising(r, history.x) + r * Math.log(alpha) + s * Math.log(beta) + sum;
    },
    probabilityAlive,
    expectedPurchases,
    // Given a customer who is alive, the next purchase comes after a further time y before the customer stops.
    probabilityOfPurchase: (history, horizon) => {
      const { x, age } = history;
      const integral = logPowerIntegral(nodes, { alpha, p: r + x + 1, beta, q: s }, age, age + horizon);
      const next = Math.log(r + x) + integral - logAlive(history);
      return probabilityAlive(history) * Math.min(1, Math.exp(next));
    },
    expectedFromNew: (horizon) => expectedPurchases(newCustomer, horizon),
    // Fader & Hardie, note 028: alive until the horizon, or stopped before it.
    probabilityOfCount: (count, horizon) => {
      const mixed = { shape: r, rate: alpha };
      const alive = probabilityOfMixedCount(mixed, count, horizon) * Math.exp(-s * Math.log1p(horizon / beta));
      const stopped = (age: number): number =>
        probabilityOfMixedCount(mixed, count, age) * Math.exp(-(s + 1) * Math.log1p(age / beta)) * (s / beta);
      return alive + integrate(stopped, horizon);
    },
    draw: (history: PurchaseHistory, horizon: number, random: Random) => {
      if (!drawAlive(parameters, history, random, probabilityAlive)) return 0;
      const { x, age } = history;
      return drawLifetimeCount(r + x, alpha + age, { stopShape: s, stopRate: beta + age }, horizon, random);
    },
  };
}

/**
 * Discounted expected residual transactions (DERT): all purchases after `age`, each discounted by e^(−rate · time since age), with
 * `rate` > 0 per unit of time of the parameters. P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV: Using Iso-Value Curves for
 * Customer Base Analysis", Journal of Marketing Research 42(4), 2005, 415–430. Throws a RangeError on other rates.
 */
export function discountedResidualPurchases(parameters: readonly number[], history: PurchaseHistory, rate: number): number {
  if (!(rate > 0 && Number.isFinite(rate))) throw new RangeError(`a discount rate is positive, not ${rate}`);
  const [r, alpha, s, beta] = checkedParameters(names, parameters);
  const { x, age } = history;
  const perLife = (beta + age) * scaledExponentialIntegral(s, rate * (beta + age));
  return paretoNbd.at(parameters).probabilityAlive(history) * ((r + x) / (alpha + age)) * perLife;
}
