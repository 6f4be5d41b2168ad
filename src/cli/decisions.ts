import type { ColumnMatch, Ingested, TableReport } from '../ingest/contract.ts';
import { fill, type Lang, type Localized } from '../lib/localized.ts';
import { roleTitle } from '../pipelines/parts/input-words.ts';
import { visible } from '../report/visible.ts';

const texts = {
  table: {
    en: '{name}: {role} · {encoding}{dialect}{header}',
    'zh-CN': '{name}：{role} · {encoding}{dialect}{header}',
  },
  unused: { en: 'not used (no role fits)', 'zh-CN': '未使用（不属于任何表）' },
  delimiter: { en: ' · delimiter {delimiter}', 'zh-CN': ' · 分隔符 {delimiter}' },
  header: { en: ' · header on line {line}', 'zh-CN': ' · 表头在第 {line} 行' },
  alsoFits: { en: '  also fits: {candidates}', 'zh-CN': '  也可能是：{candidates}' },
  column: { en: '  {header} → {field} ({confidence}){reading}', 'zh-CN': '  {header} → {field}（{confidence}）{reading}' },
  ignored: { en: '  {header} → not used', 'zh-CN': '  {header} → 未使用' },
} as const satisfies Record<string, Localized>;

/** How every table and column was understood, a line each. */
export function decisionLines(ingested: Ingested, lang: Lang): string[] {
  return ingested.tables.flatMap((report) => tableLines(report, lang)).map(visible);
}

function tableLines({ table, role, candidates, columns }: TableReport, lang: Lang): string[] {
  const name = table.sheet === null ? table.file : `${table.file} › ${table.sheet}`;
  const dialect = table.dialect === null ? '' : fill(texts.delimiter, lang, { delimiter: JSON.stringify(table.dialect.delimiter) });
  const head = fill(texts.table, lang, {
    name,
    role: role === null ? texts.unused[lang] : roleText(role, lang),
    encoding: table.encoding,
    dialect,
    header: table.headerLine === 0 ? '' : fill(texts.header, lang, { line: table.headerLine }),
  });
  const others = candidates
    .filter((candidate) => candidate.role !== role)
    .map((candidate) => `${roleText(candidate.role, lang)} ${candidate.score.toFixed(2)}`);
  const also = others.length === 0 ? [] : [fill(texts.alsoFits, lang, { candidates: others.join(', ') })];
  return [head, ...also, ...columns.map((column) => columnLine(column, lang))];
}

/** In Chinese with its name before the id, by which options and fields go. */
function roleText(role: string, lang: Lang): string {
  return lang === 'en' ? role : `${roleTitle(role)[lang]}（${role}）`;
}

function columnLine({ header, field, confidence, reading }: ColumnMatch, lang: Lang): string {
  if (field === null) return fill(texts.ignored, lang, { header });
  return fill(texts.column, lang, { header, field, confidence: confidence ?? 0, reading: reading === null ? '' : ` · ${reading}` });
}
