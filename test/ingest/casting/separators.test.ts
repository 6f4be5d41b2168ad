import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separatorsOf, separatorsOfAll } from '../../../src/ingest/casting/separators.ts';

describe('the decimal mark of one number', () => {
  it.each([
    ['1.234,50', 'comma'],
    ['0,5', 'comma'],
    ['12,5', 'comma'],
    ['1234,567', 'comma'],
    ['1.234.567', 'comma'],
    ['0,125', 'comma'],
    ['1.250,- €', 'comma'],
    ['R$ 1.234,50', 'comma'],
    ['1 234,50 zł', 'comma'],
    ['1\u202f234,50\u00a0€', 'comma'],
    ['1,234.50', 'point'],
    ['0.125', 'point'],
    ['12.5', 'point'],
    ['1234.567', 'point'],
    ['1,234,567', 'point'],
    ['12,34,567', 'point'],
    ["CHF 1'250.50", 'point'],
    ['Rs.1,234.5', 'point'],
    ['.5', 'point'],
    ['1.250', 'single-point'],
    ['-19.000', 'single-point'],
    ['$19.000', 'single-point'],
    ['Rp 19.000', 'single-point'],
    ['1,250', 'single-comma'],
    ['¥1,250', 'single-comma'],
    ['1250', 'none'],
    ['Rs.500', 'none'],
    ['2024.01.05', 'none'],
    ['05.01.2024', 'none'],
    ['1,234.50,6', 'none'],
    ['12-34', 'none'],
    ['', 'none'],
    ['abc', 'none'],
  ] as const)('%j is %s', (text, kind) => {
    expect(separatorsOf(text)).toBe(kind);
  });

  it('is never told wrong, whatever the style a number is written in', () => {
    const styles = fc.constantFrom(['.', ','], [',', '.'], ['’', '.'], ['\u202f', ','], [' ', ','], ["'", '.'], ['', '.'], ['', ',']);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1 }),
        fc.constantFrom(0, 1, 2, 3),
        styles,
        (numbers, digits, [group, decimal]) => {
          const texts = numbers.map((number) => {
            const [whole = '', fraction] = number.toFixed(digits).split('.');
            const grouped = whole.replace(/(?<=\d)(?=(\d{3})+$)/g, group);
            return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
          });
          const kind = separatorsOfAll(texts);
          if (kind === 'comma' || kind === 'point') {
            const isWhole = digits === 0;
            expect(kind).toBe(isWhole ? (group === '.' ? 'comma' : 'point') : decimal === ',' ? 'comma' : 'point');
          }
          if (digits === 1 || digits === 2) expect(kind).toBe(decimal === ',' ? 'comma' : 'point');
        },
      ),
    );
  });
});

it('shows a sure mark before one that can be either', () => {
  expect(separatorsOfAll(['1.250', '9.500,00'])).toBe('comma');
  expect(separatorsOfAll(['1.250', '9.50'])).toBe('point');
  expect(separatorsOfAll(['1.250', '975'])).toBe('single-point');
  expect(separatorsOfAll([])).toBe('none');
});
