import { expect, it } from 'vitest';
import { findingsOf, noteOf, type NoteKinds } from '../../src/views/notes.ts';

const kinds = {
  'too-few': {
    level: 'warning',
    text: (customers: number) => ({
      message: { en: `only ${customers}`, 'zh-CN': `仅 ${customers}` },
      fix: { en: 'add', 'zh-CN': '请加' },
    }),
  },
  'all-well': { level: 'info', text: () => ({ message: { en: 'well', 'zh-CN': '正常' } }) },
} as const satisfies NoteKinds;

it('a note has the code and level of its kind, and says its text on the figures at hand', () => {
  const notes = [noteOf(kinds, 'too-few', 7), noteOf(kinds, 'all-well', undefined)];
  expect(findingsOf(notes, 'en').map(({ code, level, message, fix, count }) => [code, level, message, fix, count])).toEqual([
    ['too-few', 'warning', 'only 7', 'add', 1],
    ['all-well', 'info', 'well', null, 1],
  ]);
  expect(findingsOf(notes, 'zh-CN').map(({ message, fix, file }) => [message, fix, file])).toEqual([
    ['仅 7', '请加', null],
    ['正常', null, null],
  ]);
});
