import { logRising, risingSums } from '../special/rising.ts';
import type { Expansion } from '../optimise/maximise.ts';
import { probabilityOfMixedCount } from './counts.ts';
import { drawMixedCount } from './draw-counts.ts';
import type { HistoryColumns } from './history.ts';
import { checkedParameters, type PurchaseModel, type PurchasePredictor } from './model.ts';

type Two = readonly [r: number, alpha: number];

const names = ['r', 'alpha'] as const;

/**
 * NBD: customers buy at rates that are Gamma(r, alpha) over the customers and never stop. The baseline that shows what stopping adds.
 * A. S. C. Ehrenberg, "The Pattern of Consumer Purchases", Applied Statistics 8(1), 1959, 26–41.
 */
export const nbd: PurchaseModel = {
  id: 'nbd',
  parameterNames: names,
  timeParameters: ['alpha'],
  oneTimeBuyersAlive: true,
  starts: (rate) => [
    [0.5, 0.5 / rate],
    [2, 2 / rate],
  ],
  expand: (parameters, histories) => expand(checkedParameters(names, parameters), histories),
  at: (parameters) => predictor(checkedParameters(names, parameters)),
};

function predictor([r, alpha]: Two): PurchasePredictor {
  return {
    logLikelihood: ({ x, age }) => logRising(r, x) - r * Math.log1p(age / alpha) - x * Math.log(alpha + age),
    probabilityAlive: () => 1,
    expectedPurchases: ({ x, age }, horizon) => ((r + x) / (alpha + age)) * horizon,
    probabilityOfPurchase: ({ x, age }, horizon) => -Math.expm1(-(r + x) * Math.log1p(horizon / (alpha + age))),
    expectedFromNew: (horizon) => (r / alpha) * horizon,
    probabilityOfCount: (count, horizon) => probabilityOfMixedCount({ shape: r, rate: alpha }, count, horizon),
    draw: ({ x, age }, horizon, random) => drawMixedCount(r + x, alpha + age, horizon, random),
  };
}

function expand([r, alpha]: Two, { size, x: counts, age, customers, largestX }: HistoryColumns): Expansion {
  const rising = risingSums(r, largestX);
  let [value, gr, gAlpha, hrr, hrAlpha, hAlpha] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < size; row += 1) {
    const weight = customers[row]!;
    const x = counts[row]!;
    const plus = alpha + age[row]!;
    const never = -Math.log1p(age[row]! / alpha);
    value += weight * (rising.log[x]! + r * never - x * Math.log(plus));
    gr += weight * (rising.first[x]! + never);
    gAlpha += weight * (r / alpha - (r + x) / plus);
    hrr += weight * rising.second[x]!;
    hrAlpha += weight * (1 / alpha - 1 / plus);
    hAlpha += weight * ((r + x) / (plus * plus) - r / (alpha * alpha));
  }
  return {
    value,
    gradient: [gr, gAlpha],
    hessian: [
      [hrr, hrAlpha],
      [hrAlpha, hAlpha],
    ],
  };
}
