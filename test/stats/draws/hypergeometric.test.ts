import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { hypergeometric } from '../../../src/stats/discrete-distribution.ts';
import { drawHypergeometric } from '../../../src/stats/draws/hypergeometric.ts';

describe('hypergeometric draws', () => {
  it.each([
    [10, 7, 30],
    [25, 20, 30],
    [200, 300, 5000],
  ])('of %d where %d of %d are marked come as often as they should', (draws, marked, size) => {
    const { first, probabilities } = hypergeometric(draws, marked, size);
    const random = createRandom(3, 'hypergeometric');
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 20_000; draw += 1) {
      const count = drawHypergeometric(draws, marked, size, random);
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    for (const [index, probability] of probabilities.entries()) {
      const error = Math.abs((counts.get(first + index) ?? 0) / 20_000 - probability);
      expect(error).toBeLessThan(5 * Math.sqrt(probability / 20_000) + 1e-4);
    }
    expect([...counts.keys()].every((count) => count >= first && count < first + probabilities.length)).toBe(true);
  });

  it('are certain where there is no choice', () => {
    const random = createRandom(3, 'hypergeometric');
    expect(drawHypergeometric(5, 0, 9, random)).toBe(0);
    expect(drawHypergeometric(5, 9, 9, random)).toBe(5);
    expect(drawHypergeometric(9, 4, 9, random)).toBe(4);
    expect(drawHypergeometric(0, 4, 9, random)).toBe(0);
  });
});
