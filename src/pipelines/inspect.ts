import { glanceOf } from '../views/table.ts';
import type { ColumnMatch, TableReport } from '../ingest/contract.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import type { Fact, Result, ResultCell, Section } from '../result/result.ts';
import { blankResult } from './blank-result.ts';
import { plainTable } from './table-section.ts';

/**
 * How files are read: a row for each table where there are several, then one of them with its first rows; the columns are those of all.
 * There must be at least one report.
 */
export function inspect(input: { readonly reports: readonly TableReport[]; readonly rows: number; readonly lang: Lang }): Result {
  const { reports, lang } = input;
  const shown = reports.find(({ table, role }) => role !== null && !table.hidden) ?? reports[0];
  if (shown === undefined) throw new RangeError('there is no table to inspect');
  const sections = [file(shown, lang), columns(reports, lang), rows(shown, input.rows, lang)];
  return { ...blankResult('inspect', lang), sections: reports.length > 1 ? [tables(reports, lang), ...sections] : sections };
}

function tables(reports: readonly TableReport[], lang: Lang): Section {
  return plainTable<TableReport>(
    { id: 'tables', title: { en: 'Tables', 'zh-CN': '表' }, lang },
    {
      file: { title: { en: 'File', 'zh-CN': '文件' }, type: 'text', value: ({ table }) => table.file },
      sheet: { title: { en: 'Sheet', 'zh-CN': '工作表' }, type: 'text', value: ({ table }) => table.sheet },
      hidden: { title: { en: 'Hidden', 'zh-CN': '隐藏' }, type: 'flag', value: ({ table }) => table.hidden },
      role: { title: { en: 'Read as', 'zh-CN': '识别为' }, type: 'id', value: ({ role }) => role },
      encoding: { title: { en: 'Encoding', 'zh-CN': '编码' }, type: 'text', value: ({ table }) => table.encoding },
      header_line: { title: { en: 'Header on line', 'zh-CN': '表头所在行' }, type: 'integer', value: ({ table }) => headerLine(table) },
      columns: { title: { en: 'Columns', 'zh-CN': '列数' }, type: 'integer', value: ({ table }) => table.columns.length },
    },
    reports,
  );
}

/** Null where the table has no header. */
function headerLine({ headerLine: line }: TableReport['table']): number | null {
  return line === 0 ? null : line;
}

function file({ table, role, candidates }: TableReport, lang: Lang): Section {
  const fact = (id: string, title: Localized, value: ResultCell, type: Fact['type'] = 'text'): Fact => ({
    id,
    title: title[lang],
    type,
    value,
    unit: null,
    n: null,
    low: null,
    high: null,
    basis: null,
  });
  const fits = candidates.map((candidate) => `${candidate.role} ${candidate.score.toFixed(2)}`).join(', ');
  const facts = [
    fact('file', { en: 'File', 'zh-CN': '文件' }, table.file),
    fact('sheet', { en: 'Sheet', 'zh-CN': '工作表' }, table.sheet),
    fact('format', { en: 'Format', 'zh-CN': '格式' }, table.format),
    fact('encoding', { en: 'Encoding', 'zh-CN': '编码' }, table.encoding),
    fact('delimiter', { en: 'Delimiter', 'zh-CN': '分隔符' }, table.dialect === null ? null : JSON.stringify(table.dialect.delimiter)),
    fact('quote', { en: 'Quote', 'zh-CN': '引号' }, table.dialect === null ? null : table.dialect.quote),
    fact('header_line', { en: 'Header on line', 'zh-CN': '表头所在行' }, headerLine(table), 'integer'),
    fact('preamble_rows', { en: 'Rows above the header', 'zh-CN': '表头之上的行数' }, table.preamble.length, 'integer'),
    fact('columns', { en: 'Columns', 'zh-CN': '列数' }, table.columns.length, 'integer'),
    fact('role', { en: 'Read as', 'zh-CN': '识别为' }, role),
    fact('candidates', { en: 'Tables that fit', 'zh-CN': '符合的表' }, fits === '' ? null : fits),
  ];
  return { id: 'file', title: { en: 'File', 'zh-CN': '文件' }[lang], kind: 'facts', facts };
}

type InspectedColumn = ColumnMatch & Pick<TableReport, 'table'>;

function columns(reports: readonly TableReport[], lang: Lang): Section {
  return plainTable<InspectedColumn>(
    { id: 'columns', title: { en: 'Columns', 'zh-CN': '列' }, lang },
    {
      file: { title: { en: 'File', 'zh-CN': '文件' }, type: 'text', value: ({ table }) => table.file },
      sheet: { title: { en: 'Sheet', 'zh-CN': '工作表' }, type: 'text', value: ({ table }) => table.sheet },
      position: { title: { en: 'No.', 'zh-CN': '序号' }, type: 'integer', value: ({ index }) => index + 1 },
      header: { title: { en: 'Header', 'zh-CN': '表头' }, type: 'text', value: ({ header }) => header },
      field: { title: { en: 'Field', 'zh-CN': '字段' }, type: 'id', value: ({ field }) => field },
      confidence: { title: { en: 'Sure', 'zh-CN': '把握' }, type: 'ratio', value: ({ confidence }) => confidence },
      reading: { title: { en: 'Read as', 'zh-CN': '读法' }, type: 'text', value: ({ reading }) => reading },
      example: { title: { en: 'Example', 'zh-CN': '示例' }, type: 'text', value: ({ table, index }) => firstValue(table, index) },
    },
    reports.flatMap(({ table, columns: matches }) => matches.map((match) => ({ ...match, table }))),
  );
}

function firstValue(table: TableReport['table'], index: number): string | null {
  return table.head.map((record) => record[index] ?? '').find((value) => value !== '') ?? null;
}

/** Column ids are positions: a header may be blank, stand twice, or be a name that no key should have. */
function rows({ table }: TableReport, count: number, lang: Lang): Section {
  const ids = table.columns.map((_, index) => `column_${index + 1}`);
  return {
    id: 'rows',
    title: { en: 'First rows', 'zh-CN': '前几行' }[lang],
    kind: 'table',
    columns: table.columns.map((header, index) => ({ id: ids[index] ?? '', title: header, type: 'text', unit: null, basis: null })),
    rows: table.head.slice(0, count).map((record) => Object.fromEntries(ids.map((id, index) => [id, record[index] ?? '']))),
    total: rows.length,
    glance: glanceOf(),
    chart: null,
  };
}
