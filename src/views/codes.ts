import type { Localized } from '../lib/localized.ts';
import type { ResultCell } from '../result/result.ts';
import type { Heading } from './columns.ts';

/** The id of the column that holds the codes of the words of another. */
export function codeColumnId(id: string): string {
  return `${id}_code`;
}

/** The code of a value of a closed set, from its id: snake_case, the same in every language and whatever the config calls it. */
export function codeOf(id: ResultCell): ResultCell {
  return id === null ? null : String(id).replaceAll('-', '_');
}

/** What is said of a column of codes, from the column of words that it stands beside. */
export function codeHeading(id: string, { title: { en, 'zh-CN': zh } }: Heading): Heading & { readonly codeOf: string } {
  const title: Localized = { en: `${en} (code)`, 'zh-CN': `${zh}（代码）` };
  const basis: Localized = {
    en: `The value of “${en}” as a code, the same in every language and with every config.`,
    'zh-CN': `“${zh}”取值的代码，不随语言和配置变化。`,
  };
  return { title, type: 'text', basis, codeOf: id };
}
