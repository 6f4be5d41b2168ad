import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/source/clean-text.ts';
import { createTextParser, type TextLayout, type TextRecord } from '../../src/source/text-parser.ts';
import { describeWithData } from '../data-folder.ts';

const comma: TextLayout = { dialect: { delimiter: ',', quote: '"', escape: '"' }, returnEndsRecord: false, blankBeforeQuote: false };
const chunkSizes = [1, 2, 3, 7, 64, 65_536];

function parse(text: string, layout: TextLayout = comma, size = 65_536, limit?: number): TextRecord[] {
  const parser = createTextParser(layout, limit);
  const records: TextRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...parser.push(text.slice(at, at + size)));
  return [...records, ...parser.end()];
}

/** The same records whatever the chunks. */
function parseInChunks(text: string, layout: TextLayout = comma, limit?: number): TextRecord[] {
  const whole = parse(text, layout, 65_536, limit);
  for (const size of chunkSizes) expect(parse(text, layout, size, limit), `chunks of ${size}`).toEqual(whole);
  return whole;
}

const cellsOf = (records: readonly TextRecord[]): string[][] => records.map((record) => record.cells);

interface PapaCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: unknown; readonly errors: readonly { readonly row?: number }[] };
}

/** Options that ask for something this reader does not do; its records are compared without blank ones. */
const foreign = new Set(['comments', 'dynamicTyping', 'fastMode', 'preview', 'skipFirstNLines', 'header']);

function usable(test: PapaCase): boolean {
  const config = test.config ?? {};
  if (Object.keys(config).some((key) => foreign.has(key))) return false;
  const delimiter = config['delimiter'];
  return delimiter === undefined || (typeof delimiter === 'string' && delimiter.length === 1 && delimiter !== '\n');
}

function layoutOf({ config = {}, input }: PapaCase): TextLayout {
  const text = (key: string, other: string): string => (typeof config[key] === 'string' ? config[key] : other);
  const quote = text('quoteChar', '"');
  const guessed = input.includes(';') ? ';' : input.startsWith('one|') ? '|' : ',';
  return {
    dialect: { delimiter: text('delimiter', guessed), quote, escape: text('escapeChar', quote) },
    returnEndsRecord: !input.includes('\n'),
    blankBeforeQuote: false,
  };
}

describeWithData('the cases of PapaParse', (folder) => {
  const cases = JSON.parse(readFileSync(join(folder, 'torture/papaparse/cases.json'), 'utf8')) as Record<string, PapaCase[]>;
  const all = [...(cases['CORE_PARSER_TESTS'] ?? []), ...(cases['PARSE_TESTS'] ?? [])].filter(usable);

  it('are there', () => expect(all.length).toBeGreaterThan(90));

  it.each(all.filter((test) => test.expected.errors.every((error) => error.row === undefined)))('$description', (test) => {
    const greedy = test.config?.['skipEmptyLines'] === 'greedy';
    const expected = (test.expected.data as string[][]).filter((row) => row.length > 1 || row[0]!.trim() !== '');
    const records = parseInChunks(test.input.replace(/^\ufeff/, ''), layoutOf(test)).filter((record) => !record.blank);
    const cells = cellsOf(records).filter((row) => !greedy || row.some((cell) => cell.trim() !== ''));
    expect(cells).toEqual(expected);
    expect(records.every((record) => record.problem === null || record.problem === 'quote-inside')).toBe(true);
  });

  it.each(all.filter((test) => test.expected.errors.some((error) => error.row !== undefined)))('malformed: $description', (test) => {
    const records = parseInChunks(test.input, layoutOf(test));
    expect(records[test.expected.errors[0]!.row!]!.problem).not.toBeNull();
  });
});

describe('a record', () => {
  it('knows the physical line it starts on', () => {
    const records = parseInChunks('a,b\r\n"x\r\ny",1\r\n\r\nz,2\n');
    expect(records.map((record) => record.line)).toEqual([1, 2, 4, 5]);
    expect(cellsOf(records)[1]).toEqual(['x\r\ny', '1']);
  });

  it('is blank when one cell of blanks without quotes is all it has', () => {
    expect(parseInChunks('a\n\n  \n""\n,\n').map((record) => record.blank)).toEqual([false, true, true, false, false]);
  });

  it('ends at a carriage return alone only in a text of that kind', () => {
    expect(cellsOf(parseInChunks('a,b\rc,d\r', { ...comma, returnEndsRecord: true }))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cellsOf(parseInChunks('a,b\rc,d\r\r\ne,f\n'))).toEqual([
      ['a', 'b\rc', 'd'],
      ['e', 'f'],
    ]);
  });

  it('keeps a line feed inside quotes where records end with carriage returns', () => {
    expect(cellsOf(parseInChunks('a,"b\nc"\rd,e\r', { ...comma, returnEndsRecord: true }))).toEqual([
      ['a', 'b\nc'],
      ['d', 'e'],
    ]);
  });

  it('takes a backslash as escape where the dialect says so', () => {
    const layout = { ...comma, dialect: { ...comma.dialect, escape: '\\' } };
    expect(cellsOf(parseInChunks(String.raw`"a\"b","c\\","d\e"`, layout))).toEqual([['a"b', 'c\\', String.raw`d\e`]]);
  });

  it('drops blanks before a quote only where the layout says so', () => {
    expect(cellsOf(parseInChunks('a, "b,c"'))).toEqual([['a', ' "b', 'c"']]);
    expect(cellsOf(parseInChunks('a, "b,c"', { ...comma, blankBeforeQuote: true }))).toEqual([['a', 'b,c']]);
  });
});

describe('a quote out of place', () => {
  it('stands for itself when the cell still closes on its line', () => {
    const [first, second] = parseInChunks('1,"a "big" deal",2\n3,4,5\n');
    expect(first).toMatchObject({ cells: ['1', 'a "big" deal', '2'], problem: 'quote-misplaced' });
    expect(second).toMatchObject({ cells: ['3', '4', '5'], problem: null, line: 2 });
  });

  it('makes the opening one stand for itself otherwise', () => {
    const records = parseInChunks('1,"a"b,2\n3,4,5\n');
    expect(records[0]).toMatchObject({ cells: ['1', '"a"b', '2'], problem: 'quote-misplaced' });
    expect(cellsOf(records)[1]).toEqual(['3', '4', '5']);
  });

  it('that never closes costs its own record its quote and no other record anything', () => {
    const records = parseInChunks('a,b\n1,"x\n2,y\n3,z\n');
    expect(cellsOf(records)).toEqual([
      ['a', 'b'],
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(records.map((record) => record.problem)).toEqual([null, 'quote-unclosed', null, null]);
  });

  it('that a later quoted cell seems to close swallows nothing', () => {
    const records = parseInChunks('1,"x\n2,"y"\n3,"z"\n');
    expect(cellsOf(records)).toEqual([
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(records[0]!.problem).toBe('quote-unclosed');
  });

  it('counts as unclosed beyond the limit', () => {
    const text = `1,"${'x\n'.repeat(60)}",2\n3,4,5\n`;
    expect(parseInChunks(text, comma, 1000)).toHaveLength(2);
    const records = parseInChunks(text, comma, 100);
    expect(records[0]).toMatchObject({ cells: ['1', '"x'], problem: 'quote-unclosed' });
    expect(records.at(-1)!.cells).toEqual(['3', '4', '5']);
    expect(records.at(-1)!.line).toBe(62);
  });
});

describe('hostile text', () => {
  it('with an endless line is cut and told, and reading goes on behind it', () => {
    const records = parseInChunks(`a,b\n${'x'.repeat(500)}\nc,d\n`, comma, 100);
    expect(records.map((record) => record.cut)).toEqual([false, true, false]);
    expect(records[1]!.line).toBe(2);
    expect(records[2]).toMatchObject({ cells: ['c', 'd'], line: 3 });
  });

  it.each([
    ['quotes that close nothing', '"x"y,'.repeat(200_000)],
    ['opening quotes line by line', '"a\n'.repeat(300_000)],
    ['quotes only', '"'.repeat(900_001)],
    ['pairs of quotes in lines', '"a"b\n'.repeat(200_000)],
    ['carriage returns', '\r'.repeat(1_000_000)],
    ['blanks behind quotes', `"a"${' '.repeat(900_000)}b\n`],
  ])('takes linear time: %s', { tags: ['slow'] }, (_, text) => {
    const started = performance.now();
    for (const size of [4096, 65_536]) parse(text, comma, size);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('any text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '中', '"', ',', ';', '\n', '\r', ' ', '\t', '😀', '0'), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('that was written as a table reads back as that table, in chunks of any size', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...chunkSizes), (rows, size) => {
        const records = parse(rows.map(cleanLine).join(''), comma, size);
        expect(cellsOf(records)).toEqual(rows);
        expect(records.every((record) => record.problem === null)).toBe(true);
      }),
    );
  });

  it('of well-formed cells is read as PapaParse reads it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = Papa.unparse(rows, { newline, quotes: true });
        expect(cellsOf(parse(text))).toEqual(Papa.parse<string[]>(text, { delimiter: ',', newline }).data);
      }),
    );
  });

  it('of any shape gives the same records in chunks of any size', () => {
    const unit = fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '中', '""', '",', '"\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.boolean(), fc.integer({ min: 5, max: 80 }), (text, returnEndsRecord, limit) => {
        parseInChunks(text, { ...comma, returnEndsRecord, blankBeforeQuote: returnEndsRecord }, limit);
      }),
      { numRuns: 2000, examples: [['""aa",",\raa', true, 5]] },
    );
  });
});
