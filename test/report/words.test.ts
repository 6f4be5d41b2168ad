import { expect, it } from 'vitest';
import { languages } from '../../src/lib/localized.ts';
import { levelWords, reportWords } from '../../src/report/words.ts';

it('has the same places in every language of every word', () => {
  for (const word of [...Object.values(reportWords), ...Object.values(levelWords)]) {
    const places = languages.map((lang) => new Set([...word[lang].matchAll(/\{(\w+)/g)].map((match) => match[1])));
    expect(places[1], word.en).toEqual(places[0]);
  }
});
