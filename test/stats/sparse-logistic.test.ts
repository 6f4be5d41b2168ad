import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { fitLogisticRegression, predictProbabilities } from '../../src/stats/logistic-regression.ts';
import { fitSparseLogistic, logOddsOfRow, type SparseRows } from '../../src/stats/sparse-logistic.ts';

/** Dense columns as sparse rows: zeros are left out. */
function sparse(columns: readonly (readonly number[])[]): SparseRows {
  const rows = columns[0]?.length ?? 0;
  const [starts, features, values]: number[][] = [[0], [], []];
  for (let row = 0; row < rows; row += 1) {
    // In any order.
    for (const [feature, column] of [...columns.entries()].toReversed()) {
      if (column[row] === 0) continue;
      features!.push(feature);
      values!.push(column[row]!);
    }
    starts!.push(features!.length);
  }
  return {
    starts: Uint32Array.from(starts!),
    features: Uint16Array.from(features!),
    values: Float64Array.from(values!),
    width: columns.length,
  };
}

describe('a logistic regression over features that are mostly 0', () => {
  const random = createRandom(7, 'sparse');
  const rows = 400;
  const columns = [0.3, 0.1, 0.02].map((share) => Array.from({ length: rows }, () => (random.chance(share) ? 1 : 0)));
  const numbers = Array.from({ length: rows }, () => (random.chance(0.2) ? 0 : random.bell(3, 2)));
  const features = [...columns, numbers, Array.from({ length: rows }, () => 0)];
  const outcomes = Array.from({ length: rows }, (_, row) =>
    random.chance(columns[0]![row] === 1 ? 0.7 : 0.1 + 0.05 * Math.max(0, numbers[row]!)) ? 1 : 0,
  );
  const all = new Uint8Array(rows).fill(1);

  it.each([0.1, 1, 50])('is the one of all features with penalty %d', (penalty) => {
    const model = fitSparseLogistic(sparse(features), outcomes, all, penalty)!;
    const dense = fitLogisticRegression({ features, outcomes }, penalty)!;
    const probabilities = predictProbabilities(dense, features);
    for (let row = 0; row < rows; row += 1) {
      const logOdds = logOddsOfRow(sparse(features), model, row);
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(probabilities[row]!, 7);
    }
    expect(model.coefficients[4]).toBe(0);
  });

  it('learns from the rows that are used alone', () => {
    const used = Uint8Array.from(all, (_, row) => (row % 2 === 0 ? 1 : 0));
    const half = (values: readonly number[]): number[] => values.filter((_, row) => row % 2 === 0);
    const model = fitSparseLogistic(sparse(features), outcomes, used, 1)!;
    const dense = fitLogisticRegression({ features: features.map(half), outcomes: half(outcomes) }, 1)!;
    expect(model.coefficients[0]).toBeCloseTo(dense.coefficients[0]! / dense.scales[0]!, 7);
  });

  it('is none where all or none had the event, and needs a penalty', () => {
    expect(fitSparseLogistic(sparse([[1, 0]]), [1, 1], new Uint8Array(2).fill(1), 1)).toBeNull();
    expect(() => fitSparseLogistic(sparse([[1, 0]]), [1, 0], new Uint8Array(2).fill(1), 0)).toThrow(RangeError);
  });
});
