import { both } from '../lib/localized.ts';
import type { CardOptions } from './card.ts';

/** Options of commands that write several files as one set. */
export const setOptions = {
  to: {
    flags: '--to <folder>',
    text: both(
      'write page and workbook into this folder as one set: all of it is new, or all as it was; {period} stands for the period: --to reviews/{period}',
      '把网页与工作簿作为一套写入该文件夹：要么全部更新，要么保持原样；{period} 代表期间：--to 评审/{period}',
    ),
    takes: { kind: 'file' },
  },
  names: {
    flags: '--names <pattern>',
    text: both(
      'what the files of the set are called, without endings; {period} and {name} (of a rep or team) stand for what they say',
      '这套文件的名称，不含扩展名；{period} 代表期间，{name} 代表销售或团队',
    ),
    otherwise: both('title-{period}-{name}', '标题-{period}-{name}'),
    takes: { kind: 'text' },
  },
  with: {
    flags: '--with <formats>',
    text: both(
      'in the set besides: json, which --since and render read, or markdown; repeatable',
      '这套文件中另含：json（供 --since 与 render 读取）或 markdown；可重复',
    ),
    takes: { kind: 'names' },
    repeats: true,
  },
} as const satisfies CardOptions;
