import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terms } from '../../../build/docs/glossary.ts';
import { languages } from '../../../src/lib/localized.ts';
import { root } from '../../cli/run.ts';

const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(?:model|source)[\\/]/.test(file))
  .flatMap((file) =>
    readFileSync(join(root, 'src', file), 'utf8')
      .split('\n')
      .map((line, index) => ({ place: `${file}:${index + 1}`, line })),
  )
  .filter(({ line }) => !/^\s*(?:\/\/|\/?\*)/.test(line));

/** The texts of a line: what stands between quotes. */
function texts(line: string): string[] {
  return [...line.matchAll(/'((?:[^'\\]|\\.)*)'|`([^`]*)`|"([^"]*)"/g)].map(([, single, back, double]) => single ?? back ?? double ?? '');
}

describe('the words of the program', () => {
  it.each(languages)('call no idea by a name that the glossary gives up (%s)', (lang) => {
    const never = terms.flatMap(({ never: names }) => names?.[lang] ?? []);
    expect(never.length).toBeGreaterThan(8);
    const forbidden = new RegExp(lang === 'en' ? `\\b(?:${never.join('|')})s?\\b` : never.join('|'), 'i');
    const isText = (text: string): boolean =>
      lang === 'en' ? /[a-z] [a-z]/i.test(text) || /^[A-Z][a-z-]+$/.test(text) : /\p{Script=Han}/u.test(text);
    const found = source.flatMap(({ place, line }) =>
      texts(line)
        .filter((text) => isText(text) && forbidden.test(text))
        .map((text) => `${place} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are the names of the glossary', () => {
    const all = source.map(({ line }) => line.toLowerCase()).join('\n');
    const names = terms.flatMap(({ name }) =>
      languages.flatMap((lang) => name[lang].split(/ · |、|（.*?）| \(.*?\)/).filter((each) => each !== '')),
    );
    expect(names.filter((name) => !all.includes(name.toLowerCase()))).toEqual([]);
  });
});
