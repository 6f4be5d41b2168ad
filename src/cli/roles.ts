import { type Command, Option } from 'commander';
import type { Lang, Localized } from '../lib/localized.ts';
import { entities } from '../model/entities.ts';
import { collect } from './option-values.ts';

const rolesTitle: Localized = {
  en: 'Tables (what the file holds, whatever its headers say; repeatable):',
  'zh-CN': '指定文件是哪张表（不再按表头判断，可重复）：',
};

/** `--orders FILE` and its like, one for every table a file can hold. */
export function addRoleOptions(command: Command, lang: Lang): void {
  command.optionsGroup(rolesTitle[lang]);
  for (const entity of entities) command.addOption(new Option(`${roleOption(entity.id)} <file>`, entity.title[lang]).argParser(collect));
}

function roleOption(entity: string): string {
  return `--${entity.replaceAll('_', '-')}`;
}

/** Files given by role options, in the order of the tables. */
export function roleFiles(flags: object): { readonly path: string; readonly role: string }[] {
  const values = new Map<string, unknown>(Object.entries(flags));
  return entities.flatMap((entity) => {
    const files = values.get(new Option(`${roleOption(entity.id)} <file>`).attributeName());
    return Array.isArray(files) ? files.map((path) => ({ path: String(path), role: entity.id })) : [];
  });
}
