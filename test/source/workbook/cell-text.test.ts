import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, numberText, type SheetCell } from '../../../src/source/workbook/cell-text.ts';
import { builtInDisplay, numberDisplay, type NumberDisplay } from '../../../src/source/workbook/number-format.ts';
import { unescapeXmlString } from '../../../src/source/workbook/xml-text.ts';

const number = (value: number, display: NumberDisplay = 'number', stored: string | null = null): SheetCell => ({
  kind: 'number',
  value,
  stored,
  display,
});

/** Of a number that begins with 1, where it is most. */
const halfOfFifteenthDigit = 5e-15;

describe('a cell as text', () => {
  it.each<[SheetCell, string]>([
    [{ kind: 'blank' }, ''],
    [{ kind: 'text', text: ' 001 ' }, ' 001 '],
    [{ kind: 'text', text: 'a\0b' }, 'ab'],
    [{ kind: 'boolean', value: true }, 'TRUE'],
    [{ kind: 'boolean', value: false }, 'FALSE'],
    [{ kind: 'isoDate', text: '2011-10-31T00:00:00' }, '2011-10-31'],
    [{ kind: 'isoDate', text: '2011-10-31T09:30:00.5Z' }, '2011-10-31 09:30:00.500'],
    [number(17850), '17850'],
    [number(-0), '0'],
    [number(0.007), '0.007'],
    [number(1e-7), '0.0000001'],
    [number(-1.25e-9), '-0.00000000125'],
    [number(123456789012345680000), '123456789012345680000'],
    [number(23.310000000000002), '23.31'],
    [number(0.1 + 0.2), '0.3'],
    [number(0.31296181620778661), '0.3129618162077866'],
    [number(412345678901234567, 'number', '412345678901234567'), '412345678901234567'],
    [number(0.1, 'number', '0.10000000000000001'), '0.1'],
    [number(1200, 'number', '1.2E3'), '1200'],
    [number(45000, 'date'), '2023-03-15'],
    [number(45000.5, 'date'), '2023-03-15 12:00:00'],
    [number(42488.479166666664, 'date'), '2016-04-28 11:30:00'],
    [number(43646.948871655, 'date'), '2019-06-30 22:46:22.511'],
    [number(1, 'date'), '1900-01-01'],
    [number(59, 'date'), '1900-02-28'],
    [number(61, 'date'), '1900-03-01'],
    [number(2958465, 'date'), '9999-12-31'],
    [number(2958466, 'date'), '2958466'],
    [number(-1, 'date'), '-1'],
    [number(0.136111111111111, 'time'), '03:16:00'],
    [number(0.5, 'date'), '12:00:00'],
    [number(45000.25, 'time'), '2023-03-15 06:00:00'],
    [number(1.5, 'elapsed'), '36:00:00'],
    [number(-0.25, 'elapsed'), '-06:00:00'],
  ])('%j is %s', (cell, text) => {
    expect(cellText(cell, false)).toBe(text);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(cellText(number(0, 'date'), true)).toBe('1904-01-01');
    expect(cellText(number(60, 'date'), true)).toBe('1904-03-01');
    expect(cellText(number(2957004, 'date'), true)).toBe('2957004');
  });

  it.each<[SheetCell, unknown]>([
    [number(60, 'date'), { code: 'date-impossible', value: '1900-02-29' }],
    [number(60.5, 'date'), { code: 'date-impossible', value: '1900-02-29' }],
    [number(0, 'date'), { code: 'date-impossible', value: '1900-01-00' }],
    [
      { kind: 'error', value: '#N/A' },
      { code: 'cell-error', value: '#N/A' },
    ],
    [{ kind: 'formulaWithoutResult' }, { code: 'formula-without-result', value: null }],
    [number(Number.NaN, 'number', 'NaN'), { code: 'cell-error', value: 'NaN' }],
    [number(Number.POSITIVE_INFINITY, 'number', '1E999'), { code: 'cell-error', value: '1E999' }],
  ])('%j has no text and says why', (cell, problem) => {
    expect(cellText(cell, false)).toEqual(problem);
  });

  it('is the same for a number as it is stored and as it is read', () => {
    const sign = fc.constantFrom('', '-');
    const stored = fc.oneof(
      fc.tuple(sign, fc.bigInt({ min: 0n, max: 10n ** 15n - 1n })).map(([minus, digits]) => `${minus}${digits}`),
      fc
        .tuple(sign, fc.nat(99_999_999), fc.stringMatching(/^[0-9]{0,7}$/))
        .map(([minus, whole, fraction]) => `${minus}${whole}.${fraction}`),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map(String),
    );
    fc.assert(
      fc.property(stored, (text) => {
        expect(cellText(number(Number(text), 'number', text), false)).toBe(numberText(Number(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('a number reads back as itself, but for the last two of 17 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) => {
        const text = numberText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * halfOfFifteenthDigit);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (units, places) => Number(numberText(units / 10 ** places)) === units / 10 ** places,
      ),
    );
  });

  it('every second of a day survives the serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), fc.integer({ min: 1, max: 86_399 }), (day, second) => {
        const expected = new Date((day - 25_569) * 86_400_000 + second * 1000).toISOString().slice(0, 19).replace('T', ' ');
        expect(cellText(number(day + second / 86_400, 'date'), false)).toBe(expected);
      }),
    );
  });
});

describe('a number format', () => {
  it.each<[string, NumberDisplay]>([
    ['General', 'number'],
    ['0.00%', 'number'],
    ['[Red]0.00', 'number'],
    ['[$CHF] #,##0.00', 'number'],
    ['#,##0.00 [$€-407]', 'number'],
    ['[$¥-804]#,##0', 'number'],
    ['0.00E+00', 'number'],
    ['# "days"', 'number'],
    ['0\\d', 'number'],
    ['_-* #,##0_-;-* #,##0_-', 'number'],
    ['@', 'number'],
    ['[Red]General', 'number'],
    ['"yyyy"', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['[Red]yyyy/m/d', 'date'],
    ['[$-409]d\\-mmm\\-yy', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['mmm', 'date'],
    ['m/d/yy h:mm', 'date'],
    ['[$-F400]h:mm:ss AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
  ])('%s shows a %s', (code, display) => {
    expect(numberDisplay(code)).toBe(display);
  });

  it('14 to 22, 45 to 47 and the East Asian ones are dates and times without a code', () => {
    expect([0, 9, 13, 14, 17, 18, 21, 22, 23, 27, 31, 36, 44, 45, 46, 47, 49, 50, 58].map(builtInDisplay)).toEqual(
      'number number number date date time time date number date date date number time elapsed time number date date'.split(' '),
    );
  });
});

describe('an escaped text', () => {
  it.each([
    ['a_x000D_b', 'a\rb'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x4e2d_', '中'],
    ['snake_xyz_', 'snake_xyz_'],
  ])('%s becomes %j', (text, expected) => {
    expect(unescapeXmlString(text)).toBe(expected);
  });
});
