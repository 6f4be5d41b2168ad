import type { SourceRows } from '../../ingest/contract.ts';
import type { TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { table } from '../../views/table.ts';
import { roleTitle } from '../parts/input-words.ts';
import { fileHeadings } from '../parts/file-headings.ts';

/** The files and lines behind the figures. */
export function sourcesSection({ lang }: Pick<ViewContext, 'lang'>, sources: readonly SourceRows[]): TableSection {
  return table(
    lang,
    {
      id: 'sources',
      title: { en: 'Where the figures come from', 'zh-CN': '数据来源' },
      place: 'basis',
      glance: { first: ['file', 'rows', 'lines'], hidden: ['role'] },
    },
    {
      role_title: { ...fileHeadings.role_title, value: ({ role }) => roleTitle(role) },
      role: { ...fileHeadings.role, value: ({ role }) => role },
      file: { ...fileHeadings.file, value: ({ file }) => file },
      sheet: { ...fileHeadings.sheet, value: ({ sheet }) => sheet },
      rows: {
        title: { en: 'Rows', 'zh-CN': '行数' },
        type: 'integer',
        unit: 'rows',
        basis: { en: 'Rows of this customer that figures are computed from.', 'zh-CN': '该客户参与计算的行数。' },
        value: ({ rows }) => rows,
      },
      lines: {
        title: { en: 'Lines', 'zh-CN': '行号' },
        type: 'text',
        basis: {
          en: 'Where these rows stand: lines of the file or rows of the sheet; a table of a database has none.',
          'zh-CN': '这些行在文件或工作表中的行号；数据库表没有行号。',
        },
        value: ({ lines }) => ranges(lines),
      },
    },
    sources,
  );
}

/** `2–5, 9`: ascending numbers with runs drawn together; after `most` runs the rest is `…`. */
export function ranges(numbers: readonly number[], most = Infinity): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...shown, ...(runs.length > most ? ['…'] : [])].join(', ');
}
