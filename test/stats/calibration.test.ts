import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationQuality, calibrationTable } from '../../src/stats/calibration.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { scoredSample } from './scored-sample.ts';

const { scores: probabilities, outcomes, weights } = scoredSample;

describe('the calibration table', () => {
  it('has bins of equal size where predictions differ', () => {
    const data = { probabilities: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], outcomes: [0, 0, 1, 0, 1, 1] };
    const table = calibrationTable(data, { bins: 3 });
    expect(table.map(({ cases, events, from, to }) => [cases, events, from, to])).toEqual([
      [2, 0, 0.1, 0.2],
      [2, 1, 0.3, 0.4],
      [2, 2, 0.5, 0.6],
    ]);
    expect(table[1]!.predicted).toBeCloseTo(0.35, 15);
    expect(table[1]).toMatchObject({ observed: 0.5, interval: wilson(1, 2) });
  });

  it('keeps equal predictions together, so that bins can be missing', () => {
    const table = calibrationTable({ probabilities: [0.2, 0.2, 0.2, 0.2, 0.2, 0.9], outcomes: [0, 1, 0, 0, 0, 1] }, { bins: 3 });
    expect(table.map(({ cases, predicted, observed }) => [cases, predicted, observed])).toEqual([
      [5, 0.2, 0.2],
      [1, 0.9, 1],
    ]);
  });

  it('is empty without cases, and refuses what is no probability', () => {
    expect(calibrationTable({ probabilities: [], outcomes: [] })).toEqual([]);
    expect(calibrationTable({ probabilities: [0.5], outcomes: [1], weights: [0] })).toEqual([]);
    expect(() => calibrationTable({ probabilities: [1.01], outcomes: [1] })).toThrow(RangeError);
    expect(() => calibrationTable({ probabilities: [Number.NaN], outcomes: [1] })).toThrow(RangeError);
  });

  it('holds every case once and rises', () => {
    const row = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (rows, bins) => {
        const data = { probabilities: rows.map(([p]) => p), outcomes: rows.map(([, y]) => y), weights: rows.map(([, , w]) => w) };
        const table = calibrationTable(data, { bins });
        expect(table.length).toBeLessThanOrEqual(bins);
        expect(table.reduce((sum, bin) => sum + bin.cases, 0)).toBe(data.weights.reduce((sum, weight) => sum + weight, 0));
        for (const [index, bin] of table.entries()) {
          expect(bin.from).toBeLessThanOrEqual(bin.predicted);
          expect(bin.predicted).toBeLessThanOrEqual(bin.to);
          expect(bin.interval.low).toBeLessThanOrEqual(bin.observed);
          expect(bin.interval.high).toBeGreaterThanOrEqual(bin.observed);
          if (index > 0) expect(bin.from).toBeGreaterThan(table[index - 1]!.to);
        }
      }),
    );
  });
});

describe('the quality of a calibration', () => {
  it('has the Brier score of scikit-learn 1.9.1', () => {
    expect(calibrationQuality({ probabilities, outcomes })!.brier).toBeCloseTo(0.13275, 14);
    expect(calibrationQuality({ probabilities, outcomes, weights })!.brier).toBeCloseTo(0.12438953488372095, 14);
  });

  it('has the slope and the shift of statsmodels 0.15.0 (Logit, and GLM with an offset)', () => {
    const { slope, inTheLarge } = calibrationQuality({ probabilities, outcomes })!;
    expect(slope!.value).toBeCloseTo(1.73660756, 7);
    expect(slope!.interval.low).toBeCloseTo(0.66091274, 7);
    expect(slope!.interval.high).toBeCloseTo(2.81230238, 7);
    expect(inTheLarge!.value).toBeCloseTo(-0.39165456, 7);
    expect(inTheLarge!.interval.low).toBeCloseTo(-1.15143875, 7);
    expect(inTheLarge!.interval.high).toBeCloseTo(0.36812962, 7);
  });

  it('weighs the errors of the bins by their cases and names the largest', () => {
    const data = { probabilities: [0.2, 0.8], outcomes: [0.3, 0.75], weights: [10, 40] };
    const quality = calibrationQuality(data)!;
    expect(quality.expectedError).toBeCloseTo((10 * 0.1 + 40 * 0.05) / 50, 14);
    expect(quality.largestError).toBeCloseTo(0.1, 14);
    expect(quality.meanPredicted).toBeCloseTo(0.68, 14);
    expect(quality.meanObserved).toBeCloseTo(0.66, 14);
    expect(quality.brierOfMean).toBeCloseTo(0.66 * 0.34, 14);
  });

  it('has no shift with one class, no slope with one prediction, and counts certainties as nearly certain', () => {
    const oneClass = calibrationQuality({ probabilities: [0.2, 0.4], outcomes: [0, 0] })!;
    expect(oneClass).toMatchObject({ inTheLarge: null, slope: null, events: 0 });
    const onePrediction = calibrationQuality({ probabilities: [0.2, 0.2, 0.2, 0.2], outcomes: [0, 1, 0, 1] })!;
    expect(onePrediction.slope).toBeNull();
    expect(onePrediction.inTheLarge!.value).toBeCloseTo(Math.log(4), 10);
    expect(calibrationQuality({ probabilities: [0.2, 0.4, 0.6, 0.8], outcomes: [0, 0, 1, 1] })!.slope).toBeNull();
    const certain = calibrationQuality({ probabilities: [0, 1, 0, 1, 0.5], outcomes: [0, 1, 1, 0, 1] })!;
    for (const value of [certain.inTheLarge!.value, certain.slope!.value, certain.brier]) expect(Number.isFinite(value)).toBe(true);
    expect(calibrationQuality({ probabilities: [], outcomes: [] })).toBeNull();
  });
});
