import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { bgNbd } from '../../../src/stats/purchases/bg-nbd.ts';
import { type PurchaseHistory, toColumns } from '../../../src/stats/purchases/history.ts';
import { mbgNbd } from '../../../src/stats/purchases/mbg-nbd.ts';
import type { PurchaseModel } from '../../../src/stats/purchases/model.ts';
import { nbd } from '../../../src/stats/purchases/nbd.ts';
import { paretoNbd } from '../../../src/stats/purchases/pareto-nbd.ts';
import { expectClose } from '../close.ts';

const models: readonly PurchaseModel[] = [nbd, bgNbd, mbgNbd, paretoNbd];
const typical = new Map([
  ['nbd', [0.39, 12.1]],
  ['bg-nbd', [0.243, 4.414, 0.793, 2.426]],
  ['mbg-nbd', [0.525, 6.18, 0.891, 1.614]],
  ['pareto-nbd', [0.553, 10.58, 0.606, 11.67]],
]);
const at = (model: PurchaseModel) => model.at(typical.get(model.id)!);

const histories: readonly PurchaseHistory[] = [
  { x: 0, recency: 0, age: 38.86 },
  { x: 1, recency: 1.71, age: 38.86 },
  { x: 2, recency: 30.43, age: 38.86 },
  { x: 26, recency: 30.86, age: 31 },
  { x: 5, recency: 9, age: 9 },
];

/** Positive numbers over many powers of ten. */
const positive = fc.double({ min: -9, max: 7, noNaN: true }).map((log) => Math.exp(log));
const anyHistory: fc.Arbitrary<PurchaseHistory> = fc
  .record({
    x: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2000 })),
    age: positive,
    share: fc.double({ min: 1e-6, max: 1, noNaN: true }),
  })
  .map(({ x, age, share }) => ({ x, age, recency: x === 0 ? 0 : age * share }));

describe.each(models)('$id', (model) => {
  it('has the derivatives that differences of its log-likelihood have', () => {
    const groups = toColumns([...histories, { x: 3, recency: 4, age: 90 }].map((history, index) => ({ ...history, customers: index + 1 })));
    for (const stretch of [1, 0.01, 30]) {
      const centre = typical.get(model.id)!.map((value, index) => value * (index % 2 === 1 ? stretch : 1));
      const { gradient, hessian } = model.expand(centre, groups);
      for (const [index, value] of centre.entries()) {
        const step = value * 1e-5;
        const moved = (by: number) =>
          model.expand(
            centre.map((one, other) => (other === index ? one + by : one)),
            groups,
          );
        const [ahead, behind] = [moved(step), moved(-step)];
        const size = Math.max(1, Math.abs(gradient[index]! * value));
        expect(Math.abs((ahead.value - behind.value) / (2 * step) - gradient[index]!) * value).toBeLessThan(1e-6 * size);
        for (const [other, second] of hessian[index]!.entries()) {
          const difference = (ahead.gradient[other]! - behind.gradient[other]!) / (2 * step);
          const scale = value * centre[other]!;
          expect(Math.abs(difference - second) * scale).toBeLessThan(1e-5 * Math.max(1, Math.abs(second * scale)));
        }
      }
    }
  });

  it('has the log-likelihood of groups that its histories add up to', () => {
    const groups = histories.map((history, index) => ({ ...history, customers: index + 1 }));
    const sum = groups.reduce((total, group) => total + group.customers * at(model).logLikelihood(group), 0);
    expectClose(model.expand(typical.get(model.id)!, toColumns(groups)).value, sum, 1e-13);
  });

  it('sees no purchase in a time exactly as likely as its likelihoods say', () => {
    for (const history of histories) {
      for (const horizon of [0.5, 39, 500]) {
        const later = at(model).logLikelihood({ ...history, age: history.age + horizon });
        expectClose(at(model).probabilityOfPurchase(history, horizon), -Math.expm1(later - at(model).logLikelihood(history)), 1e-11);
      }
    }
  });

  it('has probabilities of counts that sum to 1 and to the expectation of a new customer', () => {
    let [sum, mean] = [0, 0];
    for (let count = 0; count < 400; count += 1) {
      const probability = at(model).probabilityOfCount(count, 20);
      sum += probability;
      mean += count * probability;
    }
    expectClose(sum, 1, 1e-12);
    expectClose(mean, at(model).expectedFromNew(20), 1e-11);
  });

  it('expects nothing in no time, and never less in more time', () => {
    for (const history of histories) {
      expect(at(model).expectedPurchases(history, 0)).toBe(0);
      expectClose(at(model).probabilityOfPurchase(history, 0), 0, 1e-15);
      let last = 0;
      for (const horizon of [0.01, 1, 39, 400]) {
        const expected = at(model).expectedPurchases(history, horizon);
        expect(expected).toBeGreaterThan(last);
        last = expected;
      }
    }
  });

  it('draws counts with the mean and the share of buyers it expects', () => {
    const draws = 20_000;
    const random = createRandom(20_261_121, model.id);
    for (const history of histories) {
      let [sum, squares, buyers] = [0, 0, 0];
      for (let index = 0; index < draws; index += 1) {
        const count = at(model).draw(history, 39, random);
        sum += count;
        squares += count * count;
        if (count > 0) buyers += 1;
      }
      const mean = sum / draws;
      const error = Math.sqrt((squares / draws - mean * mean) / draws);
      expect(Math.abs(mean - at(model).expectedPurchases(history, 39))).toBeLessThan(4.5 * error);
      const share = at(model).probabilityOfPurchase(history, 39);
      expect(Math.abs(buyers / draws - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / draws) + 1e-9);
    }
  });

  it('gives finite numbers, and probabilities between 0 and 1, whatever the parameters and the history', () => {
    const random = createRandom(1, model.id);
    const parameters = fc.array(positive, { minLength: model.parameterNames.length, maxLength: model.parameterNames.length });
    fc.assert(
      fc.property(parameters, anyHistory, positive, (values, history, horizon) => {
        const predictor = model.at(values);
        expect(Number.isFinite(predictor.logLikelihood(history))).toBe(true);
        for (const probability of [predictor.probabilityAlive(history), predictor.probabilityOfPurchase(history, horizon)]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const expected = predictor.expectedPurchases(history, horizon);
        expect(Number.isFinite(expected)).toBe(true);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(predictor.draw(history, horizon, random))).toBe(true);
        const { value, gradient, hessian } = model.expand(values, toColumns([{ ...history, customers: 1 }]));
        expect([value, ...gradient, ...hessian.flat()].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses parameters that are not positive or too few', () => {
    const [, ...short] = typical.get(model.id)!;
    expect(() => model.at(short)).toThrow(RangeError);
    expect(() => model.at([0, ...short])).toThrow(RangeError);
    expect(() => model.at([Number.NaN, ...short])).toThrow(RangeError);
    expect(() => model.at([Infinity, ...short])).toThrow(RangeError);
  });
});

describe('customers with 1,000 orders', () => {
  it.each(models)('are handled by $id whether they have just bought or fallen silent', (model) => {
    const silent = { x: 1000, recency: 10, age: 100 };
    const fresh = { x: 1000, recency: 100, age: 100 };
    expect(at(model).probabilityAlive(silent)).toBe(model.id === 'nbd' ? 1 : 0);
    expect(at(model).probabilityAlive(fresh)).toBeGreaterThan(0.99);
    expect(at(model).expectedPurchases(fresh, 10)).toBeGreaterThan(50);
  });
});
