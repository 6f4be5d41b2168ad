import { expect, it } from 'vitest';
import { ranges } from '../../../src/pipelines/explain/sources.ts';

it('ranges draw runs together', () => {
  expect(ranges([])).toBe('');
  expect(ranges([7])).toBe('7');
  expect(ranges([2, 3, 4, 9, 11, 12])).toBe('2–4, 9, 11–12');
});

it('ranges leave out what comes after the most that is asked for', () => {
  expect(ranges([2, 3, 5, 7], 2)).toBe('2–3, 5, …');
  expect(ranges([2, 3, 5], 2)).toBe('2–3, 5');
});
