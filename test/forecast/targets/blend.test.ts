import { describe, expect, it } from 'vitest';
import { allWeights, bestWeights, blended, learn, Losses } from '../../../src/forecast/targets/blend.ts';
import { methods } from '../../../src/forecast/targets/estimates.ts';

describe('the blend of estimates', () => {
  it('weighs those that are known', () => {
    expect(blended([100, 200, null, null, null], [0.5, 0.5, 0, 0, 0])).toBe(150);
    expect(blended([100, null, 300, null, null], [0.25, 0.75, 0, 0, 0])).toBe(100);
    expect(blended([null, 200, 400, null, null], [1, 0, 0, 0, 0])).toBe(300);
    expect(blended([null, null, null, null, null], [1, 0, 0, 0, 0])).toBeNull();
  });

  it('has all weights in quarters, each once', () => {
    expect(allWeights).toHaveLength(70);
    expect(new Set(allWeights.map(String)).size).toBe(70);
    expect(allWeights.every((weights) => weights.length === methods.length && weights.reduce((sum, weight) => sum + weight, 0) === 1)).toBe(
      true,
    );
  });

  it('comes to take what was right, and equal weights before anything is known', () => {
    const losses = new Losses();
    expect(bestWeights(losses, losses)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    for (let window = 0; window < 60; window += 1) learn([300, 300, 100, 300, 300], { total: 100, usual: 100 }, [losses]);
    expect(bestWeights(losses, losses)).toEqual([0, 0, 1, 0, 0]);
  });
});
