import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralised, restored, runsAsFormula } from '../../src/report/formula-text.ts';

describe('formula text', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n',
    '\0=1',
    '＝1+1',
    '＋cmd',
    '－1+1',
    '＠SUM(1)',
    '  =1',
    '\u3000=1',
    '\ufeff=1',
    '-2147483648/-1',
    '+86-138-1234-5678',
    "-'",
    '-$1.00',
    '--1',
    '=',
    '-',
  ])('is neutralised: %j', (text) => {
    expect(runsAsFormula(text)).toBe(true);
    expect(neutralised(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    ' ',
    '-5',
    '-1.00',
    '+0.0',
    '-1E+02',
    '-12.5%',
    '+86 138 1234 5678',
    '+8613812345678',
    '-.5',
    '1+1',
    "it's =1",
    'a=b',
    '客户-1',
    '2026-10-31',
    "'",
  ])('is left alone: %j', (text) => {
    expect(neutralised(text)).toBe(text);
  });

  it('can be undone, also where the text had marks of its own', () => {
    expect(neutralised("'=1")).toBe("''=1");
    const texts = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', ' ', '1', 'a', '\t', '＝', '.', 'E'), maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => restored(neutralised(text)) === text),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(texts, (text) => !runsAsFormula(neutralised(text))),
      { numRuns: 2_000 },
    );
  });

  it('judges a megabyte at once', () => {
    const start = performance.now();
    for (const text of [`-${'1'.repeat(1e6)}x`, `${' '.repeat(1e6)}x`, `${"'".repeat(1e6)}x`, `-${'1e'.repeat(5e5)}`]) neutralised(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
