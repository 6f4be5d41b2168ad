import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, compareAreas } from '../../src/stats/area-under-curve.ts';
import { scoredSample } from './scored-sample.ts';

const { scores, second, outcomes, weights } = scoredSample;

describe('the area under the ROC curve', () => {
  it('is that of scikit-learn 1.9.1, with the interval of DeLong by its definition in numpy', () => {
    const { area, interval, events, others } = areaUnderCurve({ scores, outcomes })!;
    expect(area).toBeCloseTo(0.91125, 14);
    expect({ events, others }).toEqual({ events: 20, others: 20 });
    expect(interval.low).toBeCloseTo(0.7795754737404951, 12);
    expect(interval.high).toBeCloseTo(0.9675414242155624, 12);
  });

  it('takes weights for repeated cases', () => {
    const weighted = areaUnderCurve({ scores, outcomes, weights })!;
    expect(weighted.area).toBeCloseTo(0.9218073593073592, 14);
    const repeat = (values: number[]) => values.flatMap((value, row) => Array<number>(weights[row]!).fill(value));
    const repeated = areaUnderCurve({ scores: repeat(scores), outcomes: repeat(outcomes) })!;
    expect(weighted.interval.low).toBeCloseTo(repeated.interval.low, 12);
    expect(weighted.interval.high).toBeCloseTo(repeated.interval.high, 12);
  });

  it('takes a share for an outcome: three of four with the event', () => {
    const grouped = areaUnderCurve({ scores: [1, 2], outcomes: [0.25, 0.75], weights: [4, 4] })!;
    const spread = areaUnderCurve({ scores: [1, 1, 1, 1, 2, 2, 2, 2], outcomes: [1, 0, 0, 0, 1, 1, 1, 0] })!;
    expect(grouped.area).toBe(0.75);
    expect(grouped.interval.low).toBeCloseTo(spread.interval.low, 13);
  });

  it('of a perfect ranking is 1 but not certain: the lower end is as far from 1 as Newcombe has it', () => {
    const { area, interval } = areaUnderCurve({ scores: [1, 2, 3, 4, 5, 6], outcomes: [0, 0, 0, 1, 1, 1] })!;
    expect(area).toBe(1);
    expect(interval.high).toBe(1);
    const { low } = interval;
    const variance = (low * (1 - low) * (1 + (2 * (1 - low)) / (2 - low) + (2 * low) / (1 + low))) / 9;
    expect(1 - low).toBeCloseTo(1.959963984540054 * Math.sqrt(variance), 12);
    expect(low).toBeGreaterThan(0.3);
    expect(low).toBeLessThan(0.7);
  });

  it('exists with one case a class, not without', () => {
    expect(areaUnderCurve({ scores: [1, 1], outcomes: [0, 1] })!.area).toBe(0.5);
    expect(areaUnderCurve({ scores: [1, 2], outcomes: [1, 1] })).toBeNull();
    expect(areaUnderCurve({ scores: [], outcomes: [] })).toBeNull();
  });

  it('is kept by rising maps, mirrored by falling ones, and lies in its interval', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 1)), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(rows, (sample) => {
        const data = { scores: sample.map(([score]) => score), outcomes: sample.map(([, outcome]) => outcome) };
        const result = areaUnderCurve(data);
        fc.pre(result !== null);
        expect(areaUnderCurve({ ...data, scores: data.scores.map((score) => Math.exp(score)) })).toEqual(result);
        expect(areaUnderCurve({ ...data, scores: data.scores.map((score) => -score) })!.area).toBeCloseTo(1 - result.area, 13);
        expect(result.interval.low).toBeLessThanOrEqual(result.area);
        expect(result.interval.high).toBeGreaterThanOrEqual(result.area);
        expect(result.interval.low).toBeGreaterThanOrEqual(0);
        expect(result.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('two rankings of the same cases', () => {
  it('differ as DeLong has it by its definition in numpy', () => {
    const { difference, interval, p } = compareAreas({ scores, outcomes }, second)!;
    expect(difference).toBeCloseTo(-0.065, 14);
    expect(interval.low).toBeCloseTo(-0.16983854884133548, 12);
    expect(interval.high).toBeCloseTo(0.039838548841335364, 12);
    expect(p).toBeCloseTo(0.22429762414480492, 12);
  });

  it('that are the same differ by nothing', () => {
    const same = compareAreas({ scores, outcomes }, scores.map(Math.exp));
    expect(same).toEqual({ difference: 0, interval: { low: 0, high: 0 }, p: 1 });
  });

  it('cannot be compared with one case in a class, or where nothing varies', () => {
    expect(compareAreas({ scores: [1, 2, 3], outcomes: [1, 0, 0] }, [3, 2, 1])).toBeNull();
    expect(compareAreas({ scores: [1, 2, 3, 4], outcomes: [0, 0, 1, 1] }, [1, 1, 1, 1])).toBeNull();
  });
});
