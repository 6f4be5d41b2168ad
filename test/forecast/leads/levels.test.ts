import { describe, expect, it } from 'vitest';
import { numberLevels, wordLevels } from '../../../src/forecast/leads/levels.ts';

const short = (levels: readonly { kind: string; value: string | null; leads: number; converted: number }[]) =>
  levels.map(({ kind, value, leads, converted }) => [kind, value, leads, converted]);

describe('levels of words', () => {
  it('are the values of ten leads or more, most leads first, then the others, then blanks', () => {
    const values = [...Array<string>(10).fill('b'), ...Array<string>(12).fill('a'), ...Array<string>(9).fill('rare'), null, null];
    const converted = Uint8Array.from(values, (value) => (value === 'a' || value === null ? 1 : 0));
    const { levels, levelOf } = wordLevels('x', values, converted)!;
    expect(short(levels)).toEqual([
      ['value', 'a', 12, 12],
      ['value', 'b', 10, 0],
      ['other', null, 9, 0],
      ['blank', null, 2, 2],
    ]);
    expect([levelOf[0], levelOf[10], levelOf[22], levelOf[32]]).toEqual([1, 0, 2, 3]);
  });

  it('are none without a value', () => {
    expect(wordLevels('x', [null, null], new Uint8Array(2))).toBeNull();
  });
});

describe('levels of numbers', () => {
  it('are fifths of those known; equal numbers stay together', () => {
    const numbers = Float64Array.from([...Array.from({ length: 10 }, (_, index) => index + 1), Number.NaN]);
    const { levels } = numberLevels('x', numbers, new Uint8Array(11))!;
    expect(levels.map(({ kind, above, upTo, least, greatest, leads }) => [kind, above, upTo, least, greatest, leads])).toEqual([
      ['range', null, 2, 1, 2, 2],
      ['range', 2, 4, 3, 4, 2],
      ['range', 4, 6, 5, 6, 2],
      ['range', 6, 8, 7, 8, 2],
      ['range', 8, null, 9, 10, 2],
      ['blank', null, null, null, null, 1],
    ]);
    const mostlyZero = numberLevels('x', Float64Array.from([0, 0, 0, 0, 0, 0, 0, 5, 6, 7]), new Uint8Array(10))!;
    expect(mostlyZero.levels.map(({ least, greatest, leads }) => [least, greatest, leads])).toEqual([
      [0, 0, 7],
      [5, 5, 1],
      [6, 7, 2],
    ]);
  });
});
