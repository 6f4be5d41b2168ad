import { describe, expect, it } from 'vitest';
import { bonusColumns } from '../../../src/pipelines/reps/bonus.ts';

const tiers = [
  { from: 1, tier: 'A' },
  { from: 0.9, tier: 'B' },
];

describe('bonusColumns', () => {
  it.each([
    [1.2, 'A'],
    [1, 'A'],
    [0.3 / 0.1 / 3, 'A'],
    [0.999, 'B'],
    [0.9, 'B'],
    [0.89, null],
    [null, null],
  ])('gives the tier that %s reaches: %s', (attainment, tier) => {
    expect(bonusColumns(tiers)['bonus']!.value({ attainment })).toBe(tier);
  });

  it('says where the tiers come from, and has no column without any', () => {
    expect(bonusColumns(tiers)['bonus']!.basis.en).toContain('90%: B, 100%: A');
    expect(bonusColumns([])).toEqual({});
  });
});
