import { relative } from 'node:path';
import { fill, type Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';
import type { Settings } from './settings.ts';

const texts = {
  config: { en: 'config: {name}', 'zh-CN': '配置文件：{name}' },
  own: { en: 'not read of {folder}, for crm-eval wrote it: {names}', 'zh-CN': '{folder} 中由 crm-eval 写出、未读取：{names}' },
  leftOut: { en: 'not read of {folder}: {names}', 'zh-CN': '{folder} 中未读取：{names}' },
} as const satisfies Record<string, Localized>;

/** What the run goes by and nobody named on the command line: a config that was found, and what is left out of a folder. */
export function saySettings({ run, flags }: { run: Run; flags: Flags }, { lang, configFound, leftOut }: Settings): void {
  if (flags.quiet === true) return;
  const say = (text: Localized, values: Readonly<Record<string, string>>): boolean =>
    run.stderr.write(`${visible(fill(text, lang, values))}\n`);
  if (configFound !== null) say(texts.config, { name: relative(run.folder, configFound) || configFound });
  const comma = { en: ', ', 'zh-CN': '、' }[lang];
  for (const { folder, hidden, other, own } of leftOut) {
    const names = flags.verbose === true ? [...other, ...hidden] : other;
    if (names.length > 0) say(texts.leftOut, { folder, names: names.join(comma) });
    if (own.length > 0) say(texts.own, { folder, names: own.join(comma) });
  }
}
