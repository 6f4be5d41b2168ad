import type { Random } from '../../lib/random.ts';
import type { Matrix } from '../optimise/cholesky.ts';
import { symmetricEigen } from '../optimise/eigen.ts';
import { drawNormal } from './normal.ts';

/** Draws normal vectors of this mean and covariance; directions without variance stay at the mean. */
export function normalVectors(mean: readonly number[], covariance: Matrix): (random: Random) => number[] {
  const directions = symmetricEigen(covariance).map(({ value, vector }) => {
    const spread = Math.sqrt(Math.max(0, value));
    return vector.map((one) => one * spread);
  });
  return (random) => {
    const vector = [...mean];
    for (const direction of directions) {
      const size = drawNormal(random);
      for (const [index, one] of direction.entries()) vector[index]! += size * one;
    }
    return vector;
  };
}
