import type { FindingCode } from '../../codes.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { entities } from '../../model/entities.ts';
import { recordWords } from '../../model/record-words.ts';
import { rowReasons } from '../../model/row-reasons.ts';
import type { Input } from '../../result/result.ts';

/** An input with the words for what it was read as, and for why rows of it do not count. */
export function inWords(input: Input, lang: Lang): Input {
  const titles = Object.keys(input.reasons).map((code) => [code, reasonTitle(code)[lang]] as const);
  return { ...input, role_title: roleTitle(input.role)[lang], reason_titles: Object.fromEntries(titles) };
}

/** What a role is called; of one that is none of the model, its id. */
export function roleTitle(role: string): Localized {
  return entities.find(({ id }) => id === role)?.title ?? { en: role, 'zh-CN': role };
}

/** Why a row does not count, in words. */
export function reasonTitle(code: string): Localized {
  return rowReasons.find(({ id }) => id === code)?.title ?? recordWords(code as FindingCode).message;
}
