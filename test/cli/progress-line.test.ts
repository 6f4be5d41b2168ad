import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barLine, plainLine, type ProgressView } from '../../src/cli/progress-line.ts';
import type { Reading } from '../../src/cli/progress-measure.ts';
import { widthOf } from '../../src/report/text-width.ts';

const reading: Reading = {
  step: null,
  share: 0.455,
  amount: { done: 4_554_321, total: 10_012_345, unit: 'rows', about: true },
  left: 12.2,
};
const view = (over: Partial<ProgressView> = {}): ProgressView => ({ label: 'loading orders.csv', reading, seconds: 7, ...over });
const plain = (text: string): string => text;
const line = (width: number, lang: 'en' | 'zh-CN' = 'en', over: Partial<ProgressView> = {}): string =>
  barLine(view(over), '*', { lang, width, paint: plain });

describe('the line on a terminal', () => {
  it.each([
    [120, '* loading orders.csv  [==========>             ]  45%  ~4.5 M of ~10.0 M rows  13 s left'],
    [80, '* loading orders.csv  [=====>      ]  45%  ~4.5 M of ~10.0 M rows  13 s left'],
    [60, '* loading orders.csv  [=====>      ]  45%  13 s left'],
    [40, '* loading orders.csv  45%  13 s left'],
    [30, '* loading orders.csv  45%'],
    [20, '* loading ord…  45%'],
    [8, '45%'],
    [3, '4…'],
  ])('of %d columns says as much as fits', (width, text) => {
    expect(line(width)).toBe(text);
  });

  it('counts Chinese in 万 and 亿, and a Chinese character as two columns', () => {
    const label = '载入 订单.csv';
    expect(line(100, 'zh-CN', { label })).toBe('* 载入 订单.csv  [==========>             ]  45%  约 455 万 / 1000 万行  剩余 13 秒');
    expect(line(46, 'zh-CN', { label })).toBe('* 载入 订单.csv  45%  剩余 13 秒');
    expect(line(18, 'zh-CN', { label })).toBe('* 载入 订单…  45%');
  });

  it('never fills the last column, whatever the name, the width and the numbers', () => {
    fc.assert(
      fc.property(
        fc.record({
          label: fc.string({ unit: fc.constantFrom('a', '客', '户', ' ', '😀', 'é') }),
          width: fc.integer({ min: 2, max: 200 }),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          total: fc.nat(2 ** 40),
          left: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
          known: fc.boolean(),
          lang: fc.constantFrom('en' as const, 'zh-CN' as const),
        }),
        ({ label, width, share, total, left, known, lang }) => {
          const amount = { done: share * total, total, unit: 'rows' as const, about: false };
          const text = line(width, lang, { label, reading: known ? { step: null, share, amount, left } : null });
          expect(widthOf(text)).toBeLessThan(width);
        },
      ),
    );
  });

  it('colours the bar alone', () => {
    const text = barLine(view(), '*', { lang: 'en', width: 60, paint: (part) => `\u001B[36m${part}\u001B[39m` });
    expect(text).toBe('* loading orders.csv  [\u001B[36m=====>\u001B[39m      ]  45%  13 s left');
  });

  it('names the step', () => {
    expect(line(60, 'en', { label: 'computing', reading: { ...reading, step: 'customer_orders', amount: null } })).toBe(
      '* computing customer_orders  [=====>      ]  45%  13 s left',
    );
  });

  it.each([
    [0, '[>           ]  0%'],
    [0.999, '[===========>]  99%'],
    [1, '[============]  100%'],
  ])('of a share of %d is %s', (share, text) => {
    expect(line(30, 'en', { label: 'x', reading: { ...reading, share, amount: null, left: null } })).toContain(text);
  });
});

describe('the line of a log', () => {
  it('begins with the time since the start', () => {
    expect(plainLine(view(), 'en')).toBe('0:07 loading orders.csv: 45%, ~4.5 M of ~10.0 M rows, 13 s left');
    expect(plainLine(view({ reading: null, seconds: 754.9 }), 'zh-CN')).toBe('12:34 loading orders.csv');
    expect(plainLine(view({ reading: null, seconds: 3_723 }), 'en')).toBe('1:02:03 loading orders.csv');
  });
});

describe('counts', () => {
  const counted = (done: number, total: number, lang: 'en' | 'zh-CN', about = false): string =>
    plainLine(view({ reading: { step: null, share: 0, left: null, amount: { done, total, unit: 'rows', about } } }), lang).split(
      /0%[，,] ?/,
    )[1] ?? '';

  it('are exact up to a million, or to three digits where they are estimates', () => {
    expect(counted(1_234, 987_654, 'en')).toBe('1,234 of 987,654 rows');
    expect(counted(1_234, 987_654, 'en', true)).toBe('~1,230 of ~988,000 rows');
    expect(counted(12_345_678, 2_500_000_000, 'en')).toBe('12.3 M of 2.5 B rows');
    expect(counted(9_999, 123_456_789, 'zh-CN')).toBe('9999 / 1.2 亿行');
    expect(counted(0, 5, 'zh-CN')).toBe('0 / 5 行');
  });

  it.each([
    [0.4, '1 s', '1 秒'],
    [59, '59 s', '59 秒'],
    [61, '2 min', '2 分钟'],
    [3_599, '1 h 0 min', '1 小时 0 分钟'],
    [5_000, '1 h 24 min', '1 小时 24 分钟'],
  ])('of %d seconds left are rounded up', (left, en, zh) => {
    const ended = { ...reading, amount: null, left };
    expect(plainLine(view({ reading: ended }), 'en')).toContain(`, ${en} left`);
    expect(plainLine(view({ reading: ended }), 'zh-CN')).toContain(`，剩余 ${zh}`);
  });
});
