import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationTable } from '../../src/stats/calibration.ts';
import { wilson } from '../../src/stats/wilson.ts';

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

  it('has the bins of another order where one is given', () => {
    const data = { probabilities: [0.4, 0.6, 0.3, 0.9], outcomes: [0, 1, 0, 1], rank: [1, 2, 3, 4] };
    const table = calibrationTable(data, { bins: 2 });
    expect(table.map(({ cases, events, from, predicted, to }) => [cases, events, from, predicted, to])).toEqual([
      [2, 1, 0.4, 0.5, 0.6],
      [2, 1, 0.3, 0.6, 0.9],
    ]);
    expect(calibrationTable({ ...data, rank: [1, 1, 1, 1] })).toMatchObject([{ cases: 4, predicted: 0.55, observed: 0.5 }]);
    expect(() => calibrationTable({ ...data, probabilities: [0.4, 0.6, 0.3, 1.2] })).toThrow(RangeError);
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
