import { CrmEvalError } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';

const elsewhere: Localized = { en: 'load into another schema with --schema NAME', 'zh-CN': '用 --schema 名称 写入另一个 schema' };

export function reservedName(schema: string, prefixes: readonly string[]): CrmEvalError {
  return new CrmEvalError(
    'schema-reserved',
    'usage',
    {
      en: `a load cannot fill the schema "${schema}": names that begin with ${prefixes.join(' or ')} have another use`,
      'zh-CN': `不能载入到 schema “${schema}”：以 ${prefixes.join(' 或 ')} 开头的名称另有用途`,
    },
    { fix: { en: elsewhere.en, 'zh-CN': `请${elsewhere['zh-CN']}` } },
  );
}

export function locked(schema: string): CrmEvalError {
  return new CrmEvalError(
    'schema-locked',
    'locked',
    { en: `another load is filling the schema "${schema}"`, 'zh-CN': `另一个 load 正在写入 schema “${schema}”` },
    { fix: { en: `wait until it has ended, or ${elsewhere.en}`, 'zh-CN': `请等待其结束，或${elsewhere['zh-CN']}` } },
  );
}

export function closed(schema: string, user: string): CrmEvalError {
  const grant = `grant usage, create on schema "${schema}" to "${user}"`;
  return new CrmEvalError(
    'database-right-missing',
    'outputFailed',
    { en: `"${user}" may not make tables in the schema "${schema}"`, 'zh-CN': `“${user}”无权在 schema “${schema}” 中建表` },
    { fix: { en: `let its owner run: ${grant}; or ${elsewhere.en}`, 'zh-CN': `请其所有者执行 ${grant}，或${elsewhere['zh-CN']}` } },
  );
}

export function foreign(schema: string, tables: readonly { readonly name: string }[]): CrmEvalError {
  const names = tables.map(({ name }) => name);
  return new CrmEvalError(
    'schema-foreign',
    'outputFailed',
    {
      en: `the schema "${schema}" has tables or views of these names that no load made: ${names.join(', ')}`,
      'zh-CN': `schema “${schema}” 中已有同名的表或视图，且不是由 load 创建的：${names.join('、')}`,
    },
    { fix: { en: elsewhere.en, 'zh-CN': `请${elsewhere['zh-CN']}` } },
  );
}

export function filled(schema: string): CrmEvalError {
  return new CrmEvalError(
    'schema-filled',
    'outputFailed',
    { en: `the schema "${schema}" was filled by an earlier load`, 'zh-CN': `schema “${schema}” 已有之前载入的数据` },
    { fix: { en: `replace it with --force, or ${elsewhere.en}`, 'zh-CN': `请用 --force 替换，或${elsewhere['zh-CN']}` } },
  );
}

export function notOwned(schema: string, owner: string): CrmEvalError {
  return new CrmEvalError(
    'schema-not-owned',
    'outputFailed',
    {
      en: `the tables of the schema "${schema}" were loaded by the user "${owner}", and only their owner can replace them`,
      'zh-CN': `schema “${schema}” 中的表由用户“${owner}”载入，只有其所有者才能替换`,
    },
    { fix: { en: `connect as "${owner}", or ${elsewhere.en}`, 'zh-CN': `请以“${owner}”身份连接，或${elsewhere['zh-CN']}` } },
  );
}

export function viewed(schema: string, views: readonly string[]): CrmEvalError {
  return new CrmEvalError(
    'schema-viewed',
    'outputFailed',
    {
      en: `views stand on the tables of the schema "${schema}", and would be lost: ${views.join(', ')}`,
      'zh-CN': `schema “${schema}” 中的表被以下视图引用，替换会使其失效：${views.join('、')}`,
    },
    {
      fix: {
        en: `drop the views and create them again afterwards, or ${elsewhere.en}`,
        'zh-CN': `请先删除这些视图、载入后再重建，或${elsewhere['zh-CN']}`,
      },
    },
  );
}

export function unbalanced(table: string, sent: object, arrived: object): CrmEvalError {
  const figures = `${JSON.stringify(sent)} / ${JSON.stringify(arrived)}`;
  return new CrmEvalError(
    'load-unbalanced',
    'outputFailed',
    {
      en: `${table}: the database does not hold what was sent (${figures}); nothing was changed`,
      'zh-CN': `${table}：数据库中的数据与发送的不一致（${figures}），未做任何更改`,
    },
    { fix: { en: 'see the log of the server, and run again', 'zh-CN': '请查看服务器日志后重试' } },
  );
}
