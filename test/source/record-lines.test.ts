import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordLines } from '../../src/source/record-lines.ts';
import { createTextParser } from '../../src/source/text-parser.ts';
import { temporaryFolder, writeFile } from './support.ts';

const folder = temporaryFolder();
const dialect = { delimiter: ';', quote: '"', escape: '"' };

describe('the lines of records', () => {
  it('are those the parser gives, in chunks of any size', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ';', '\n', '\r\n', '\r', ' '), maxLength: 5 });
    const rows = fc.array(fc.oneof({ weight: 3, arbitrary: fc.tuple(cell, cell) }, { weight: 1, arbitrary: fc.constant(null) }), {
      minLength: 1,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(1, 2, 3, 7, 64),
        fc.nat({ max: 3 }),
        fc.boolean(),
        async (table, newline, chunkSize, skip, ends) => {
          const written = (text: string): string => (/[";\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const body = table.map((row) => (row === null ? '' : row.map(written).join(';'))).join(newline);
          const text = `"first";second${newline}${body}${ends ? newline : ''}`;
          const parser = createTextParser({ dialect, returnEndsRecord: false, blankBeforeQuote: false });
          const expected = [...parser.push(text), ...parser.end()]
            .slice(skip)
            .filter((record) => !record.blank)
            .map((record) => record.line);
          const path = writeFile(folder, text);
          expect(
            await recordLines(
              path,
              skip,
              dialect,
              expected.map((_, index) => index),
              chunkSize,
            ),
          ).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('come in the order asked, and are 0 for records that are not there', async () => {
    const path = writeFile(folder, '\ufeff"a";b\n1;2\n\n3;x"y"z\n5;6\n');
    expect(await recordLines(path, 1, dialect, [2, 9, 0, 1])).toEqual([5, 0, 2, 4]);
    expect(await recordLines(path, 1, dialect, [])).toEqual([]);
  });
});
