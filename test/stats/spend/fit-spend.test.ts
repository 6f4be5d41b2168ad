import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { drawGamma } from '../../../src/stats/draws/gamma.ts';
import { fitSpend } from '../../../src/stats/spend/fit-spend.ts';
import { spendIndependence } from '../../../src/stats/spend/independence.ts';
import { expectClose } from '../close.ts';

function simulate(customers: number, [p, q, v]: readonly [number, number, number], seed = 11) {
  const random = createRandom(seed, 'spend');
  return Array.from({ length: customers }, () => {
    const x = random.integer(1, 6);
    const rate = drawGamma(q, v, random);
    return { x, mean: drawGamma(p * x, rate, random) / x };
  });
}

describe('a fit of the Gamma-Gamma model', () => {
  it('finds the parameters that made the data, within their standard errors', () => {
    const fit = fitSpend(simulate(4000, [4, 3, 20]));
    expect(fit).toMatchObject({ converged: true, boundary: null, problem: null, customers: 4000 });
    for (const [index, truth] of [4, 3, 20].entries()) {
      expect(Math.abs(fit.parameters![index]! - truth)).toBeLessThan(3 * fit.standardErrors![index]!);
    }
  });

  it('leaves out and counts customers without a repeat purchase and without a positive value', () => {
    const rows = [
      ...simulate(100, [4, 3, 20]),
      { x: 0, mean: 0 },
      { x: 0, mean: 0 },
      { x: 2, mean: 0 },
      { x: 1, mean: -9 },
      { x: 1, mean: Number.NaN },
    ];
    const fit = fitSpend(rows);
    expect(fit).toMatchObject({ customers: 100, withoutRepeat: 2, withoutPositiveValue: 3 });
    expect(fit.logLikelihood).toBe(fitSpend(simulate(100, [4, 3, 20])).logLikelihood);
  });

  it('changes with the currency as it must', () => {
    const yuan = simulate(300, [4, 3, 20]);
    const [inYuan, inWan] = [yuan, yuan.map(({ x, mean }) => ({ x, mean: mean / 1e4 }))].map(fitSpend);
    expectClose(inWan!.logLikelihood, inYuan!.logLikelihood! + 300 * Math.log(1e4), 1e-10);
    for (const [index, scale] of [1, 1, 1e-4].entries()) expectClose(inWan!.parameters![index], inYuan!.parameters![index]! * scale, 1e-6);
  });

  it('says that the mean value is infinite where q ≤ 1', () => {
    const fit = fitSpend(simulate(2000, [3, 0.7, 5]));
    expect(fit.problem).toBe('infinite_mean');
    expect(fit.converged).toBe(true);
  });

  it('says which parameters the data cannot tell when all orders cost the same', () => {
    const fit = fitSpend(Array.from({ length: 80 }, (_, index) => ({ x: 1 + (index % 4), mean: 99 })));
    expect(fit.problem).toBe('boundary');
    expect(fit.boundary?.map((one) => one.name)).toContain('p');
    expect(fit.parameters?.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['nobody', []],
    ['one customer', [{ x: 2, mean: 5 }]],
    [
      'nobody with a repeat purchase',
      [
        { x: 0, mean: 0 },
        { x: 0, mean: 0 },
      ],
    ],
  ])('says that it cannot be with %s', (_, rows) => {
    expect(fitSpend(rows)).toMatchObject({ parameters: null, logLikelihood: null, converged: false, problem: 'no_repeat_customers' });
  });

  it('says that it rests on few customers', () => {
    expect(fitSpend(simulate(29, [2, 2, 5], 12)).problem).toBe('few_repeat_customers');
  });
});

describe('the independence of frequency and value', () => {
  it('is judged on the customers of the fit', () => {
    const rows = [
      { x: 0, mean: 0 },
      { x: 1, mean: 0 },
      { x: 1, mean: 10 },
      { x: 2, mean: 30 },
      { x: 3, mean: 20 },
      { x: 4, mean: 40 },
    ];
    expect(spendIndependence(rows)).toMatchObject({ coefficient: expect.closeTo(0.8, 12), n: 4 });
    expect(spendIndependence([])).toBeNull();
  });
});
