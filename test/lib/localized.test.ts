import { expect, it } from 'vitest';
import { afterChinese, beforeChinese, fill } from '../../src/lib/localized.ts';

const text = { en: '{n} {n|row|rows} of {file}', 'zh-CN': '{file} 的 {n} 行' };

it('fills places and picks the word by the number', () => {
  expect(fill(text, 'en', { n: 1, file: 'a' })).toBe('1 row of a');
  expect(fill(text, 'en', { n: '1,200', file: 'a' })).toBe('1,200 rows of a');
  expect(fill(text, 'zh-CN', { n: 0, file: 'a' })).toBe('a 的 0 行');
});

it('fills in a value once, whatever it looks like', () => {
  expect(fill(text, 'en', { n: 2, file: '{n} $& {file}' })).toBe('2 rows of {n} $& {file}');
});

it('sets Latin letters and digits off from Chinese words', () => {
  expect(beforeChinese(afterChinese('较', '9 月'), '持平')).toBe('较 9 月持平');
  expect(beforeChinese(afterChinese('较', '上期'), '持平')).toBe('较上期持平');
  expect(beforeChinese('Ann', '目标达成')).toBe('Ann 目标达成');
  expect(beforeChinese('2026-09-30', '比较')).toBe('2026-09-30 比较');
});
