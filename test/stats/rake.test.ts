import { describe, expect, it } from 'vitest';
import { rake } from '../../src/stats/rake.ts';

describe('rake', () => {
  it('scales to both sums and keeps the odds ratio', () => {
    const [[a, b], [c, d]] = rake(
      [
        [1, 2],
        [3, 1],
      ],
      [30, 70],
      [60, 40],
    ) as [[number, number], [number, number]];
    expect(a + b).toBeCloseTo(30, 9);
    expect(c + d).toBeCloseTo(70, 9);
    expect(a + c).toBeCloseTo(60, 6);
    expect((a * d) / (b * c)).toBeCloseTo(1 / 6, 6);
  });

  it('keeps zeros, and spreads a row of zeros as the columns are', () => {
    const found = rake(
      [
        [0, 5],
        [0, 0],
      ],
      [10, 10],
      [5, 15],
    );
    expect(found[0]).toEqual([0, 10]);
    expect(found[1]![0]).toBeCloseTo(5, 6);
  });
});
