import type { Ingested, TableReport } from '../ingest/contract.ts';
import type { Period } from '../lib/dates.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import type { Fact, Input, Result } from '../result/result.ts';
import { blankResult } from './blank-result.ts';
import { plainTable } from './table-section.ts';

/** All findings of the files, and how every row was accounted for. */
export function check(input: { readonly ingested: Ingested; readonly lang: Lang; readonly period: Period | null }): Result {
  const { ingested, lang, period } = input;
  const unused = ingested.tables.filter((report) => report.role === null);
  return {
    ...blankResult('check', lang),
    as_of: ingested.asOf,
    period,
    inputs: [...ingested.inputs],
    sections: [
      { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }[lang], kind: 'facts', facts: overview(ingested, unused, lang) },
      files(ingested, unused, lang),
    ],
    findings: [...ingested.findings],
  };
}

function overview({ inputs, findings }: Ingested, unused: readonly TableReport[], lang: Lang): Fact[] {
  const sum = (rows: (input: Input) => number): number => inputs.reduce((total, input) => total + rows(input), 0);
  const found = (level: string): number => findings.reduce((total, finding) => total + (finding.level === level ? finding.count : 0), 0);
  const count = (id: string, title: Localized, value: number, unit: string | null): Fact => ({
    id,
    title: title[lang],
    type: 'integer',
    value,
    unit,
    n: null,
    low: null,
    high: null,
    basis: null,
  });
  return [
    count('tables_used', { en: 'Tables used', 'zh-CN': '使用的表' }, inputs.length, null),
    count('tables_unused', { en: 'Tables not used', 'zh-CN': '未使用的表' }, unused.length, null),
    count(
      'rows_read',
      { en: 'Rows read', 'zh-CN': '读取行数' },
      sum((input) => input.rows_read),
      'rows',
    ),
    count(
      'rows_used',
      { en: 'Rows used', 'zh-CN': '使用行数' },
      sum((input) => input.rows_used),
      'rows',
    ),
    count(
      'rows_set_aside',
      { en: 'Rows set aside', 'zh-CN': '搁置行数' },
      sum((input) => input.rows_set_aside),
      'rows',
    ),
    count(
      'rows_rejected',
      { en: 'Rows rejected', 'zh-CN': '剔除行数' },
      sum((input) => input.rows_rejected),
      'rows',
    ),
    count('errors', { en: 'Errors', 'zh-CN': '错误' }, found('error'), null),
    count('warnings', { en: 'Warnings', 'zh-CN': '警告' }, found('warning'), null),
    count('notes', { en: 'Notes', 'zh-CN': '提示' }, found('info'), null),
  ];
}

type FileRow = Pick<Input, 'file' | 'sheet' | 'encoding'> & { readonly input: Input | null };

/** Tables that no role fits are listed too: nothing is left out without a word. */
function files(ingested: Ingested, unused: readonly TableReport[], lang: Lang) {
  const rows: FileRow[] = [
    ...ingested.inputs.map((input) => ({ ...input, input })),
    ...unused.map(({ table }) => ({ file: table.file, sheet: table.sheet, encoding: table.encoding, input: null })),
  ];
  return plainTable<FileRow>(
    { id: 'files', title: { en: 'Files', 'zh-CN': '文件' }, lang },
    {
      file: { title: { en: 'File', 'zh-CN': '文件' }, type: 'text', value: (row) => row.file },
      sheet: { title: { en: 'Sheet', 'zh-CN': '工作表' }, type: 'text', value: (row) => row.sheet },
      role: { title: { en: 'Table', 'zh-CN': '表' }, type: 'id', value: ({ input }) => input?.role ?? null },
      encoding: { title: { en: 'Encoding', 'zh-CN': '编码' }, type: 'text', value: (row) => row.encoding },
      rows_read: { title: { en: 'Read', 'zh-CN': '读取' }, type: 'integer', unit: 'rows', value: ({ input }) => input?.rows_read ?? null },
      rows_used: { title: { en: 'Used', 'zh-CN': '使用' }, type: 'integer', unit: 'rows', value: ({ input }) => input?.rows_used ?? null },
      rows_set_aside: {
        title: { en: 'Set aside', 'zh-CN': '搁置' },
        type: 'integer',
        unit: 'rows',
        value: ({ input }) => input?.rows_set_aside ?? null,
      },
      rows_rejected: {
        title: { en: 'Rejected', 'zh-CN': '剔除' },
        type: 'integer',
        unit: 'rows',
        value: ({ input }) => input?.rows_rejected ?? null,
      },
      sum_read: { title: { en: 'Sum read', 'zh-CN': '读取合计' }, type: 'money', value: ({ input }) => input?.sum_read ?? null },
      sum_used: { title: { en: 'Sum used', 'zh-CN': '使用合计' }, type: 'money', value: ({ input }) => input?.sum_used ?? null },
      reasons: {
        title: { en: 'Reasons', 'zh-CN': '原因' },
        type: 'text',
        value: ({ input }) => (input === null ? null : reasonText(input.reasons)),
      },
    },
    rows,
  );
}

function reasonText(reasons: Input['reasons']): string | null {
  return (
    Object.entries(reasons)
      .map(([code, rows]) => `${code} ${rows}`)
      .join(', ') || null
  );
}
