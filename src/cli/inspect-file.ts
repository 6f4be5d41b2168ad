import { CrmEvalError } from '../errors.ts';
import type { ColumnProfile } from '../ingest/column-profile.ts';
import type { TableReport } from '../ingest/contract.ts';
import type { Localized } from '../lib/localized.ts';
import { nearest } from '../lib/nearest.ts';
import { inspect, type Profiles } from '../pipelines/inspect/inspect.ts';
import type { inspectCard } from '../pipelines/inspect/card.ts';
import { visible } from '../report/visible.ts';
import type { Call } from './call.ts';
import { checkOutputs } from './check-outputs.ts';
import { emitResult, formatOf } from './emit.ts';
import { inspectFindings, isSmall } from './inspect-findings.ts';
import { saySettings } from './say-settings.ts';
import { type Settings, settingsOf } from './settings.ts';
import { withSurvey } from './survey.ts';
import { withoutFiles } from './without-files.ts';
import { writeTable } from './write-table.ts';

export async function inspectFile(call: Call<(typeof inspectCard)['options']>, files: readonly string[]): Promise<void> {
  const { run, flags } = call;
  const { rows, sheet, showValues } = call.options;
  const settings = await settingsOf(call, files);
  saySettings(call, settings);
  if (settings.files.length === 0 && settings.tables.length > 0) throw tablesGiven();
  if (settings.files.length === 0) return withoutFiles(call);
  await checkOutputs(run, flags, settings.files);
  if (rows === 'all' && (formatOf(run, flags) !== 'csv' || (flags.out ?? '-') !== '-')) throw allNeedsCsv();
  await withSurvey(run, settings, flags.encoding, async (all, scratch) => {
    const reports = sheet === null ? all : sheetsNamed(all, sheet);
    if (rows !== 'all') {
      const found = await inspectFindings(run, flags, settings, scratch);
      const findings = sheet === null ? found : found.filter((finding) => finding.sheet === null || finding.sheet === sheet);
      const profiles = await profilesOf(reports, settings, scratch, await isSmall(run, settings));
      const result = inspect({ reports, rows, lang: settings.lang, findings, showValues, profiles });
      await emitResult(run, flags, result, { limit: settings.config.output.limit ?? null });
      return;
    }
    const [first] = reports;
    if (first === undefined) return;
    const note = (text: string): boolean => flags.quiet !== true && run.stderr.write(`${text}\n`);
    if (reports.length > 1) note(onlyFirst(first, reports.length)[settings.lang]);
    const rejected = await writeTable(run, first.table);
    if (rejected > 0) note(notPrinted(rejected)[settings.lang]);
  });
}

/** Of small files over all rows, else over those from which the rest was decided. */
async function profilesOf(reports: readonly TableReport[], { limits }: Settings, scratch: string, whole: boolean): Promise<Profiles> {
  const { DuckDbEngine } = await import('../engine/duckdb.ts');
  const { columnProfiles } = await import('../ingest/column-profile.ts');
  const engine = await DuckDbEngine.open({ scratch, ...limits });
  const rows = whole ? 'all' : 1_000;
  try {
    const of = new Map<TableReport, readonly ColumnProfile[]>();
    for (const report of reports) of.set(report, await columnProfiles(engine, report.table, rows));
    return { rows, of };
  } finally {
    await engine.close();
  }
}

function tablesGiven(): CrmEvalError {
  return new CrmEvalError(
    'files-missing',
    'usage',
    { en: 'inspect looks into files, and the config names tables of a database', 'zh-CN': 'inspect 查看文件，而配置中指定的是数据库表' },
    {
      fix: {
        en: 'crm-eval check -v says how each column of the tables was understood',
        'zh-CN': '可用 crm-eval check -v 查看各表各列的识别结果',
      },
    },
  );
}

function sheetsNamed(reports: readonly TableReport[], name: string): readonly TableReport[] {
  const found = reports.filter(({ table }) => table.sheet === name);
  if (found.length > 0) return found;
  const names = reports.flatMap(({ table }) => (table.sheet === null ? [] : [table.sheet]));
  const meant = nearest(name, names);
  const fix =
    meant === null
      ? { en: `the sheets are: ${names.join(', ') || 'none'}`, 'zh-CN': `现有的工作表：${names.join('、') || '无'}` }
      : { en: `did you mean ${meant}?`, 'zh-CN': `是不是想写 ${meant}？` };
  throw new CrmEvalError('sheet-unknown', 'usage', { en: `there is no sheet ${name}`, 'zh-CN': `没有工作表 ${name}` }, { fix });
}

function allNeedsCsv(): CrmEvalError {
  return new CrmEvalError(
    'rows-need-csv',
    'usage',
    { en: '--rows all prints CSV to the standard output only', 'zh-CN': '--rows all 只能以 CSV 输出到标准输出' },
    { fix: { en: 'add --format csv, and > FILE instead of --out', 'zh-CN': '请加 --format csv，用 > 文件 代替 --out' } },
  );
}

function onlyFirst({ table }: TableReport, count: number): Localized {
  const name = visible(table.sheet ?? table.file);
  return {
    en: `printing ${name}, the first of ${count} tables; --sheet names another`,
    'zh-CN': `输出 ${count} 张表中的第一张：${name}；可用 --sheet 指定`,
  };
}

function notPrinted(rejected: number): Localized {
  return { en: `${rejected} records fit no row of the table and are not printed`, 'zh-CN': `${rejected} 条记录与表的列不符，未输出` };
}
