import { expect, it } from 'vitest';
import { median } from '../../src/stats/median.ts';

it('is the middle of the values in order, or the mean of the two in the middle', () => {
  expect([median([7]), median([9, 1, 3]), median([10, 2, 4, 100])]).toEqual([7, 3, 7]);
  expect(median([100, 20, 3])).toBe(20);
});
