import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { drawAlive } from '../../../src/stats/purchases/draw-alive.ts';
import { discountedResidualPurchases, paretoNbd } from '../../../src/stats/purchases/pareto-nbd.ts';
import { expectClose } from '../close.ts';

const note9 = [0.5534, 10.5802, 0.6061, 11.6562];
const rounded = [0.55, 10.58, 0.61, 11.67];
const clvTools100 = [0.5143, 2.8845, 0.2856, 14.1087];
const extreme = [10.465, 0.00798565181, 3.0516, 2.82];

/** Exact values: arbitrary precision (mpmath) of the formulas of Schmittlein et al. (1987) and note 009. */
describe('Pareto/NBD', () => {
  it.each([
    [note9, 26, 30.86, 31, -39.1321278835061, 0.997917766551907, 52, 25.4549135114997],
    [note9, 0, 0, 38.86, -0.521129195973285, 0.294961486437042, 39, 0.107028946361676],
    [note9, 2, 30.43, 38.86, -9.55451069461442, 0.869110643968137, 39, 1.45509284384425],
    [rounded, 132, 200, 200, -196.382446853758, 1, 10, 6.20605178896293],
    [rounded, 133, 200, 200, -196.845352549451, 1, 10, 6.2528722475745],
    [clvTools100, 221, 103.42857, 103.57143, -61.5846485617292, 0.999596052317938, 10, 20.556042642205],
    [clvTools100, 161, 94.71429, 98, -87.4292548633085, 0.749487752258105, 10, 11.8518862641487],
    [clvTools100, 0, 0, 98, -1.31143178823795, 0.329998111864227, 10, 0.0166165146474202],
    [extreme, 500, 1, 37, 2594.40445462276, 0, 10, 0],
  ])('at %j, x = %d, t_x = %d, T = %d has the exact values', (parameters, x, recency, age, logLikelihood, alive, horizon, expected) => {
    const model = paretoNbd.at(parameters);
    const history = { x, recency, age };
    expectClose(model.logLikelihood(history), logLikelihood, 1e-12);
    expectClose(model.probabilityAlive(history), alive, 1e-12);
    expectClose(model.expectedPurchases(history, horizon), expected, 1e-12);
  });

  it('gets probabilities near nothing right', () => {
    const model = paretoNbd.at(extreme);
    const history = { x: 400, recency: 5, age: 6 };
    expectClose(model.logLikelihood(history), 1323.18893096782, 1e-12);
    expectClose(model.probabilityAlive(history), 5.1374581133e-31, 1e-9);
    expectClose(model.expectedPurchases(history, 10), 1.19e-28, 1e-3);
  });

  it('has the values that R BTYD tests: P(alive) .9979, 25.46 purchases in 52 weeks, 1.4734 of a new customer', () => {
    const model = paretoNbd.at([0.5532778, 10.5776843, 0.6062334, 11.6685157]);
    const history = { x: 26, recency: 30.86, age: 31 };
    expect(Math.abs(model.probabilityAlive(history) - 0.9979)).toBeLessThan(0.001);
    expect(Math.abs(model.expectedPurchases(history, 52) - 25.46)).toBeLessThan(0.01);
    expectClose(model.expectedFromNew(52), 1.473435738, 1e-6);
  });

  it('shows the paradox of rising frequency as R BTYD does', () => {
    const model = paretoNbd.at([0.5532778, 10.5776843, 0.6062334, 11.6685157]);
    for (const [x, expected] of [
      [10, 0.7058932045],
      [15, 0.144151773],
      [20, 0.0224903081],
      [25, 0.003090089222],
    ] as const) {
      expectClose(model.expectedPurchases({ x, recency: 20, age: 39 }, 52), expected, 1e-5);
    }
  });

  it('passes s = 1 smoothly', () => {
    const history = { x: 2, recency: 10, age: 20 };
    const [below, at, above] = [1 - 1e-9, 1, 1 + 1e-9].map((s) => paretoNbd.at([0.5, 10, s, 12]).expectedPurchases(history, 30));
    expectClose(at, (below! + above!) / 2, 1e-12);
  });

  it.each([
    [0, 39, 0.59357593702822906],
    [1, 39, 0.16558437956850139],
    [5, 39, 0.021487398379436139],
    [40, 39, 1.487070198994057e-6],
    [3, 0.5, 3.2153600026094592e-5],
  ])('has the probability of %d purchases of a new customer in %d weeks that mpmath has', (count, horizon, probability) => {
    expectClose(paretoNbd.at(note9).probabilityOfCount(count, horizon), probability, 1e-12);
  });
});

describe('a customer drawn alive or not', () => {
  it.each([
    [note9, 0, 0, 38.86],
    [note9, 1, 1.7, 38],
    [note9, 26, 30, 38],
    [note9, 1, 5, 5],
    [[1, 10, 0.6, 12], 0, 0, 40],
    [[1 + 1e-12, 10, 0.6, 12], 0, 0, 40],
    [[0.5, 0.001, 0.7, 5], 0, 0, 40],
    [[1, 10, 0.6, 0.002], 0, 0, 40],
    [[0.3, 1e-7, 1.2, 3], 0, 0, 40],
    [clvTools100, 161, 94.71429, 98],
  ])('at %j, x = %d, t_x = %d, T = %d is alive as often as the integral says', ([r, alpha, s, beta], x, recency, age) => {
    const parameters = [r!, alpha!, s!, beta!] as const;
    const history = { x, recency, age };
    const { probabilityAlive } = paretoNbd.at(parameters);
    const random = createRandom(20_261_121, 'alive');
    const draws = 40_000;
    let alive = 0;
    for (let draw = 0; draw < draws; draw += 1) if (drawAlive(parameters, history, random, probabilityAlive)) alive += 1;
    const probability = probabilityAlive(history);
    expect(Math.abs(alive / draws - probability)).toBeLessThanOrEqual(4.5 * Math.sqrt((probability * (1 - probability)) / draws));
  });
});

describe('discounted expected residual purchases (DERT)', () => {
  it.each([
    [0, 0, 0.178610981257],
    [1, 70, 2.93312028707],
    [7, 77, 15.0813444612],
  ])('for x = %d, t_x = %d are the exact ones', (x, recency, expected) => {
    expectClose(discountedResidualPurchases(rounded, { x, recency, age: 77.86 }, 0.0027), expected, 1e-11);
  });

  it('are those of R BTYD at 15% a year', () => {
    const parameters = [0.5532778, 10.5776843, 0.6062334, 11.6685157];
    const history = { x: 26, recency: 30.86, age: 31 };
    expectClose(discountedResidualPurchases(parameters, history, Math.log(1.15) / 52), 86.26210033, 1e-5);
  });

  it('want a discount', () => {
    expect(() => discountedResidualPurchases(rounded, { x: 0, recency: 0, age: 1 }, 0)).toThrow(RangeError);
  });
});
