import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../src/lib/column-letters.ts';
import { columnOf } from '../../src/source/workbook/cell-reference.ts';

describe('the letters of a column', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('of %i are %s', (column, letters) => expect(columnLetters(column)).toBe(letters));

  it('read back as the column', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnOf(`${columnLetters(column)}1`) === column));
  });
});
