import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/stats/multiple-tests.ts';

const pValues = [0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 0.9, 0.0001];

function expectClose(actual: readonly (number | null)[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 14);
}

describe('adjusted p-values', () => {
  it('by Holm are those of statsmodels 0.15.0', () => {
    expectClose(holm(pValues), [0.06, 0.16, 0.15, 0.035, 1, 0.16, 1, 0.0008]);
  });

  it('by Benjamini and Hochberg are those of statsmodels 0.15.0', () => {
    const third = 0.05333333333333334;
    expectClose(benjaminiHochberg(pValues), [0.02666666666666667, third, third, 0.02, 0.5714285714285714, third, 0.9, 0.0008]);
  });

  it.each([holm, benjaminiHochberg])('leave out what could not be tested (%o)', (adjust) => {
    expect(adjust([])).toEqual([]);
    expect(adjust([null, 0.03, null])).toEqual([null, 0.03, null]);
    expect(() => adjust([1.2])).toThrow(RangeError);
    expect(() => adjust([Number.NaN])).toThrow(RangeError);
  });

  it('keep the order, lie between p and 1, and Holm is the stricter', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
        const strict = holm(values).map((p) => p!);
        const mild = benjaminiHochberg(values).map((p) => p!);
        for (const [index, p] of values.entries()) {
          expect(mild[index]).toBeGreaterThanOrEqual(p);
          expect(strict[index]).toBeGreaterThanOrEqual(mild[index]! * (1 - 1e-15));
          expect(strict[index]).toBeLessThanOrEqual(1);
          for (const [other, q] of values.entries()) {
            if (p > q) continue;
            expect(strict[index]).toBeLessThanOrEqual(strict[other]!);
            expect(mild[index]).toBeLessThanOrEqual(mild[other]!);
          }
        }
      }),
    );
  });
});
