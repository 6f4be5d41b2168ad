import { describe, expect, it } from 'vitest';
import { grouped } from '../../src/lib/grouped.ts';

describe('a sum in a message', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [16_465_426.5, '16,465,426.5'],
    [-211_224.75, '-211,224.75'],
    [1234.5678, '1,234.5678'],
  ])('keeps every digit of %d, with marks between thousands', (value, text) => {
    expect(grouped(value)).toBe(text);
  });
});
