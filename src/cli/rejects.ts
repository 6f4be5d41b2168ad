import type { Reject } from '../ingest/contract.ts';
import type { Lang } from '../lib/localized.ts';
import { blankResult } from '../pipelines/parts/analysis-result.ts';
import { reporters } from '../report/reporters.ts';
import type { TableSection } from '../result/result.ts';
import type { Run } from './context.ts';
import { wrote } from './emit.ts';
import type { Flags } from './options.ts';
import { outputOptions, writeOutput } from './output.ts';

const columns = {
  file: 'text',
  sheet: 'text',
  line: 'integer',
  cell: 'text',
  column: 'text',
  value: 'text',
  code: 'id',
  effect: 'id',
  amount: 'money',
  expected: 'text',
  fix: 'text',
} as const satisfies Record<keyof Reject, TableSection['columns'][number]['type']>;

/** Writes every row and cell that could not be used, as CSV, which has the ids of columns and no words about them. */
export async function writeRejects(run: Run, flags: Flags, path: string, rejects: readonly Reject[], lang: Lang): Promise<void> {
  const render = await reporters.csv.load();
  const section: TableSection = {
    id: 'rejects',
    title: 'rejects',
    kind: 'table',
    place: 'answer',
    columns: Object.entries(columns).map(([id, type]) => ({ id, title: id, type, unit: null, basis: null })),
    rows: rejects.map((reject) => ({ ...reject })),
    total: rejects.length,
    glance: { first: [], most: null, below: [], hidden: [] },
    chart: null,
  };
  const content = await render(
    { ...blankResult({ name: 'rejects', title: { en: 'rejects', 'zh-CN': 'rejects' } }, lang), sections: [section] },
    {
      limit: null,
      sections: null,
      detail: 'usual',
      width: 120,
      color: false,
      escapeFormulas: flags.escape !== false,
      precise: true,
      byteOrderMark: path !== '-',
    },
  );
  await writeOutput(path, content, outputOptions(run, flags));
  if (path !== '-' && flags.quiet !== true) run.stderr.write(wrote(path, lang));
}
