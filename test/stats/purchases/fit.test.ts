import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { drawGamma } from '../../../src/stats/draws/gamma.ts';
import { drawExponential } from '../../../src/stats/draws/normal.ts';
import { bgNbd } from '../../../src/stats/purchases/bg-nbd.ts';
import { fitPurchases } from '../../../src/stats/purchases/fit.ts';
import { groupHistories, type PurchaseHistory } from '../../../src/stats/purchases/history.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import { nbd } from '../../../src/stats/purchases/nbd.ts';
import { paretoNbd } from '../../../src/stats/purchases/pareto-nbd.ts';
import { predictPurchases } from '../../../src/stats/purchases/predict.ts';
import { expectClose } from '../close.ts';

const models = [nbd, bgNbd, mbgNbd, paretoNbd];
const numbers = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(numbers);

/** Customers who buy at rates that are Gamma(2, 20) and stop at rates that are Gamma(1, 40), seen for 26 to 52 weeks. */
function simulate(customers: number, stopping: boolean): PurchaseHistory[] {
  const random = createRandom(5, 'customers');
  return Array.from({ length: customers }, () => {
    const age = random.integer(26, 52);
    const rate = drawGamma(2, 20, random);
    const life = stopping ? drawExponential(random) / drawGamma(1, 40, random) : Infinity;
    let [x, recency] = [0, 0];
    for (;;) {
      const next = recency + drawExponential(random) / rate;
      if (next > Math.min(age, life)) return { x, recency, age };
      [x, recency] = [x + 1, next];
    }
  });
}

describe('a fit of a purchase model', () => {
  it('finds the parameters that made the data, within their standard errors', () => {
    const fit = fitPurchases(paretoNbd, groupHistories(simulate(3000, true)).groups);
    expect(fit).toMatchObject({ converged: true, boundary: null, problem: null, customers: 3000 });
    for (const [index, truth] of [2, 20, 1, 40].entries()) {
      expect(Math.abs(fit.parameters![index]! - truth)).toBeLessThan(3 * fit.standardErrors![index]!);
    }
  });

  it('changes with the time unit as it must: shapes and logarithms do not, times and the likelihood do', () => {
    const weeks = simulate(2000, true);
    const days = weeks.map(({ x, recency, age }) => ({ x, recency: recency * 7, age: age * 7 }));
    const purchases = weeks.reduce((sum, { x }) => sum + x, 0);
    for (const model of models) {
      const [inWeeks, inDays] = [weeks, days].map((rows) => fitPurchases(model, groupHistories(rows).groups));
      expectClose(inDays!.logLikelihood, inWeeks!.logLikelihood! - purchases * Math.log(7), 1e-10);
      for (const [index, name] of model.parameterNames.entries()) {
        const scale = model.timeParameters.includes(name) ? 7 : 1;
        expectClose(inDays!.parameters![index], inWeeks!.parameters![index]! * scale, 1e-5);
        expectClose(inDays!.standardErrors![index], inWeeks!.standardErrors![index]! * scale, 1e-4);
      }
    }
  });

  it('is the same for groups as for their customers one by one, in any order', () => {
    const rows = simulate(200, true).map(({ x, age }) => ({ x, recency: x === 0 ? 0 : age / 2, age }));
    const grouped = groupHistories(rows).groups;
    const single = rows.toReversed().map((row) => ({ ...row, customers: 1 }));
    expect(grouped.length).toBeLessThan(rows.length);
    expectClose(fitPurchases(mbgNbd, grouped).logLikelihood, fitPurchases(mbgNbd, single).logLikelihood!, 1e-12);
  });

  it.each([
    ['no customers', [], 'no_customers'],
    ['customers of today only', [{ x: 0, recency: 0, age: 0 }], 'no_time'],
    ['no repeat purchase', [{ x: 0, recency: 0, age: 9 }], 'no_repeat_customers'],
  ])('says that it cannot be with %s', (_, rows, problem) => {
    for (const model of models) {
      const fit = fitPurchases(model, groupHistories(rows).groups);
      expect(fit).toMatchObject({ parameters: null, standardErrors: null, logLikelihood: null, converged: false, problem });
    }
  });

  it('says that it rests on few repeat customers', () => {
    const rows = simulate(3000, true)
      .filter(({ x, age }) => x > 1 || age > 40)
      .slice(0, 24);
    expect(fitPurchases(nbd, groupHistories(rows).groups).problem).toBe('few_repeat_customers');
  });

  it('says that the data cannot tell how customers stop when none does', () => {
    const { groups } = groupHistories(simulate(400, false));
    const fit = fitPurchases(paretoNbd, groups);
    expect(fit.problem).toBe('boundary');
    const errorOf = (name: string) => fit.standardErrors![paretoNbd.parameterNames.indexOf(name)];
    expect(errorOf('beta')).toBeNull();
    expect(errorOf('r')).toBeGreaterThan(0);
    expect(fit.boundary?.map((one) => one.name)).toContain('beta');
    expect(fit.boundary?.map((one) => one.name)).not.toContain('r');
    // It is the model without stopping, and predicts as that does.
    const without = fitPurchases(nbd, groups);
    expect(Math.abs(fit.logLikelihood! - without.logLikelihood!)).toBeLessThan(2);
    const [expected, plain] = [fit, without].map(
      (one) => predictPurchases(one, groups, { horizon: 26, seed: 1, draws: 20 }).total.expected,
    );
    expectClose(expected, plain!, 0.05);
  });

  it('says that customers do not differ when all buy alike', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ x: 6 + (index % 2), recency: 40 + (index % 5), age: 48 }));
    const fit = fitPurchases(nbd, groupHistories(rows).groups);
    expect(fit.boundary).toEqual([
      { name: 'r', toward: 'infinity' },
      { name: 'alpha', toward: 'infinity' },
    ]);
    expectClose(fit.parameters![0]! / fit.parameters![1]!, 6.5 / 48, 1e-3);
  });

  it.each([
    ['one customer', [{ x: 3, recency: 10, age: 20 }]],
    [
      'one customer with 1,000 orders among others',
      [
        { x: 1000, recency: 10, age: 100 },
        { x: 0, recency: 0, age: 1 },
        { x: 1, recency: 50, age: 50 },
      ],
    ],
    ['customers of 1,000 orders only', Array.from({ length: 40 }, (_, index) => ({ x: 1000 + index, recency: 99, age: 100 }))],
    [
      'customers who all stopped long ago',
      Array.from({ length: 40 }, (_, index) => ({ x: 1 + (index % 3), recency: 1 + (index % 5), age: 300 })),
    ],
    [
      'one order on the last day',
      [
        { x: 0, recency: 0, age: 0 },
        { x: 2, recency: 3, age: 9 },
      ],
    ],
  ])('stays finite with %s', (_, rows) => {
    for (const model of models) {
      const { groups } = groupHistories(rows);
      const fit = fitPurchases(model, groups);
      expect(fit.problem).not.toBeNull();
      expect(numbers({ ...fit, model: null }).every(Number.isFinite)).toBe(true);
      expect(numbers(predictPurchases(fit, groups, { horizon: 10, seed: 1, draws: 20 })).every(Number.isFinite)).toBe(true);
    }
  });

  it('never throws and never yields NaN on histories of any kind', () => {
    const history = fc.oneof(
      fc.record({ x: fc.constant(0), recency: fc.constant(0), age: fc.integer({ min: 0, max: 90 }) }),
      fc.record({ x: fc.integer({ min: 1, max: 60 }), recency: fc.integer({ min: 1, max: 40 }), age: fc.integer({ min: 40, max: 90 }) }),
    );
    fc.assert(
      fc.property(fc.array(history, { maxLength: 12 }), fc.constantFrom(...models), (rows, model) => {
        const fit = fitPurchases(model, groupHistories(rows).groups);
        expect(numbers({ ...fit, model: null }).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses rows that are no history', () => {
    expect(() => fitPurchases(bgNbd, [{ x: 1, recency: 9, age: 5, customers: 1 }])).toThrow(
      new RangeError('row 1: recency 9 lies after age 5'),
    );
  });
});
