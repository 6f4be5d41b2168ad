import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chapters, codes } from '../../../build/docs/codes/all.ts';
import { languages } from '../../../src/lib/localized.ts';
import { root } from '../../cli/run.ts';

const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'codes.ts')
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');

/** Codes that the source makes of parts. */
const made: Readonly<Record<string, string>> = {
  'nothing-for-csv': '`nothing-for-${format}`',
  'nothing-for-parquet': '`nothing-for-${format}`',
};

/** What an example says in every case: the pieces outside ‹ and ›. */
function pieces(example: string): string[] {
  return example
    .split(/‹[^›]*›/)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}]{2}/u.test(piece));
}

describe('the texts of the codes', () => {
  it('explain every code, each in one chapter', () => {
    const inChapters = chapters.flatMap((chapter) => Object.keys(chapter.codes));
    expect(inChapters.length).toBeGreaterThan(100);
    expect(new Set(inChapters).size).toBe(inChapters.length);
    expect(inChapters.toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  it('explain none that the program does not use', () => {
    expect(Object.keys(codes).filter((code) => !source.includes(made[code] ?? `'${code}'`))).toEqual([]);
  });

  it.each(languages)('have examples in the words of the program (%s)', (lang) => {
    const said = Object.entries(codes).flatMap(([code, { example }]) => pieces(example[lang]).map((piece) => ({ code, piece })));
    expect(said.length).toBeGreaterThan(Object.keys(codes).length / 2);
    expect(said.filter(({ piece }) => !source.includes(piece))).toEqual([]);
  });
});
