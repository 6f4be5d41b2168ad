import type { Matrix } from './cholesky.ts';

export interface Eigen {
  readonly value: number;
  /** Of length 1. */
  readonly vector: readonly number[];
}

const mostSweeps = 60;

/** Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations: G. H. Golub, C. F. Van Loan, Matrix Computations, 8.5. */
export function symmetricEigen(matrix: Matrix): readonly Eigen[] {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = a[p]![q]!;
        if (!(Math.abs(off) > 1e-17 * Math.hypot(a[p]![p]!, a[q]![q]!))) continue;
        rotated = true;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        rotate(a, p, q, cosine, tangent * cosine);
        rotateColumns(vectors, p, q, cosine, tangent * cosine);
      }
    }
    if (!rotated) break;
  }
  return a.map((row, index) => ({ value: row[index]!, vector: vectors.map((line) => line[index]!) }));
}

/** a ← Jᵀ a J */
function rotate(a: number[][], p: number, q: number, cosine: number, sine: number): void {
  rotateColumns(a, p, q, cosine, sine);
  for (let k = 0; k < a.length; k += 1) {
    const [first, second] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = cosine * first - sine * second;
    a[q]![k] = sine * first + cosine * second;
  }
}

/** a ← a J */
function rotateColumns(a: number[][], p: number, q: number, cosine: number, sine: number): void {
  for (const row of a) {
    const [first, second] = [row[p]!, row[q]!];
    row[p] = cosine * first - sine * second;
    row[q] = sine * first + cosine * second;
  }
}
