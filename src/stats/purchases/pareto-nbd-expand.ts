import type { Expansion } from '../optimise/maximise.ts';
import { risingSums } from '../special/rising.ts';
import type { HistoryColumns } from './history.ts';
import { emptyNodes, type Nodes, tabulate } from './power-integral.ts';

export type ParetoParameters = readonly [r: number, alpha: number, s: number, beta: number];

/** Weighted sums over the ways to see one history: alive at the end, or stopped at the age of a node. */
interface Moments {
  total: number;
  readonly first: Float64Array;
  /** Row by row, the upper triangle of a 4 × 4 matrix. */
  readonly second: Float64Array;
}

/**
 * The log-likelihood of the Pareto/NBD model with its derivatives. A history has probability Σ e^φ over the ways to see it, so its
 * logarithm has the derivatives E[φ′] and E[φ″] + Cov(φ′), under the weights of the ways.
 */
export function expandPareto([r, alpha, s, beta]: ParetoParameters, histories: HistoryColumns): Expansion {
  const { size, x: counts, recency, age, customers, largestX } = histories;
  const rising = risingSums(r, largestX);
  const logAlpha = Math.log(alpha);
  const logBeta = Math.log(beta);
  const logS = Math.log(s);
  const nodes = emptyNodes();
  const moments: Moments = { total: 0, first: new Float64Array(4), second: new Float64Array(10) };
  const gradient = new Float64Array(4);
  const hessian = new Float64Array(10);
  let value = 0;
  for (let row = 0; row < size; row += 1) {
    const x = counts[row]!;
    const power = r + x;
    const weight = customers[row]!;
    tabulate(nodes, { alpha, p: power, beta, q: s + 1 }, recency[row]!, age[row]!);
    const alphaPlus = alpha + age[row]!;
    const betaPlus = beta + age[row]!;
    const logAlive = -power * Math.log(alphaPlus) - s * Math.log(betaPlus);
    const logStopped = logS + nodes.scale;
    const scale = nodes.count === 0 ? logAlive : Math.max(logAlive, logStopped);
    clear(moments);
    addAlive(moments, Math.exp(logAlive - scale), { power, s, alphaPlus, betaPlus });
    if (nodes.count > 0) addStopped(moments, Math.exp(logStopped - scale), nodes, { power, s });
    value += weight * (rising.log[x]! + r * logAlpha + s * logBeta + scale + Math.log(moments.total));
    gradient[0]! += weight * (rising.first[x]! + logAlpha);
    gradient[1]! += (weight * r) / alpha;
    gradient[2]! += weight * logBeta;
    gradient[3]! += (weight * s) / beta;
    hessian[0]! += weight * rising.second[x]!;
    hessian[1]! += weight / alpha;
    hessian[4]! -= (weight * r) / (alpha * alpha);
    hessian[8]! += weight / beta;
    hessian[9]! -= (weight * s) / (beta * beta);
    addMoments(gradient, hessian, moments, weight);
  }
  const h = (index: number): number => hessian[index]!;
  return {
    value,
    gradient: [...gradient],
    hessian: [
      [h(0), h(1), h(2), h(3)],
      [h(1), h(4), h(5), h(6)],
      [h(2), h(5), h(7), h(8)],
      [h(3), h(6), h(8), h(9)],
    ],
  };
}

function clear(moments: Moments): void {
  moments.total = 0;
  moments.first.fill(0);
  moments.second.fill(0);
}

/** φ = −(r+x) ln(α+T) − s ln(β+T) */
function addAlive(
  moments: Moments,
  weight: number,
  { power, s, alphaPlus, betaPlus }: { power: number; s: number; alphaPlus: number; betaPlus: number },
): void {
  const { first, second } = moments;
  const [dr, dAlpha, ds, dBeta] = [-Math.log(alphaPlus), -power / alphaPlus, -Math.log(betaPlus), -s / betaPlus];
  moments.total += weight;
  first[0]! += weight * dr;
  first[1]! += weight * dAlpha;
  first[2]! += weight * ds;
  first[3]! += weight * dBeta;
  second[0]! += weight * dr * dr;
  second[1]! += weight * (dr * dAlpha - 1 / alphaPlus);
  second[2]! += weight * dr * ds;
  second[3]! += weight * dr * dBeta;
  second[4]! += weight * (dAlpha * dAlpha - dAlpha / alphaPlus);
  second[5]! += weight * dAlpha * ds;
  second[6]! += weight * dAlpha * dBeta;
  second[7]! += weight * ds * ds;
  second[8]! += weight * (ds * dBeta - 1 / betaPlus);
  second[9]! += weight * (dBeta * dBeta - dBeta / betaPlus);
}

/** φ(y) = ln s − (r+x) ln(α+y) − (s+1) ln(β+y) at every node */
function addStopped(moments: Moments, scale: number, nodes: Nodes, { power, s }: { power: number; s: number }): void {
  const { first, second } = moments;
  const { count, alphaPlus, logAlphaPlus, betaPlus, logBetaPlus, weight: weights } = nodes;
  let [m, r, alpha, sigma, beta] = [0, 0, 0, 0, 0];
  let [rr, rAlpha, rs, rBeta, aa, aS, aBeta, ss, sBeta, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const weight = scale * weights[index]!;
    const alphaRate = 1 / alphaPlus[index]!;
    const betaRate = 1 / betaPlus[index]!;
    const dr = -logAlphaPlus[index]!;
    const dAlpha = -power * alphaRate;
    const ds = 1 / s - logBetaPlus[index]!;
    const dBeta = -(s + 1) * betaRate;
    m += weight;
    r += weight * dr;
    alpha += weight * dAlpha;
    sigma += weight * ds;
    beta += weight * dBeta;
    rr += weight * dr * dr;
    rAlpha += weight * (dr * dAlpha - alphaRate);
    rs += weight * dr * ds;
    rBeta += weight * dr * dBeta;
    aa += weight * (dAlpha - alphaRate) * dAlpha;
    aS += weight * dAlpha * ds;
    aBeta += weight * dAlpha * dBeta;
    ss += weight * ds * ds;
    sBeta += weight * (ds * dBeta - betaRate);
    bb += weight * (dBeta - betaRate) * dBeta;
  }
  moments.total += m;
  for (const [index, sum] of [r, alpha, sigma, beta].entries()) first[index]! += sum;
  for (const [index, sum] of [rr, rAlpha, rs, rBeta, aa, aS, aBeta, ss - m / (s * s), sBeta, bb].entries()) second[index]! += sum;
}

function addMoments(gradient: Float64Array, hessian: Float64Array, { total, first, second }: Moments, weight: number): void {
  let at = 0;
  for (let i = 0; i < 4; i += 1) {
    gradient[i]! += (weight * first[i]!) / total;
    for (let j = i; j < 4; j += 1) {
      hessian[at]! += weight * (second[at]! / total - (first[i]! / total) * (first[j]! / total));
      at += 1;
    }
  }
}
