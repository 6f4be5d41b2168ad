import { capitalised, type Lang, type Localized } from '../lib/localized.ts';
import type { CardOption, CardOptions } from './card.ts';

/** The line of an option in the help; `others` are the options among which it stands. */
export function optionText(option: CardOption, lang: Lang, others: CardOptions = {}): string {
  const { takes, implies } = option;
  const remarks: Localized[] = [];
  if (takes.kind === 'share') remarks.push({ en: ', as 10% or 0.1', 'zh-CN': '，写作 10% 或 0.1' });
  const switched = implies === undefined ? undefined : others[implies];
  if (switched !== undefined) remarks.push({ en: `; implies ${longFlag(switched)}`, 'zh-CN': `；同时启用 ${longFlag(switched)}` });
  return `${meaning(option, lang)}${remarks.map((remark) => remark[lang]).join('')}${defaultText(option, lang)}`;
}

/** `--out` of `-o, --out <file>`. */
export function longFlag({ flags }: Pick<CardOption, 'flags'>): string {
  return /--[a-z][a-z-]*/.exec(flags)?.[0] ?? flags;
}

/** What the config says of an option, in a sentence, with what holds for the config alone; a plain default is left to the schema. */
export function keyText(option: CardOption, lang: Lang, note?: Localized): string {
  const remark = note === undefined ? '' : { en: `; ${note.en}`, 'zh-CN': `；${note['zh-CN']}` }[lang];
  const text = `${meaning(option, lang)}${remark}${option.otherwise === undefined ? '' : defaultText(option, lang)}`;
  return lang === 'zh-CN' ? `${text}。` : `${capitalised(text)}.`;
}

function meaning({ text, unit, takes }: CardOption, lang: Lang): string {
  const measured = unit === undefined ? '' : { en: `, in ${unit.en}`, 'zh-CN': `，单位：${unit['zh-CN']}` }[lang];
  const explained = takes.kind !== 'choice' || takes.values.every((value) => text[lang].includes(value));
  const choices = explained ? '' : { en: `: ${takes.values.join(', ')}`, 'zh-CN': `：${takes.values.join('、')}` }[lang];
  return `${text[lang]}${measured}${choices}`;
}

function defaultText(option: CardOption, lang: Lang): string {
  const value = option.default ?? null;
  const shown =
    value === null || typeof value === 'boolean' ? [] : [option.takes.kind === 'share' ? `${Number(value) * 100}%` : String(value)];
  const parts = [...shown, ...(option.otherwise === undefined ? [] : [option.otherwise[lang]])];
  if (parts.length === 0) return '';
  return { en: ` (default: ${parts.join(', ')})`, 'zh-CN': `（默认：${parts.join('，')}）` }[lang];
}
