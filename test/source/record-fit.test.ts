import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchRecords } from '../../src/source/record-fit.ts';
import { createTextParser } from '../../src/source/text-parser.ts';

const dialect = { delimiter: ',', quote: '"', escape: '"' };

function fits(text: string, width: number, skip = 0, size = 7): boolean {
  const watch = watchRecords({ width, dialect, skip });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) watch.see(bytes.subarray(at, at + size));
  return watch.end();
}

describe('records of a text', () => {
  it.each([
    [true, 'a,b\n1,2\n'],
    [true, 'a,b\n1,\n'],
    [true, 'a,b\r\n1,\r\n,\r\n'],
    [true, 'a,b\n"x,y,z",2\n"x\ny,",\n'],
    [true, 'a,b\nC"1,x",\n'.replace('x",', 'x"')],
    [false, 'a,b\n1,2,\n'],
    [false, 'a,b\r\n1,2,\r\n3,4\r\n'],
    [false, 'a,b\n1,2\n3,4,'],
    [false, 'a,b\n1,2,""\n'],
    [false, 'a,b\n"x\ny",2,\n'],
    [false, 'a,b\n"he said ""a,b""",2,\n'],
    [false, ',,\n1,2\n'],
  ])('fit the table: %s %j', (expected, text) => {
    for (const size of [1, 2, 3, 7, 64, 1000]) expect(fits(text, 2, 0, size)).toBe(expected);
  });

  it('are counted from the first one on', () => {
    expect(fits('title,,\na,b\n1,2\n', 2, 1)).toBe(true);
    // The engine would keep a NUL, and our own reader leaves it out.
    expect(fits('a,b\n1,2\0\n', 2)).toBe(false);
  });

  it('are those that the parser gives, in pieces of any size', { tags: ['slow'] }, () => {
    const cell = fc.oneof(fc.constantFrom('', 'x', ' y ', '12', 'a,b', 'a"b', 'a\nb', '客户'), fc.string({ maxLength: 4 }));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const style = fc.record({
      end: fc.constantFrom('\n', '\r\n'),
      all: fc.boolean(),
      last: fc.boolean(),
      size: fc.constantFrom(1, 2, 5, 64),
    });
    fc.assert(
      fc.property(table, style, (rows, { end, all, last, size }) => {
        const written = (text: string): string => (all || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = rows.map((row) => row.map(written).join(',')).join(end) + (last ? end : '');
        const parser = createTextParser({ dialect, returnEndsRecord: false, blankBeforeQuote: false });
        const widths = [...parser.push(text), ...parser.end()].map((record) => record.cells.length);
        // Only records that end with a blank cell matter: the engine refuses the others by itself.
        const surplus = rows.some((row) => row.length > 3 && row.at(-1) === '');
        if (surplus) expect(fits(text, 3, 0, size)).toBe(false);
        if (widths.every((width) => width <= 3)) expect(fits(text, 3, 0, size)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
