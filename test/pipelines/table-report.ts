import type { TableReport } from '../../src/ingest/contract.ts';
import type { RawTable } from '../../src/source/raw-table.ts';

/** A report of a table that was read from nowhere; fields are given as `header → field`. */
export function tableReport(
  table: Partial<Pick<RawTable, 'file' | 'sheet' | 'encoding' | 'head' | 'hidden' | 'headerLine' | 'preamble'>>,
  role: string | null,
  columns: readonly (readonly [header: string, field: string | null])[],
): TableReport {
  const dialect = { delimiter: ';', quote: '"', escape: '"' };
  return {
    table: {
      file: 'orders.csv',
      sheet: null,
      format: 'text',
      encoding: 'gb18030',
      dialect,
      columns: columns.map(([header]) => header),
      headerLine: 3,
      preamble: [['导出日期'], ['2026-10-31']],
      head: [],
      text: { path: 'nowhere', skip: 3, dialect, newline: 'lf', clean: true },
      rejected: [],
      problems: [],
      hidden: false,
      sha256: Promise.resolve(''),
      linesOf: async () => [],
      careful: null,
      firstColumn: 1,
      ...table,
    } as RawTable,
    role,
    candidates: role === null ? [] : [{ role, score: 0.97 }],
    columns: columns.map(([header, field], index) => ({ header, index, field, confidence: field === null ? null : 0.9, reading: null })),
  };
}
