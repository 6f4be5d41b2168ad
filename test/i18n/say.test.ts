import { describe, expect, it } from 'vitest';
import { levelWords, reportWords, unitWord } from '../../src/i18n/report-words.ts';
import { say } from '../../src/i18n/say.ts';
import { languages } from '../../src/lib/localized.ts';

describe('say', () => {
  const text = { en: '{n} {n|row|rows} of {file}', 'zh-CN': '{file} 的 {n} 行' };

  it('fills places and picks the word by the number', () => {
    expect(say(text, 'en', { n: 1, file: 'a' })).toBe('1 row of a');
    expect(say(text, 'en', { n: '1,200', file: 'a' })).toBe('1,200 rows of a');
    expect(say(text, 'zh-CN', { n: 0, file: 'a' })).toBe('a 的 0 行');
  });

  it('fills in a value once, whatever it looks like', () => {
    expect(say(text, 'en', { n: 2, file: '{n} $& {file}' })).toBe('2 rows of {n} $& {file}');
  });

  it('has the same places in every language of every word', () => {
    for (const word of [...Object.values(reportWords), ...Object.values(levelWords)]) {
      const places = languages.map((lang) => new Set([...word[lang].matchAll(/\{(\w+)/g)].map((match) => match[1])));
      expect(places[1], word.en).toEqual(places[0]);
    }
  });

  it('leaves a unit it does not know as it stands', () => {
    expect(unitWord('days', 'zh-CN')).toBe('天');
    expect(unitWord('CNY', 'zh-CN')).toBe('CNY');
    expect(unitWord('constructor', 'en')).toBe('constructor');
  });
});
