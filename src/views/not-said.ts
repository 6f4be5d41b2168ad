import type { Localized } from '../lib/localized.ts';

/** The group of those of whom the files leave the column blank, and its code. */
export const notSaid: Localized = { en: 'not said', 'zh-CN': '未填写' };
export const notSaidCode = 'not_said';
