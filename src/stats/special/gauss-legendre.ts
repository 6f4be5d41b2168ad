/** Nodes in (0, 1) and weights that sum to 1. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Legendre rule of `size` nodes on [0, 1], exact for polynomials up to degree 2 · size − 1: the zeros of the Legendre
 * polynomial by Newton's method from Tricomi's estimate. DLMF 3.5(v), 18.9.1, 18.16.
 */
export function gaussLegendre(size: number): Quadrature {
  const nodes = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    let x = Math.cos((Math.PI * (index + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step += 1) {
      const [value, previous] = legendre(size, x);
      slope = (size * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[index] = (1 - x) / 2;
    weights[index] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** P_n(x) and P_{n−1}(x). */
function legendre(n: number, x: number): [number, number] {
  let [previous, value] = [1, x];
  for (let k = 2; k <= n; k += 1) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return [value, previous];
}
