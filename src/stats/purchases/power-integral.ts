import { gaussLegendre, type Quadrature } from '../special/gauss-legendre.ts';

/** The integrand (alpha + y)^−p (beta + y)^−q; alpha, beta, p, q > 0. */
export interface PowerProduct {
  readonly alpha: number;
  readonly p: number;
  readonly beta: number;
  readonly q: number;
}

/** The integral as a sum over nodes: ∫ g(y) (alpha + y)^−p (beta + y)^−q dy = e^scale · Σ weight · g(node). Filled by `tabulate`. */
export interface Nodes {
  count: number;
  scale: number;
  alphaPlus: Float64Array;
  logAlphaPlus: Float64Array;
  betaPlus: Float64Array;
  logBetaPlus: Float64Array;
  weight: Float64Array;
}

const few = gaussLegendre(8);
const many = gaussLegendre(16);
/** A panel is at most this long, and the integrand falls by at most e^steep in it: then its rule is exact to about 1e-13. */
const limits = { few: { length: 2, steep: 4 }, many: { length: 4, steep: 16 } } as const;

export function emptyNodes(): Nodes {
  const column = () => new Float64Array(32);
  return { count: 0, scale: 0, alphaPlus: column(), logAlphaPlus: column(), betaPlus: column(), logBetaPlus: column(), weight: column() };
}

/**
 * Tabulates the integrand for y from `from` to `to` at Gauss–Legendre nodes in u = ln(c + y), c the smaller of alpha and beta. In u it
 * is log-concave and its singularities lie π off the real line, so a few nodes are exact for any parameters, however close alpha is
 * to beta, or either to 0, and the integral is a sum of positive numbers: nothing cancels, as differences of ₂F₁ do.
 */
export function tabulate(nodes: Nodes, { alpha, p, beta, q }: PowerProduct, from: number, to: number): void {
  const swapped = beta < alpha;
  const c = swapped ? beta : alpha;
  const gap = Math.abs(beta - alpha);
  const near = swapped ? q : p;
  const far = swapped ? p : q;
  const start = c + from;
  const logStart = Math.log(start);
  const end = Math.log1p((to - from) / start);
  const logValue = (u: number): number => (1 - near) * (logStart + u) - far * Math.log(start * Math.exp(u) + gap);
  const steepness = (plus: number): number => Math.abs(near - 1 + (far * plus) / (plus + gap));
  nodes.count = 0;
  nodes.scale = Math.max(logValue(0), logValue(end));
  let sum = 0;
  for (let u = 0; u < end;) {
    const plus = start * Math.exp(u);
    let length = Math.min(limits.many.length, end - u);
    const steep = length * Math.max(steepness(plus), steepness(plus * Math.exp(length)));
    const rule = length <= limits.few.length && steep <= limits.few.steep ? few : many;
    if (steep > limits.many.steep) length *= limits.many.steep / steep;
    const added = fill(nodes, rule, { u, length, logStart, near, far, gap, swapped });
    sum += added;
    u = end - u - length < 1e-14 * end ? end : u + length;
    // Log-concave: once it falls, it goes on falling at least as fast.
    if (added < 1e-17 * sum) break;
  }
}

interface Panel {
  readonly u: number;
  readonly length: number;
  readonly logStart: number;
  readonly near: number;
  readonly far: number;
  readonly gap: number;
  readonly swapped: boolean;
}

/** Adds the nodes of one panel; returns the sum of their weights. */
function fill(nodes: Nodes, rule: Quadrature, { u, length, logStart, near, far, gap, swapped }: Panel): number {
  const size = rule.nodes.length;
  reserve(nodes, nodes.count + size);
  const nearPlus = swapped ? nodes.betaPlus : nodes.alphaPlus;
  const logNearPlus = swapped ? nodes.logBetaPlus : nodes.logAlphaPlus;
  const farPlus = swapped ? nodes.alphaPlus : nodes.betaPlus;
  const logFarPlus = swapped ? nodes.logAlphaPlus : nodes.logBetaPlus;
  let sum = 0;
  for (let index = 0; index < size; index += 1) {
    const at = nodes.count + index;
    const logPlus = logStart + u + length * rule.nodes[index]!;
    const plus = Math.exp(logPlus);
    const logOther = gap === 0 ? logPlus : Math.log(plus + gap);
    const weight = length * rule.weights[index]! * Math.exp((1 - near) * logPlus - far * logOther - nodes.scale);
    nearPlus[at] = plus;
    logNearPlus[at] = logPlus;
    farPlus[at] = plus + gap;
    logFarPlus[at] = logOther;
    nodes.weight[at] = weight;
    sum += weight;
  }
  nodes.count += size;
  return sum;
}

function reserve(nodes: Nodes, size: number): void {
  if (size <= nodes.weight.length) return;
  const grown = (column: Float64Array): Float64Array => {
    const larger = new Float64Array(2 * size);
    larger.set(column);
    return larger;
  };
  nodes.alphaPlus = grown(nodes.alphaPlus);
  nodes.logAlphaPlus = grown(nodes.logAlphaPlus);
  nodes.betaPlus = grown(nodes.betaPlus);
  nodes.logBetaPlus = grown(nodes.logBetaPlus);
  nodes.weight = grown(nodes.weight);
}

/** ln of the integral; −∞ where `to` is not above `from`. */
export function logPowerIntegral(nodes: Nodes, product: PowerProduct, from: number, to: number): number {
  tabulate(nodes, product, from, to);
  let sum = 0;
  for (let index = 0; index < nodes.count; index += 1) sum += nodes.weight[index]!;
  return sum === 0 ? -Infinity : Math.log(sum) + nodes.scale;
}
