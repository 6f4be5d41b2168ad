import { z } from 'zod';
import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import type { Localized } from '../lib/localized.ts';
import { configSchema } from './schema.ts';
import { inChinese } from './messages.ts';
import type { UnknownKey } from './unknown-keys.ts';

const seeSchema: Localized = {
  en: 'crm-eval schema config lists every key with its values',
  'zh-CN': 'crm-eval schema config 列出全部配置项及取值',
};

/** `where` is the file, with the line. */
export function configInvalid(where: string, reason: Localized, fix: Localized = seeSchema): CrmEvalError {
  return new CrmEvalError('config-invalid', 'usage', { en: `${where}: ${reason.en}`, 'zh-CN': `${where}：${reason['zh-CN']}` }, { fix });
}

/** A key the config does not have, with the one that was meant. */
export function unknownKeyError(where: string, { path, known }: UnknownKey): CrmEvalError {
  const name = path.map(String).join('.');
  const meant = nearest(String(path.at(-1)), known);
  const fix: Localized =
    meant === null
      ? { en: `the keys here are ${known.join(', ')}`, 'zh-CN': `此处可用的配置项：${known.join('、')}` }
      : { en: `did you mean ${meant}?`, 'zh-CN': `是不是想写 ${meant}？` };
  return configInvalid(where, { en: `there is no key ${name}`, 'zh-CN': `没有配置项 ${name}` }, fix);
}

/** The first value that the schema refuses. */
export function valueError(value: unknown, whereOf: (path: readonly PropertyKey[]) => string): CrmEvalError {
  const english = firstIssue(value, z.locales.en());
  const chinese = firstIssue(value, z.locales.zhCN());
  const name = english.path.map(String).join('.');
  const named = (message: string, separator: string): string => (name === '' ? message : `${name}${separator}${message}`);
  return configInvalid(whereOf(english.path), { en: named(english.message, ': '), 'zh-CN': named(inChinese(chinese.message), '：') });
}

/** Of a union, the issue of the alternative that came furthest. */
function firstIssue(value: unknown, locale: ReturnType<typeof z.locales.en>): { path: PropertyKey[]; message: string } {
  const issue = configSchema.safeParse(value, { error: locale.localeError }).error?.issues[0];
  if (issue === undefined) throw new TypeError('the config is valid in one language and not in another');
  return deepest(issue, []);
}

function deepest(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): { path: PropertyKey[]; message: string } {
  const path = [...above, ...issue.path];
  const nested = issue.code === 'invalid_union' ? issue.errors.flat().map((inner) => deepest(inner, path)) : [];
  const best = nested.toSorted((a, b) => b.path.length - a.path.length)[0];
  return best !== undefined && best.path.length > path.length ? best : { path, message: issue.message };
}
