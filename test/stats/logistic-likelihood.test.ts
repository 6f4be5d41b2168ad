import { describe, expect, it } from 'vitest';
import { logistic, logisticLikelihood, logOddsOf } from '../../src/stats/logistic-likelihood.ts';

/** More rows than one block holds, the last block not full. */
const length = 700;
const column = Array.from({ length }, (_, row) => ((row * 37) % 101) / 50 - 1);
const rows = {
  design: Float64Array.from([...Array<number>(length).fill(1), ...column]),
  outcomes: column.map((value, row) => (((row * 7919) % 13) / 13 < (value + 1) / 2 ? 1 : 0)),
  weights: column.map((_, row) => row % 4),
  totalWeight: 1050,
};
const at = [0.3, -0.8] as const;

describe('the penalised log-likelihood of a logistic regression', () => {
  it('is the sum over the rows, less the penalty', () => {
    const direct = column.reduce((sum, value, row) => {
      const p = 1 / (1 + Math.exp(-(at[0] + at[1] * value)));
      return sum + rows.weights[row]! * Math.log(rows.outcomes[row] === 1 ? p : 1 - p);
    }, 0);
    expect(logisticLikelihood(rows, 3, at).value).toBeCloseTo((direct - 1.5 * 0.64) / 1050, 12);
  });

  it('has the derivatives of its differences, with six columns', () => {
    const columns = [1, 2, 3, 4, 5].map((step) => column.map((_, row) => ((row * (31 + step * step)) % (90 + step)) / 50 - 1));
    const wide = { ...rows, design: Float64Array.from([...Array<number>(length).fill(1), ...columns.flat()]) };
    const point = [0.3, -0.8, 0.2, 0.5, -0.1, 0.9];
    const { gradient, hessian } = logisticLikelihood(wide, 3, point);
    const step = 1e-5;
    for (const index of point.keys()) {
      const shifted = (by: number) =>
        logisticLikelihood(
          wide,
          3,
          point.map((value, place) => (place === index ? value + by : value)),
        );
      const [above, below] = [shifted(step), shifted(-step)];
      expect(gradient[index]).toBeCloseTo((above.value - below.value) / (2 * step), 8);
      for (const other of point.keys()) {
        expect(hessian[other]![index]).toBeCloseTo((above.gradient[other]! - below.gradient[other]!) / (2 * step), 8);
      }
    }
  });

  it('stays finite at hopeless log-odds', () => {
    const { value, gradient } = logisticLikelihood(rows, 0, [2000, 0]);
    expect(value).toBeLessThan(-500);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

describe('log-odds and probabilities', () => {
  it('undo each other and never leave their ranges', () => {
    expect(logistic(logOddsOf(0.2))).toBeCloseTo(0.2, 15);
    expect(logistic(-800)).toBe(0);
    expect(logistic(800)).toBe(1);
    expect(logOddsOf(0)).toBeCloseTo(-20.7, 1);
    expect(logOddsOf(1)).toBeCloseTo(20.7, 1);
  });
});
