/** From here on the asymptotic series below are exact to double precision. */
const asymptotic = 10;

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** B₂ₖ / (2k(2k−1)) for k = 1 … 7, B the Bernoulli numbers: DLMF 5.11.1. */
const logGammaSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];
/** B₂ₖ / 2k for k = 1 … 7: DLMF 5.11.2. */
const digammaSeries = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12];
/** B₂ₖ for k = 1 … 7: the derivative of DLMF 5.11.2. */
const trigammaSeries = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];

/** The sum of coefficientₖ · inverse^k, k from 0. */
function polynomial(coefficients: readonly number[], inverse: number): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index -= 1) sum = sum * inverse + coefficients[index]!;
  return sum;
}

/** What Stirling's formula lacks: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10. DLMF 5.11.1. */
export function stirlingRemainder(x: number): number {
  return polynomial(logGammaSeries, 1 / (x * x)) / x;
}

/** ln Γ(x) for x > 0; error below 1e-15 of the larger of the result and 1. */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < asymptotic) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingRemainder(shifted) - Math.log(product);
}

/** ψ(x), the derivative of ln Γ, for x > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < asymptotic) {
    sum += 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  return Math.log(shifted) - 0.5 / shifted - inverse * polynomial(digammaSeries, inverse) - sum;
}

/** ψ′(x), the second derivative of ln Γ, for x > 0. */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < asymptotic) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  return sum + (1 + 0.5 / shifted + inverse * polynomial(trigammaSeries, inverse)) / shifted;
}

/** ln B(a, b) for a, b > 0; no digits are lost where a or b is large. DLMF 5.12.1 with 5.11.1. */
export function logBeta(a: number, b: number): number {
  let [first, second, product] = [a, b, 1];
  // B(a, b) = B(a + 1, b) · (a + b) / a
  while (first < asymptotic) {
    product *= 1 + second / first;
    first += 1;
  }
  while (second < asymptotic) {
    product *= 1 + first / second;
    second += 1;
  }
  const powers = (0.5 - first) * Math.log1p(second / first) - second * Math.log1p(first / second) - 0.5 * Math.log(second);
  const remainder = stirlingRemainder(first) + stirlingRemainder(second) - stirlingRemainder(first + second);
  return halfLogTwoPi + powers + remainder + Math.log(product);
}

/** ln Γ(c + n) − ln Γ(c) for c > 0 and n ≥ 0, whole or not; no digits are lost where c is large. DLMF 5.5.1 with 5.11.1. */
export function logGammaRatio(c: number, n: number): number {
  let [start, sum] = [c, 0];
  while (start < asymptotic) {
    sum -= Math.log1p(n / start);
    start += 1;
  }
  const remainder = stirlingRemainder(start + n) - stirlingRemainder(start);
  return sum + n * Math.log(start) + (start + n - 0.5) * Math.log1p(n / start) - n + remainder;
}
