import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { drawGamma, drawLogGamma } from '../../../src/stats/draws/gamma.ts';
import { normalVectors } from '../../../src/stats/draws/multivariate-normal.ts';
import { drawExponential, drawNormal } from '../../../src/stats/draws/normal.ts';
import { drawPoisson } from '../../../src/stats/draws/poisson.ts';
import { digamma, logGamma, trigamma } from '../../../src/stats/special/gamma.ts';

const draws = 100_000;

function moments(draw: () => number): { mean: number; variance: number } {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < draws; index += 1) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / draws;
  return { mean, variance: squares / draws - mean * mean };
}

describe('drawn numbers', () => {
  it('are normal with mean 0 and variance 1', () => {
    const random = createRandom(1, 'normal');
    const { mean, variance } = moments(() => drawNormal(random));
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    let beyond = 0;
    for (let index = 0; index < draws; index += 1) if (Math.abs(drawNormal(random)) > 1.959964) beyond += 1;
    expect(Math.abs(beyond / draws - 0.05)).toBeLessThan(0.003);
  });

  it('are exponential with mean 1', () => {
    const random = createRandom(1, 'exponential');
    const { mean, variance } = moments(() => drawExponential(random));
    expect(Math.abs(mean - 1)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });

  it.each([0.05, 0.5, 1, 2.5, 300])('are gamma of shape %d: the logarithm has mean ψ and variance ψ′', (shape) => {
    const random = createRandom(1, 'gamma');
    const { mean, variance } = moments(() => drawLogGamma(shape, random));
    expect(Math.abs(mean - digamma(shape))).toBeLessThan(5 * Math.sqrt(trigamma(shape) / draws));
    expect(Math.abs(variance / trigamma(shape) - 1)).toBeLessThan(0.05);
    const scaled = moments(() => drawGamma(shape, 4, random));
    expect(Math.abs(scaled.mean / (shape / 4) - 1)).toBeLessThan(0.08);
  });

  it.each([0, 0.02, 3, 9.99, 10, 40, 5000])('are Poisson of mean %d', (expected) => {
    const random = createRandom(1, 'poisson');
    const { mean, variance } = moments(() => drawPoisson(expected, random));
    expect(Math.abs(mean - expected)).toBeLessThanOrEqual(5 * Math.sqrt(expected / draws));
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.03 * expected + 5 * Math.sqrt(expected / draws));
  });

  it('are Poisson one count at a time', () => {
    const random = createRandom(2, 'poisson');
    const counts = new Map<number, number>();
    for (let index = 0; index < draws; index += 1) {
      const count = drawPoisson(12, random);
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    for (let count = 4; count <= 22; count += 1) {
      const probability = Math.exp(count * Math.log(12) - 12 - logGamma(count + 1));
      expect(Math.abs((counts.get(count) ?? 0) / draws - probability)).toBeLessThan(5 * Math.sqrt(probability / draws));
    }
  });

  it('are vectors with the covariance asked for, and still along a direction without any', { tags: ['slow'] }, () => {
    const random = createRandom(1, 'vectors');
    const draw = normalVectors(
      [1, 2, 3],
      [
        [4, 1, 0],
        [1, 2, 0],
        [0, 0, 0],
      ],
    );
    let [xx, xy, yy] = [0, 0, 0];
    for (let index = 0; index < draws; index += 1) {
      const [x, y, z] = draw(random);
      xx += (x! - 1) ** 2;
      xy += (x! - 1) * (y! - 2);
      yy += (y! - 2) ** 2;
      expect(z).toBe(3);
    }
    expect(Math.abs(xx / draws - 4)).toBeLessThan(0.1);
    expect(Math.abs(xy / draws - 1)).toBeLessThan(0.05);
    expect(Math.abs(yy / draws - 2)).toBeLessThan(0.05);
  });
});
