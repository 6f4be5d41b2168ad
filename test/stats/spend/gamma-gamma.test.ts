import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { gammaGamma } from '../../../src/stats/spend/gamma-gamma.ts';
import { expectClose } from '../close.ts';

/** Exact values: mpmath of note 025. */
describe('Gamma-Gamma at (6.25, 3.74, 15.44)', () => {
  const model = gammaGamma([6.25, 3.74, 15.44]);

  it.each([
    [2, 22.35, 24.6637139108],
    [1, 11.77, 18.9168520578],
    [0, 0, 35.2189781022],
    [7, 73.74, 71.469670897],
    [2, 40, 39.1404199475],
  ])('expects after %d purchases of %d on average the exact value', (x, mean, expected) => {
    expectClose(model.expectedMean({ x, mean }), expected, 1e-11);
  });

  it('has the population mean p v / (q − 1)', () => {
    expectClose(model.populationMean, (6.25 * 15.44) / 2.74);
  });

  it('expects the less of a customer the more purchases were worth nothing', () => {
    expectClose(model.expectedMean({ x: 3, mean: 0 }), (6.25 * 15.44) / (6.25 * 3 + 2.74));
    expect(model.expectedMean({ x: 3, mean: -5 })).toBe(model.expectedMean({ x: 3, mean: 0 }));
    expect(model.expectedMean({ x: 4, mean: 0 })).toBeLessThan(model.expectedMean({ x: 3, mean: 0 })!);
  });

  it('is linear in the mean value, so that customers of as many purchases can be taken together', () => {
    const [none, some, both] = [0, 30, 15].map((mean) => model.expectedMean({ x: 2, mean })!);
    expectClose(both, (none! + some!) / 2, 1e-12);
  });

  it('has the density of its formula, which integrates to 1', () => {
    let sum = 0;
    for (let mean = 0.05; mean < 2000; mean += 0.1) sum += 0.1 * Math.exp(model.logLikelihood({ x: 2, mean }));
    expect(sum).toBeCloseTo(1, 4);
  });

  it('draws mean values and totals with the mean it expects', () => {
    const random = createRandom(3, 'spend');
    for (const history of [
      { x: 2, mean: 22.35 },
      { x: 7, mean: 73.74 },
    ]) {
      let [means, totals] = [0, 0];
      for (let draw = 0; draw < 40_000; draw += 1) {
        means += model.drawMean(history, random);
        totals += model.drawTotal(history, 3, random);
      }
      expectClose(means / 40_000, model.expectedMean(history)!, 0.01);
      expectClose(totals / 120_000, model.expectedMean(history)!, 0.01);
    }
    expect(model.drawTotal({ x: 2, mean: 9 }, 0, random)).toBe(0);
  });
});

describe('Gamma-Gamma with q ≤ 1', () => {
  it('has no population mean, but one for a customer with history', () => {
    const model = gammaGamma([2, 0.9, 10]);
    expect(model.populationMean).toBeNull();
    expect(model.expectedMean({ x: 0, mean: 0 })).toBeNull();
    expectClose(model.expectedMean({ x: 2, mean: 20 }), (2 * 50) / 3.9);
    expect(gammaGamma([2, 1, 10]).populationMean).toBeNull();
  });

  it('draws finite values whatever the parameters', () => {
    const random = createRandom(3, 'spend');
    for (const q of [1e-3, 0.2, 1]) {
      const model = gammaGamma([0.5, q, 10]);
      for (let draw = 0; draw < 500; draw += 1) {
        expect(Number.isFinite(model.drawMean({ x: 0, mean: 0 }, random))).toBe(true);
        expect(Number.isFinite(model.drawTotal({ x: 0, mean: 0 }, 2, random))).toBe(true);
      }
    }
  });

  it('refuses parameters that are not positive', () => {
    expect(() => gammaGamma([1, 0, 1])).toThrow(RangeError);
    expect(() => gammaGamma([1, 1])).toThrow(RangeError);
  });
});
