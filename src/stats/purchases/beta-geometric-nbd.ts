import type { HistoryColumns, PurchaseHistory } from './history.ts';
import type { Expansion } from '../optimise/maximise.ts';
import { checkedParameters, newCustomer, type PurchaseModel, type PurchasePredictor } from './model.ts';
import { logBeta } from '../special/gamma.ts';
import { logRising, risingSums } from '../special/rising.ts';
import { probabilityOfAtLeast, probabilityOfMixedCount } from './counts.ts';
import { expectedUntilStop } from './until-stop.ts';
import { drawStopCount } from './draw-counts.ts';

/**
 * The family in which customers may stop only at a purchase: purchase rates are Gamma(r, alpha) over the customers, the probability
 * of stopping after a purchase is Beta(a, b). `stopAtFirst` is 1 where the first purchase can be the last one (MBG/NBD), 0 where
 * only repeat purchases can (BG/NBD). A customer who is alive has had n = x + stopAtFirst occasions to stop and took none:
 *
 *   L = Γ(r+x) α^r / Γ(r) · (b)_{n−1} / (a+b)_n · [ (b+n−1) (α+T)^−(r+x) + a (α+t_x)^−(r+x) ]        (n > 0; (c)_k = Γ(c+k)/Γ(c))
 */
export interface BetaGeometricVariant {
  readonly id: string;
  readonly stopAtFirst: 0 | 1;
}

type Four = readonly [r: number, alpha: number, a: number, b: number];

const names = ['r', 'alpha', 'a', 'b'] as const;

export function betaGeometricNbd({ id, stopAtFirst }: BetaGeometricVariant): PurchaseModel {
  return {
    id,
    parameterNames: names,
    timeParameters: ['alpha'],
    oneTimeBuyersAlive: stopAtFirst === 0,
    starts: (rate) => [
      [0.5, 0.5 / rate, 1, 2],
      [2, 1 / rate, 0.5, 0.5],
      [0.2, 0.1 / rate, 0.1, 2],
    ],
    expand: (parameters, histories) => expand(checkedParameters(names, parameters), histories, stopAtFirst),
    at: (parameters) => predictor(checkedParameters(names, parameters), stopAtFirst),
  };
}

function predictor([r, alpha, a, b]: Four, stopAtFirst: 0 | 1): PurchasePredictor {
  /** ln(P(stopped) / P(alive)) */
  const logOdds = ({ x, recency, age }: PurchaseHistory): number => {
    const n = x + stopAtFirst;
    return n === 0 ? -Infinity : Math.log(a / (b + n - 1)) + (r + x) * Math.log1p((age - recency) / (alpha + recency));
  };
  const probabilityAlive = (history: PurchaseHistory): number => 1 / (1 + Math.exp(logOdds(history)));
  const rates = ({ x, age }: PurchaseHistory) => ({ shape: r + x, rate: alpha + age });
  const expectedPurchases = (history: PurchaseHistory, horizon: number): number =>
    probabilityAlive(history) * expectedUntilStop(rates(history), a, b + history.x + stopAtFirst, horizon);
  return {
    logLikelihood: (history) => {
      const { x, age } = history;
      const occasions = logBeta(a, b + x + stopAtFirst) - logBeta(a, b);
      const alive = logRising(r, x) - r * Math.log1p(age / alpha) - x * Math.log(alpha + age) + occasions;
      const odds = logOdds(history);
      return alive + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
    },
    probabilityAlive,
    expectedPurchases,
    probabilityOfPurchase: (history, horizon) =>
      -probabilityAlive(history) * Math.expm1(-(r + history.x) * Math.log1p(horizon / (alpha + history.age))),
    expectedFromNew: (horizon) => expectedPurchases(newCustomer, horizon),
    probabilityOfCount: (count, horizon) => {
      const occasions = count + stopAtFirst;
      const rate = { shape: r, rate: alpha };
      const survived = Math.exp(logBeta(a, b + occasions) - logBeta(a, b)) * probabilityOfMixedCount(rate, count, horizon);
      if (occasions === 0) return survived;
      return survived + Math.exp(logBeta(a + 1, b + occasions - 1) - logBeta(a, b)) * probabilityOfAtLeast(rate, count, horizon);
    },
    draw: (history, horizon, random) => {
      if (random.next() >= probabilityAlive(history)) return 0;
      const { x, age } = history;
      return drawStopCount(r + x, alpha + age, { stop: a, stay: b + x + stopAtFirst }, horizon, random);
    },
  };
}

function expand([r, alpha, a, b]: Four, histories: HistoryColumns, stopAtFirst: 0 | 1): Expansion {
  const { size, x: counts, recency, age, customers, largestX } = histories;
  const occasions = largestX + stopAtFirst;
  const ofR = risingSums(r, largestX);
  const ofB = risingSums(b, occasions);
  const ofSum = risingSums(a + b, occasions);
  const logAlpha = Math.log(alpha);
  let [value, gr, gAlpha, ga, gb] = [0, 0, 0, 0, 0];
  let [hrr, hrAlpha, hra, hrb, hAlpha, hAlphaA, hAlphaB, haa, hab, hbb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < size; row += 1) {
    const weight = customers[row]!;
    const x = counts[row]!;
    const n = x + stopAtFirst;
    const power = r + x;
    const aliveRate = 1 / (alpha + age[row]!);
    const stopRate = 1 / (alpha + recency[row]!);
    const logAge = -Math.log(aliveRate);
    const logRatio = Math.log(stopRate / aliveRate);
    const odds = n === 0 ? 0 : (a / (b + n - 1)) * Math.exp(power * logRatio);
    // Shares of the two ways to see this history: alive at the end, or stopped at the last purchase.
    const stopped = odds === Infinity ? 1 : odds / (1 + odds);
    const alive = 1 - stopped;
    const logSum = odds === Infinity ? Math.log(a / (b + n - 1)) + power * logRatio : Math.log1p(odds);
    const last = n === 0 ? 0 : 1 / (b + n - 1);
    value += weight * (ofR.log[x]! + r * logAlpha - power * logAge + ofB.log[n]! - ofSum.log[n]! + logSum);

    // By how much the logarithms of the two ways differ in each derivative.
    const dr = logRatio;
    const dAlpha = power * (aliveRate - stopRate);
    const da = n === 0 ? 0 : 1 / a;
    const db = -last;
    gr += weight * (ofR.first[x]! + logAlpha - logAge + stopped * dr);
    gAlpha += weight * (r / alpha - power * aliveRate + stopped * dAlpha);
    ga += weight * (stopped * da - ofSum.first[n]!);
    gb += weight * (ofB.first[n]! - ofSum.first[n]! + stopped * db);

    const both = weight * alive * stopped;
    const aliveWeight = weight * alive;
    const stoppedWeight = weight * stopped;
    hrr += weight * ofR.second[x]! + both * dr * dr;
    hrAlpha += weight / alpha - aliveWeight * aliveRate - stoppedWeight * stopRate + both * dr * dAlpha;
    hAlpha += power * (aliveWeight * aliveRate * aliveRate + stoppedWeight * stopRate * stopRate) + both * dAlpha * dAlpha;
    hAlpha -= (weight * r) / (alpha * alpha);
    hra += both * dr * da;
    hrb += both * dr * db;
    hAlphaA += both * dAlpha * da;
    hAlphaB += both * dAlpha * db;
    haa += both * da * da - stoppedWeight * da * da - weight * ofSum.second[n]!;
    hab += both * da * db - weight * ofSum.second[n]!;
    hbb += weight * (ofB.second[n]! - ofSum.second[n]!) + stoppedWeight * last * last + both * db * db;
  }
  return {
    value,
    gradient: [gr, gAlpha, ga, gb],
    hessian: [
      [hrr, hrAlpha, hra, hrb],
      [hrAlpha, hAlpha, hAlphaA, hAlphaB],
      [hra, hAlphaA, haa, hab],
      [hrb, hAlphaB, hab, hbb],
    ],
  };
}
