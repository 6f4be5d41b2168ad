import { fitPositive } from '../optimise/fit-positive.ts';
import type { Expansion } from '../optimise/maximise.ts';
import { fewRepeatCustomers, type FitProblem, type LikelihoodFit } from '../purchases/fit.ts';
import { checkedParameters } from '../purchases/model.ts';
import { digamma, logBeta, trigamma } from '../special/gamma.ts';
import { gammaGammaNames, type GammaGammaParameters, type SpendHistory } from './gamma-gamma.ts';

/** `infinite_mean`: q ≤ 1, the mean value of a purchase over all customers is infinite; that of a customer with history may exist. */
export type SpendFitProblem =
  | Extract<FitProblem, 'no_repeat_customers' | 'not_converged' | 'boundary' | 'few_repeat_customers'>
  | 'infinite_mean';

/** Of p, q and v; v is in the currency of the data. */
export interface SpendFit extends LikelihoodFit {
  readonly parameterNames: readonly string[];
  readonly problem: SpendFitProblem | null;
  /** Customers the fit rests on: those with a repeat purchase and a positive mean value. */
  readonly customers: number;
  readonly withoutRepeat: number;
  readonly withoutPositiveValue: number;
}

const unfitted = {
  parameters: null,
  standardErrors: null,
  logCovariance: null,
  logLikelihood: null,
  gradientNorm: null,
  converged: false,
  boundary: null,
};

/**
 * The maximum likelihood fit of the Gamma-Gamma model, one row a customer. Leaves out, and counts, customers without a repeat purchase
 * and those whose mean value is not positive. Does not throw on data that cannot carry it but says so in `problem`.
 */
export function fitSpend(rows: readonly SpendHistory[]): SpendFit {
  const repeat = rows.filter((row) => row.x > 0);
  const used = repeat
    .filter((row) => row.mean > 0 && Number.isFinite(row.mean))
    .toSorted((first, second) => first.x - second.x || first.mean - second.mean);
  const counts = {
    parameterNames: gammaGammaNames,
    customers: used.length,
    withoutRepeat: rows.length - repeat.length,
    withoutPositiveValue: repeat.length - used.length,
  };
  if (used.length < 2) return { ...counts, ...unfitted, problem: 'no_repeat_customers' };
  // Values are divided by their geometric mean, which a few large orders do not move.
  const unit = Math.exp(used.reduce((sum, row) => sum + Math.log(row.mean), 0) / used.length);
  const scaled = used.map(({ x, mean }) => ({ x, mean: mean / unit }));
  const fit = fitPositive({
    expand: (parameters) => expand(checkedParameters(gammaGammaNames, parameters), scaled),
    starts: [
      [1, 2, 1],
      [5, 4, 0.5],
      [0.5, 1.5, 2],
    ],
    observations: used.length,
  });
  if (fit === null) return { ...counts, ...unfitted, problem: 'not_converged' };
  const scale = [1, 1, unit];
  const boundary = fit.unbounded.map(({ index, toward }) => ({ name: gammaGammaNames[index]!, toward }));
  return {
    ...counts,
    parameters: fit.parameters.map((value, index) => value * scale[index]!),
    standardErrors: fit.standardErrors.map((value, index) => value && value * scale[index]!),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood - used.length * Math.log(unit),
    gradientNorm: fit.gradientNorm,
    converged: fit.converged,
    boundary: boundary.length === 0 ? null : boundary,
    problem: problemOf(fit.parameters[1]!, boundary.length > 0, fit.converged, used.length),
  };
}

function problemOf(q: number, unbounded: boolean, converged: boolean, customers: number): SpendFitProblem | null {
  if (unbounded) return 'boundary';
  if (!converged) return 'not_converged';
  if (q <= 1) return 'infinite_mean';
  return customers < fewRepeatCustomers ? 'few_repeat_customers' : null;
}

/** Log-likelihood with its derivatives; rows are sorted by x, so that gamma functions are evaluated once for each x. */
function expand([p, q, v]: GammaGammaParameters, rows: readonly SpendHistory[]): Expansion {
  const [digammaQ, trigammaQ] = [digamma(q), trigamma(q)];
  let known = { x: -1, logBeta: 0, first: 0, firstSum: 0, second: 0, secondSum: 0 };
  let [value, gp, gq, gv, hpp, hpq, hpv, hqq, hqv, hvv] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { x, mean } of rows) {
    if (x !== known.x) {
      const [shape, sum] = [p * x, p * x + q];
      known = {
        x,
        logBeta: logBeta(shape, q),
        first: digamma(shape),
        firstSum: digamma(sum),
        second: trigamma(shape),
        secondSum: trigamma(sum),
      };
    }
    const total = mean * x;
    const rate = 1 / (v + total);
    const logTotal = -Math.log1p(v / total);
    const logV = -Math.log1p(total / v);
    value += p * x * logTotal + q * logV - known.logBeta - Math.log(mean);
    gp += x * (known.firstSum - known.first + logTotal);
    gq += known.firstSum - digammaQ + logV;
    gv += q / v - (p * x + q) * rate;
    hpp += x * x * (known.secondSum - known.second);
    hpq += x * known.secondSum;
    hpv -= x * rate;
    hqq += known.secondSum - trigammaQ;
    hqv += 1 / v - rate;
    hvv += (p * x + q) * rate * rate - q / (v * v);
  }
  return {
    value,
    gradient: [gp, gq, gv],
    hessian: [
      [hpp, hpq, hpv],
      [hpq, hqq, hqv],
      [hpv, hqv, hvv],
    ],
  };
}
