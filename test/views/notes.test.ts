import { expect, it } from 'vitest';
import { type NoteKinds, findingsOf, noteOf } from '../../src/views/notes.ts';

const kinds = {
  'period-to-date': {
    level: 'warning',
    text: (customers: number) => ({
      message: { en: `only ${customers}`, 'zh-CN': `仅 ${customers}` },
      fix: { en: 'add', 'zh-CN': '请加' },
    }),
  },
  'history-short': { level: 'info', text: () => ({ message: { en: 'well', 'zh-CN': '正常' } }) },
} as const satisfies NoteKinds;

it('a note has the code and level of its kind, and says its text on the figures at hand', () => {
  const notes = [noteOf(kinds, 'period-to-date', 7), noteOf(kinds, 'history-short', undefined)];
  expect(findingsOf(notes, 'en').map(({ code, level, message, fix, count }) => [code, level, message, fix, count])).toEqual([
    ['period-to-date', 'warning', 'only 7', 'add', 1],
    ['history-short', 'info', 'well', null, 1],
  ]);
  expect(findingsOf(notes, 'zh-CN').map(({ message, fix, file }) => [message, fix, file])).toEqual([
    ['仅 7', '请加', null],
    ['正常', null, null],
  ]);
});
