import { describe, expect, it } from 'vitest';
import { readDate, readFlag, readNumber } from '../../src/lib/typed-values.ts';

describe('readNumber', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['-3', -3],
    ['¥50万', 500_000],
    ['580.6万', 5_806_000],
    ['3千', 3_000],
    ['1.5亿元', 150_000_000],
    ['10k', 10_000],
    ['2M', 2_000_000],
    ['96.7%', 0.967],
    ['５０％', 0.5],
    ['1 000', 1_000],
  ])('%s is %d', (text, number) => expect(readNumber(text)).toBe(number));

  it.each(['', 'many', '1,23', '1e5', '0x10', '5 apples', '--1', '9'.repeat(20)])('%j is none', (text) =>
    expect(readNumber(text)).toBeNull(),
  );
});

describe('readDate', () => {
  it.each([
    ['2026', '2026'],
    ['2026年', '2026'],
    ['2026-1', '2026-01'],
    ['2026年10月', '2026-10'],
    ['2026/10/31', '2026-10-31'],
    ['2026年10月3日', '2026-10-03'],
    ['2026-10-31 08:30', '2026-10-31 08:30'],
  ])('%s begins with %s', (text, begin) => expect(readDate(text)).toBe(begin));

  it.each(['', '2026-13', '2026-02-30', '31.10.2026', 'today', '2026-10-31x'])('%j is none', (text) => expect(readDate(text)).toBeNull());
});

describe('readFlag', () => {
  it('knows the words of both languages', () => {
    expect(['Yes', '是', '1', 'TRUE'].map(readFlag)).toEqual([true, true, true, true]);
    expect(['no', '否', '0', 'false'].map(readFlag)).toEqual([false, false, false, false]);
    expect(['', 'maybe', 'constructor'].map(readFlag)).toEqual([null, null, null]);
  });
});
