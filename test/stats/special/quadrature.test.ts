import { describe, expect, it } from 'vitest';
import { integrate } from '../../../src/stats/special/double-exponential.ts';
import { scaledExponentialIntegral } from '../../../src/stats/special/exponential-integral.ts';
import { gaussLegendre } from '../../../src/stats/special/gauss-legendre.ts';
import { expectClose } from '../close.ts';

describe('the Gauss–Legendre rule', () => {
  it.each([1, 2, 8, 16, 24])('of %d nodes integrates x^k on [0, 1] up to the degree it should', (size) => {
    const { nodes, weights } = gaussLegendre(size);
    for (let degree = 0; degree < 2 * size; degree += 1) {
      const sum = nodes.reduce((total, node, index) => total + weights[index]! * node ** degree, 0);
      expectClose(sum, 1 / (degree + 1), 1e-14);
    }
  });

  it('has the nodes of two by hand', () => {
    const { nodes } = gaussLegendre(2);
    expectClose(nodes[0], (1 - 1 / Math.sqrt(3)) / 2, 1e-15);
    expectClose(nodes[1], (1 + 1 / Math.sqrt(3)) / 2, 1e-15);
  });
});

describe('the double exponential rule', () => {
  it('integrates smooth functions', () => {
    expectClose(
      integrate((x) => Math.exp(x), 2),
      Math.expm1(2),
      1e-14,
    );
    expectClose(
      integrate((x) => Math.sin(x), Math.PI),
      2,
      1e-14,
    );
  });

  it('integrates functions that are infinite at the ends', () => {
    expectClose(
      integrate((x) => 1 / Math.sqrt(x), 1),
      2,
      1e-13,
    );
    expectClose(
      integrate((x, rest) => 1 / Math.sqrt(x * rest), 3),
      Math.PI,
      1e-13,
    );
    expectClose(
      integrate((x) => Math.log(x), 1),
      -1,
      1e-13,
    );
  });

  it('is 0 over nothing', () => {
    expect(integrate(() => 1, 0)).toBe(0);
  });
});

describe('the scaled exponential integral', () => {
  it.each([
    [0.61, 0.24, 1.9946223740999737],
    [2.5, 0.001, 0.6654054728749915],
    [1, 1, 0.59634736232319407],
    [0.3, 50, 0.019882985214535671],
    [0.6, 1e-8, 3513.0459958318133],
    [20, 0.1, 0.052340890594033915],
  ])('of order %d at %d is that of mpmath', (s, z, value) => {
    expectClose(scaledExponentialIntegral(s, z), value, 1e-12);
  });
});
