import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/stats/optimise/eigen.ts';

describe('eigenvalues of a symmetric matrix', () => {
  it('are those of two by hand', () => {
    const values = symmetricEigen([
      [2, 1],
      [1, 2],
    ]).map((one) => one.value);
    expect(values.toSorted((first, second) => first - second)).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
  });

  it('and their vectors build the matrix again', () => {
    const entry = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (entries) => {
        const at = (i: number, j: number): number =>
          entries[Math.min(i, j) * 4 - (Math.min(i, j) * (Math.min(i, j) - 1)) / 2 + Math.abs(i - j)]!;
        const matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => at(i, j)));
        const directions = symmetricEigen(matrix);
        for (const [i, row] of matrix.entries()) {
          for (const [j, expected] of row.entries()) {
            const sum = directions.reduce((total, { value, vector }) => total + value * vector[i]! * vector[j]!, 0);
            expect(Math.abs(sum - expected)).toBeLessThan(1e-10);
          }
        }
      }),
    );
  });
});
