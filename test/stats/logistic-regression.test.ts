import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { fitLogisticRegression, type LogisticModel, predictProbabilities } from '../../src/stats/logistic-regression.ts';

/** Spector & Mazzeo (1980), as statsmodels 0.15.0 carries it: GPA, TUCE, PSI and whether the grade improved. */
const features = [
  [
    2.66, 2.89, 3.28, 2.92, 4, 2.86, 2.76, 2.87, 3.03, 3.92, 2.63, 3.32, 3.57, 3.26, 3.53, 2.74, 2.75, 2.83, 3.12, 3.16, 2.06, 3.62, 2.89,
    3.51, 3.54, 2.83, 3.39, 2.67, 3.65, 4, 3.1, 2.39,
  ],
  [20, 22, 24, 12, 21, 17, 17, 21, 25, 29, 20, 23, 23, 25, 26, 19, 25, 19, 23, 25, 22, 28, 14, 26, 24, 27, 17, 24, 21, 23, 21, 19],
  [...Array<number>(18).fill(0), ...Array<number>(14).fill(1)],
];
const outcomes = [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1];

function expectModel(model: LogisticModel, intercept: number, coefficients: number[], digits = 9): void {
  expect(model.intercept).toBeCloseTo(intercept, digits);
  for (const [index, value] of coefficients.entries()) expect(model.coefficients[index]).toBeCloseTo(value, digits);
}

describe('logistic regression', () => {
  it('without a penalty has the coefficients, errors and likelihood of statsmodels 0.15.0 Logit', () => {
    const model = fitLogisticRegression({ features, outcomes }, 0)!;
    expectModel(model, -1.0836269594691563, [1.298210326630866, 0.3654115371302994, 1.1800154966393248]);
    expect(model.logLikelihood).toBeCloseTo(-12.889634222131415, 11);
    expect(model.interceptStandardError).toBeCloseTo(0.5574103079498883, 8);
    for (const [index, error] of [0.5801478501857747, 0.5435772502822981, 0.5281073010090541].entries()) {
      expect(model.standardErrors[index]).toBeCloseTo(error, 8);
    }
    for (const [index, raw] of [2.82611259488932, 0.0951576613179094, 2.3786876550933536].entries()) {
      expect(model.coefficients[index]! / model.scales[index]!).toBeCloseTo(raw, 8);
    }
    expect(model).toMatchObject({ cases: 32, events: 11, penalty: 0 });
  });

  it('with a penalty is scikit-learn 1.9.1 LogisticRegression(C = 1 / penalty) on standardised features', () => {
    const one = fitLogisticRegression({ features, outcomes }, 1)!;
    expectModel(one, -0.9264596502825871, [0.9774980035498108, 0.32708422108900853, 0.8930148664732906]);
    expect(one.interceptStandardError).toBeCloseTo(0.4812863993817744, 9);
    expect(one.standardErrors[0]).toBeCloseTo(0.44615246382559365, 9);
    expect(one.logLikelihood).toBeCloseTo(-13.161048708766033, 9);
    const probabilities = predictProbabilities(one, features);
    for (const [row, value] of [0.05458193342862226, 0.10045822184122508, 0.23292077321311244].entries()) {
      expect(probabilities[row]).toBeCloseTo(value, 9);
    }
    const five = fitLogisticRegression({ features, outcomes }, 5)!;
    expectModel(five, -0.7637202539982677, [0.5813349322079069, 0.2502023173755671, 0.5261725796820775]);
  });

  it('with weights is scikit-learn’s with sample_weight, and that of repeated rows', () => {
    const weights = outcomes.map((_, row) => (row % 3) + 1);
    const model = fitLogisticRegression({ features, outcomes, weights }, 2)!;
    expectModel(model, -0.9279721562249161, [0.9209645004812417, 0.0834995733945322, 0.9892514251776228]);
    expect(model.means[0]).toBeCloseTo(3.122063492063492, 13);
    expect(model.scales[1]).toBeCloseTo(3.5989416433697494, 13);
    const repeat = (values: number[]) => values.flatMap((value, row) => Array<number>(weights[row]!).fill(value));
    const repeated = fitLogisticRegression({ features: features.map(repeat), outcomes: repeat(outcomes) }, 2)!;
    expectModel(repeated, model.intercept, [...model.coefficients]);
    expect(repeated.standardErrors[2]).toBeCloseTo(model.standardErrors[2]!, 9);
  });

  it('takes groups as shares with weights', () => {
    const grouped = fitLogisticRegression({ features: [[1, 2]], outcomes: [0.25, 0.6], weights: [4, 5] }, 0.5)!;
    const rows = fitLogisticRegression({ features: [[1, 1, 1, 1, 2, 2, 2, 2, 2]], outcomes: [1, 0, 0, 0, 1, 1, 1, 0, 0] }, 0.5)!;
    expectModel(rows, grouped.intercept, [...grouped.coefficients]);
  });

  it('is held by the penalty where a feature separates the outcomes, and does not exist without', () => {
    const data = { features: [[1, 2, 3, 4, 5, 6]], outcomes: [0, 0, 0, 1, 1, 1] };
    const model = fitLogisticRegression(data, 1)!;
    expect(model.coefficients[0]).toBeGreaterThan(0.5);
    expect(model.coefficients[0]).toBeLessThan(3);
    expect(fitLogisticRegression(data, 1e-6)!.coefficients[0]).toBeGreaterThan(10);
    expect(fitLogisticRegression(data, 0)).toBeNull();
    expect(fitLogisticRegression({ features: [[0, 0, 0, 1, 1]], outcomes: [0, 1, 0, 1, 1] }, 0)).toBeNull();
  });

  it('gives a feature that does not vary no weight, and shares between features that repeat each other', () => {
    const model = fitLogisticRegression({ features: [features[0]!, features[0]!.map(() => 0.1), features[0]!], outcomes }, 1)!;
    expect(model.coefficients[1]).toBe(0);
    expect(model.standardErrors[1]).toBeNull();
    expect(model.coefficients[0]).toBeCloseTo(model.coefficients[2]!, 9);
    expect(fitLogisticRegression({ features: [features[0]!, features[0]!], outcomes }, 0)).toBeNull();
  });

  it('does not exist where one class is empty', () => {
    expect(fitLogisticRegression({ features: [[1, 2]], outcomes: [0, 0] }, 1)).toBeNull();
    expect(fitLogisticRegression({ features: [[1, 2]], outcomes: [1, 1] }, 1)).toBeNull();
    expect(fitLogisticRegression({ features: [[]], outcomes: [] }, 1)).toBeNull();
  });

  it('refuses what it cannot use', () => {
    expect(() => fitLogisticRegression({ features: [[1, Number.NaN]], outcomes: [0, 1] }, 1)).toThrow(RangeError);
    expect(() => fitLogisticRegression({ features: [[1, 2]], outcomes: [0, 2] }, 1)).toThrow(RangeError);
    expect(() => fitLogisticRegression({ features: [[1]], outcomes: [0, 1] }, 1)).toThrow(RangeError);
    expect(() => fitLogisticRegression({ features: [[1, 2]], outcomes: [0, 1], weights: [1, -1] }, 1)).toThrow(RangeError);
    expect(() => fitLogisticRegression({ features: [[1, 2]], outcomes: [0, 1] }, -1)).toThrow(RangeError);
  });

  it('does not depend on the scale of a feature, and never has a smaller spread of log-odds with a smaller penalty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (seed, scale) => {
        const random = createRandom(seed, 'rows');
        const columns = [0, 1].map(() => Array.from({ length: 40 }, () => random.bell(0, 1)));
        const events = columns[0]!.map((value) => (random.chance(value > 0 ? 0.7 : 0.3) ? 1 : 0));
        const model = fitLogisticRegression({ features: columns, outcomes: events }, 1);
        fc.pre(model !== null);
        const scaled = fitLogisticRegression(
          { features: [columns[0]!.map((value) => value * scale + 5), columns[1]!], outcomes: events },
          1,
        )!;
        expectModel(scaled, model.intercept, [...model.coefficients], 7);
        const stricter = fitLogisticRegression({ features: columns, outcomes: events }, 10)!;
        const length = ({ coefficients }: LogisticModel) => coefficients.reduce((sum, value) => sum + value * value, 0);
        expect(length(stricter)).toBeLessThanOrEqual(length(model) + 1e-12);
      }),
      { numRuns: 40 },
    );
  });
});
