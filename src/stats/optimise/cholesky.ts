/** A square matrix, one row after another. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L with L·Lᵀ = matrix; null when the symmetric matrix is not positive definite (to rounding). */
export function cholesky(matrix: Matrix): Matrix | null {
  const lower: number[][] = [];
  for (const [row, values] of matrix.entries()) {
    const line: number[] = Array.from(values, () => 0);
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? line : lower[column]!;
      let sum = values[column]!;
      for (let k = 0; k < column; k += 1) sum -= line[k]! * other[k]!;
      if (column < row) line[column] = sum / other[column]!;
      else if (sum > 1e-15 * Math.abs(values[row]!)) line[row] = Math.sqrt(sum);
      else return null;
    }
    lower.push(line);
  }
  return lower;
}

/** x with L·Lᵀ·x = right, for the lower triangle of `cholesky`. */
export function solve(lower: Matrix, right: readonly number[]): number[] {
  const size = right.length;
  const x = [...right];
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= lower[row]![k]! * x[k]!;
    x[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row]! -= lower[k]![row]! * x[k]!;
    x[row]! /= lower[row]![row]!;
  }
  return x;
}

/** The inverse of the matrix with this lower triangle. */
export function inverse(lower: Matrix): Matrix {
  return lower.map((_, column) =>
    solve(
      lower,
      lower.map((__, row) => (row === column ? 1 : 0)),
    ),
  );
}
