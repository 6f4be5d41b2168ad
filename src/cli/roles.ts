import { type Command, Option } from 'commander';
import type { CardOption } from '../config/card.ts';
import type { Localized } from '../lib/localized.ts';
import { entities } from '../model/entities.ts';
import type { Run } from './context.ts';
import { addOptions } from './options.ts';

const title: Localized = {
  en: 'Tables (what the file holds, whatever its headers say; repeatable):',
  'zh-CN': '指定文件是哪张表（不再按表头判断，可重复）：',
};

/** `--orders FILE` and its like, one for every table a file can hold. */
export const roleOptions: readonly (readonly [role: string, option: CardOption])[] = entities.map((entity) => [
  entity.id,
  { flags: `--${entity.id.replaceAll('_', '-')} <file>`, text: entity.title, takes: { kind: 'file' }, repeats: true },
]);

export function addRoleOptions(command: Command, run: Run): void {
  addOptions(command, run, Object.fromEntries(roleOptions), title);
}

/** Files given by role options, in the order of the tables. */
export function roleFiles(given: object): { readonly path: string; readonly role: string }[] {
  const values = new Map<string, unknown>(Object.entries(given));
  return roleOptions.flatMap(([role, { flags }]) => {
    const files = values.get(new Option(flags).attributeName());
    return Array.isArray(files) ? files.map((path) => ({ path: String(path), role })) : [];
  });
}
