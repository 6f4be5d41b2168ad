import { configJsonSchema } from '../../config/schema.ts';
import type { TableReport } from '../../ingest/contract.ts';
import type { Lang, Localized } from '../../lib/localized.ts';

const words = {
  head: {
    en: 'Settings of crm-eval. Options of the command line go before them; ## stands before comments, # before keys at their defaults.',
    'zh-CN': 'crm-eval 的配置。命令行选项优先；## 为注释，# 为取默认值的配置项。',
  },
  unused: { en: 'not used by any table', 'zh-CN': '不属于任何表，未使用' },
  unmatched: { en: 'columns without a field:', 'zh-CN': '未识别的列：' },
  sources: {
    en: 'Where each table comes from. Only fields the headers do not tell need a line under columns.',
    'zh-CN': '每张表的来源。只有按表头识别不出的字段才需要写在 columns 下。',
  },
} as const satisfies Record<string, Localized>;

/** A commented config from how files are read: their roles and columns, and every other key at its default as a comment. */
export function configText(reports: readonly TableReport[], lang: Lang): string {
  const lines = [`## ${words.head[lang]}`, '', ...sourceLines(reports, lang), ...defaultLines(lang)];
  return `${lines.join('\n').trimEnd()}\n`;
}

function sourceLines(reports: readonly TableReport[], lang: Lang): string[] {
  const unused = reports.filter((report) => report.role === null).map(({ table }) => `## ${comment(nameOf(table))}: ${words.unused[lang]}`);
  const roles = [...new Set(reports.flatMap((report) => report.role ?? []))].toSorted();
  if (roles.length === 0) return [...unused, ...(unused.length > 0 ? [''] : [])];
  const tables = roles.flatMap((role) =>
    roleLines(
      role,
      reports.filter((report) => report.role === role),
      lang,
    ),
  );
  return [`## ${words.sources[lang]}`, 'sources:', ...tables, ...unused, ''];
}

function roleLines(role: string, reports: readonly TableReport[], lang: Lang): string[] {
  const files = [...new Set(reports.map(({ table }) => table.file))].filter((file) => file !== '-');
  const columns = new Map<string, string>();
  for (const match of reports.flatMap((report) => report.columns)) {
    const field = match.field?.slice(role.length + 1);
    if (field !== undefined && !columns.has(field)) columns.set(field, `      ${field}: ${JSON.stringify(match.header)}`);
  }
  const unmatched = [
    ...new Set(
      reports.flatMap((report) =>
        report.columns.filter((match) => match.field === null && match.header !== '').map((match) => match.header),
      ),
    ),
  ];
  return [
    `  ${role}:`,
    ...(files.length === 0 ? [] : [`    files: [${files.map((file) => JSON.stringify(file)).join(', ')}]`]),
    '    columns:',
    ...columns.values(),
    ...(unmatched.length === 0 ? [] : [`      ## ${words.unmatched[lang]}`, ...unmatched.map((header) => `      ##   ${comment(header)}`)]),
  ];
}

function nameOf(table: TableReport['table']): string {
  return table.sheet === null ? table.file : `${table.file} › ${table.sheet}`;
}

/** Text of a file must stay on its line. */
function comment(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

interface Key {
  readonly description?: string;
  readonly 'x-zh-CN'?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Key>>;
}

/** Every key but `sources`, commented out, with its meaning and its default, or an example where it has none. */
function defaultLines(lang: Lang): string[] {
  const { properties = {} } = configJsonSchema() as Key;
  return Object.entries(properties).flatMap(([name, key]) => (name === 'sources' ? [] : [...keyLines(name, key, '', lang), '']));
}

/** `##` stands before prose and `#` before keys: taking the `#` off a key gives YAML. */
function keyLines(name: string, key: Key, indent: string, lang: Lang): string[] {
  const text = (lang === 'zh-CN' ? key['x-zh-CN'] : undefined) ?? key.description;
  const prose = text === undefined ? [] : [`## ${indent}${text}`];
  if (key.properties !== undefined)
    return [
      ...prose,
      `#${indent}${name}:`,
      ...Object.entries(key.properties).flatMap(([child, inner]) => keyLines(child, inner, `${indent}  `, lang)),
    ];
  return [...prose, `#${indent}${name}: ${JSON.stringify(key.default ?? key.examples?.[0] ?? null)}`];
}
