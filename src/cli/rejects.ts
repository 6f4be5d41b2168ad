import type { Reject } from '../ingest/contract.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import { blankResult } from '../pipelines/blank-result.ts';
import { plainTable, type PlainColumn } from '../pipelines/table-section.ts';
import { reporters } from '../report/reporters.ts';
import type { Run } from './context.ts';
import { wrote } from './emit.ts';
import type { Flags } from './options.ts';
import { outputOptions, writeOutput } from './output.ts';

function column(id: keyof Reject, type: PlainColumn<Reject>['type'], title: Localized): PlainColumn<Reject> {
  return { title, type, value: (reject) => reject[id] };
}

const columns: Readonly<Record<keyof Reject, PlainColumn<Reject>>> = {
  file: column('file', 'text', { en: 'File', 'zh-CN': '文件' }),
  sheet: column('sheet', 'text', { en: 'Sheet', 'zh-CN': '工作表' }),
  line: column('line', 'integer', { en: 'Line', 'zh-CN': '行号' }),
  cell: column('cell', 'text', { en: 'Cell', 'zh-CN': '单元格' }),
  column: column('column', 'text', { en: 'Column', 'zh-CN': '列' }),
  value: column('value', 'text', { en: 'Value', 'zh-CN': '值' }),
  code: column('code', 'id', { en: 'Code', 'zh-CN': '代码' }),
  effect: column('effect', 'id', { en: 'Effect', 'zh-CN': '处理结果' }),
  expected: column('expected', 'text', { en: 'Expected', 'zh-CN': '应为' }),
  fix: column('fix', 'text', { en: 'Fix', 'zh-CN': '处理办法' }),
};

/** Writes every row and cell that could not be used, as CSV. */
export async function writeRejects(run: Run, flags: Flags, path: string, rejects: readonly Reject[], lang: Lang): Promise<void> {
  const render = await reporters.csv.load();
  const section = plainTable({ id: 'rejects', title: { en: 'Rejects', 'zh-CN': '未使用的数据' }, lang }, columns, rejects);
  const content = await render(
    { ...blankResult('rejects', lang), sections: [section] },
    { limit: null, width: 120, color: false, escapeFormulas: flags.escape !== false },
  );
  await writeOutput(path, content, outputOptions(run, flags));
  if (path !== '-' && flags.quiet !== true) run.stderr.write(wrote(path, lang));
}
