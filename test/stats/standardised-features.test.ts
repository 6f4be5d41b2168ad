import { describe, expect, it } from 'vitest';
import { standardisationOf, standardisedDesign } from '../../src/stats/standardised-features.ts';

describe('standardised features', () => {
  it('have weighted mean 0 and standard deviation 1 behind a column of ones', () => {
    const standardisation = standardisationOf([[1, 5]], [3, 1]);
    expect(standardisation).toEqual({ means: [2], scales: [Math.sqrt(3)] });
    expect([...standardisedDesign([[1, 5]], 2, standardisation)]).toEqual([1, 1, -1 / Math.sqrt(3), 3 / Math.sqrt(3)]);
  });

  it('leave out a feature that varies by rounding alone', () => {
    const features = [
      [0.1 + 0.2, 0.3, 0.3],
      [1, 2, 3],
    ];
    const standardisation = standardisationOf(features, [1, 1, 1]);
    expect(standardisation.scales[0]).toBe(0);
    expect(standardisedDesign(features, 3, standardisation)).toHaveLength(6);
  });

  it('refuse what is not finite', () => {
    expect(() => standardisationOf([[1, Infinity]], [1, 1])).toThrow(RangeError);
  });
});
