/** The logarithm of Γ(c + n) / Γ(c) = c (c + 1) … (c + n − 1) and its derivatives by c, for n = 0 … size. */
export interface RisingSums {
  readonly log: Float64Array;
  /** ψ(c + n) − ψ(c) */
  readonly first: Float64Array;
  /** ψ′(c + n) − ψ′(c), which is negative */
  readonly second: Float64Array;
}

/** Sums instead of differences of gamma functions: no digits are lost where c is large. c > 0. */
export function risingSums(c: number, size: number): RisingSums {
  const log = new Float64Array(size + 1);
  const first = new Float64Array(size + 1);
  const second = new Float64Array(size + 1);
  for (let n = 0; n < size; n += 1) {
    const inverse = 1 / (c + n);
    log[n + 1] = log[n]! + Math.log(c + n);
    first[n + 1] = first[n]! + inverse;
    second[n + 1] = second[n]! - inverse * inverse;
  }
  return { log, first, second };
}

/** ln Γ(c + n) − ln Γ(c) for a whole n ≥ 0 and c > 0. */
export function logRising(c: number, n: number): number {
  let sum = 0;
  for (let index = 0; index < n; index += 1) sum += Math.log(c + index);
  return sum;
}
