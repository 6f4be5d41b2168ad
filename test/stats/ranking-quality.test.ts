import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision, topShare } from '../../src/stats/ranking-quality.ts';
import { scoredSample } from './scored-sample.ts';

const { scores, second, outcomes, weights } = scoredSample;
const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), { minLength: 2, maxLength: 60 });

describe('average precision', () => {
  it('is that of scikit-learn 1.9.1, ties and weights included', () => {
    expect(averagePrecision({ scores, outcomes })).toBeCloseTo(0.9170819327731092, 14);
    expect(averagePrecision({ scores, outcomes, weights })).toBeCloseTo(0.9216989006606718, 14);
    expect(averagePrecision({ scores: second, outcomes })).toBeCloseTo(0.8355730533771705, 14);
  });

  it('is 1 for a perfect ranking and the share of events for a constant one', () => {
    expect(averagePrecision({ scores: [1, 2, 3, 4], outcomes: [0, 0, 1, 1] })).toBe(1);
    expect(averagePrecision({ scores: [1, 1, 1, 1], outcomes: [0, 0, 0, 1] })).toBe(0.25);
  });

  it('does not exist without both classes', () => {
    expect(averagePrecision({ scores: [], outcomes: [] })).toBeNull();
    expect(averagePrecision({ scores: [1, 2], outcomes: [1, 1] })).toBeNull();
    expect(averagePrecision({ scores: [1, 2], outcomes: [0, 0] })).toBeNull();
    expect(averagePrecision({ scores: [1, 2], outcomes: [0, 1], weights: [1, 0] })).toBeNull();
  });

  it('depends on the order alone, not on the scale nor on the order of the rows', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const value = averagePrecision({ scores: rows.map(([score]) => score), outcomes: rows.map(([, outcome]) => outcome) });
        const turned = rows.toReversed();
        const other = averagePrecision({ scores: turned.map(([score]) => score ** 3 - 7), outcomes: turned.map(([, outcome]) => outcome) });
        fc.pre(value !== null);
        expect(other).toBeCloseTo(value, 13);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the top share', () => {
  it('catches what lies in it: two of three events in the best fifth of ten', () => {
    const data = { scores: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], outcomes: [1, 1, 0, 0, 0, 1, 0, 0, 0, 0] };
    const top = topShare(data, 0.2)!;
    expect(top).toMatchObject({ share: 0.2, cases: 2, events: 2, eventsOfAll: 3 });
    expect(top.gain).toBeCloseTo(2 / 3, 15);
    expect(top.lift).toBeCloseTo(10 / 3, 14);
  });

  it('counts a tie across the border in proportion', () => {
    const top = topShare({ scores: [5, 5, 5, 5, 1, 1, 1, 1, 1, 1], outcomes: [1, 0, 1, 0, 0, 0, 0, 0, 0, 1] }, 0.1)!;
    expect(top).toMatchObject({ cases: 1, events: 0.5 });
    expect(top.gain).toBeCloseTo(1 / 6, 15);
    expect(top.lift).toBeCloseTo(5 / 3, 14);
  });

  it('of everything has gain and lift 1, and a constant score has lift 1 everywhere', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.01, max: 1, noNaN: true }), (rows, share) => {
        const data = { scores: rows.map(([score]) => score), outcomes: rows.map(([, outcome]) => outcome) };
        const all = topShare(data, 1);
        fc.pre(all !== null);
        expect(all.gain).toBeCloseTo(1, 13);
        expect(all.lift).toBeCloseTo(1, 13);
        expect(topShare({ ...data, scores: rows.map(() => 3) }, share)!.lift).toBeCloseTo(1, 12);
        const part = topShare(data, share)!;
        expect(part.lift).toBeLessThanOrEqual((1 / share) * (1 + 1e-12));
        expect(part.gain).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not exist without both classes, nor for a share of nothing', () => {
    expect(topShare({ scores: [1, 2], outcomes: [0, 0] }, 0.1)).toBeNull();
    expect(() => topShare({ scores: [1, 2], outcomes: [0, 1] }, 0)).toThrow(RangeError);
    expect(() => topShare({ scores: [1, 2], outcomes: [0, 1] }, 1.1)).toThrow(RangeError);
  });
});
