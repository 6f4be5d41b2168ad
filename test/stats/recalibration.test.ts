import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { fitRecalibration, isBeyond, recalibrate, steepest } from '../../src/stats/recalibration.ts';
import { scoredSample } from './scored-sample.ts';

/** Predictions that are too low by a square root: the event happens with the square root of what is predicted. */
function tooLow(cases: number): { probabilities: number[]; outcomes: number[] } {
  const random = createRandom(4, 'recalibration');
  const probabilities = Array.from({ length: cases }, () => random.next());
  return { probabilities, outcomes: probabilities.map((probability) => (random.next() < Math.sqrt(probability) ? 1 : 0)) };
}

describe('recalibration', () => {
  it('of few events is Platt’s: the values of scikit-learn 1.9.1 (sigmoid) and statsmodels 0.15.0 on the log-odds', () => {
    const map = fitRecalibration({ probabilities: scoredSample.scores, outcomes: scoredSample.outcomes })!;
    expect(map).toMatchObject({ kind: 'platt', slope: expect.closeTo(1.28259366, 7), intercept: expect.closeTo(-0.49530316, 7) });
  });

  it('of many events is isotonic and brings predictions near the truth', () => {
    const map = fitRecalibration(tooLow(4000))!;
    expect(map.kind).toBe('isotonic');
    for (const probability of [0.1, 0.25, 0.5, 0.75])
      expect(Math.abs(recalibrate(map, probability) - Math.sqrt(probability))).toBeLessThan(0.06);
  });

  it('does not run off where a few cases at the end all had the event', () => {
    const rows = Array.from({ length: 2000 }, (_, row) => row);
    const data = {
      probabilities: rows.map((row) => (row + 0.5) / 2000),
      outcomes: rows.map((row) => (row >= 1990 || row % 2 === 1 ? 1 : 0)),
    };
    const map = fitRecalibration(data)!;
    expect(recalibrate(map, 0.999)).toBeLessThan(0.6);
    expect(recalibrate(map, 0.001)).toBeGreaterThan(0.4);
  });

  it('is isotonic only with enough cases and enough of the smaller class', () => {
    expect(fitRecalibration(tooLow(999))!.kind).toBe('platt');
    const rare = { probabilities: [0.1, 0.2], outcomes: [0.01, 0.03], weights: [4000, 4000] };
    expect(fitRecalibration(rare)!.kind).toBe('platt');
  });

  it('gives every case the rate of all where the predictions rank the wrong way round', () => {
    expect(fitRecalibration({ probabilities: [0.9, 0.8, 0.2, 0.1], outcomes: [0, 0, 1, 1] })).toEqual({ kind: 'constant', rate: 0.5 });
    expect(fitRecalibration({ probabilities: [0.3, 0.3, 0.3], outcomes: [0, 0, 1] })).toEqual({ kind: 'constant', rate: 0.4 });
    const reversed = { probabilities: [0.9, 0.1], outcomes: [0.1, 0.9], weights: [1000, 1000] };
    expect(fitRecalibration(reversed)!.kind).toBe('constant');
  });

  it('corrects nothing where the predictions hardly differ, however well they rank: the slope would be a hundred thousand', () => {
    const rows = Array.from({ length: 423 }, (_, row) => row);
    const alike = {
      probabilities: rows.map((row) => 0.25 + row * 1e-8),
      outcomes: rows.map((row) => (row > 300 || row % 40 === 0 ? 1 : 0)),
    };
    const map = fitRecalibration(alike)!;
    expect(map).toEqual({ kind: 'none' });
    expect([0.01, 0.25, 0.84].map((probability) => recalibrate(map, probability))).toEqual([0.01, 0.25, 0.84]);
    const many = { ...alike, weights: rows.map(() => 10) };
    expect(fitRecalibration(many)).toEqual({ kind: 'none' });
  });

  it('has a bound for the slope, and expects as many events as there were with it', () => {
    const data = { probabilities: [0.48, 0.5, 0.52], outcomes: [0.05, 0.5, 0.95], weights: [100, 100, 100] };
    expect(fitRecalibration(data)).toMatchObject({ kind: 'platt', slope: steepest });
    const close = { probabilities: [0.45, 0.55], outcomes: [0.1, 0.5], weights: [300, 100] };
    const map = fitRecalibration(close)!;
    expect(map).toMatchObject({ kind: 'platt', slope: 4 });
    const expected = 300 * recalibrate(map, 0.45) + 100 * recalibrate(map, 0.55);
    expect(expected).toBeGreaterThan(79.5);
    expect(expected).toBeLessThan(80.5);
  });

  it('takes predictions beyond those that it saw for the nearest of them', () => {
    const map = fitRecalibration({ probabilities: [0.2, 0.4, 0.6], outcomes: [0.1, 0.4, 0.7], weights: [50, 50, 50] })!;
    expect(recalibrate(map, 0.99)).toBe(recalibrate(map, 0.6));
    expect(recalibrate(map, 0.01)).toBe(recalibrate(map, 0.2));
    expect([0.01, 0.2, 0.6, 0.99].map((probability) => isBeyond(map, probability))).toEqual([true, false, false, true]);
  });

  it('does not exist without both classes', () => {
    expect(fitRecalibration({ probabilities: [], outcomes: [] })).toBeNull();
    expect(fitRecalibration({ probabilities: [0.2, 0.6], outcomes: [0, 0] })).toBeNull();
  });

  it('draws straight lines through the centres of the blocks and is flat beyond them', () => {
    const map = { kind: 'isotonic', predicted: [0.2, 0.6], calibrated: [0.1, 0.5] } as const;
    expect([0, 0.2, 0.4, 0.6, 1].map((probability) => recalibrate(map, probability))).toEqual([
      0.1,
      0.1,
      expect.closeTo(0.3, 15),
      0.5,
      0.5,
    ]);
  });

  it('never turns the order round, stays inside (0, 1) and never makes anybody certain', () => {
    const row = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), fc.constantFrom(1, 400), place, place, (rows, weight, a, b) => {
        const data = { probabilities: rows.map(([p]) => p), outcomes: rows.map(([, y]) => y), weights: rows.map(() => weight) };
        const map = fitRecalibration(data);
        fc.pre(map !== null);
        const [low, high] = [recalibrate(map, Math.min(a, b)), recalibrate(map, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (map.kind === 'isotonic') expect(map.calibrated.every((value) => value > 0 && value < 1)).toBe(true);
      }),
    );
  });
});
