import { CrmEvalError } from '../errors.ts';
import type { TableReport } from '../ingest/contract.ts';
import { configName } from '../config/load.ts';
import { configText } from '../pipelines/init/init.ts';
import type { Call } from './call.ts';
import { emit } from './emit.ts';
import { checkOutput, outputOptions } from './output.ts';
import { saySettings } from './say-settings.ts';
import { settingsOf } from './settings.ts';
import { withSurvey } from './survey.ts';
import { withoutFiles } from './without-files.ts';

/** Writes crm-eval.config.yaml, or what `--out` says. */
export async function writeConfig(call: Call, files: readonly string[]): Promise<void> {
  const { run, flags } = call;
  const out = flags.out ?? configName;
  const settings = await settingsOf(call, files, { config: false });
  if (settings.files.length === 0) return withoutFiles(call);
  saySettings(call, settings);
  await checkOutput(out, outputOptions(run, flags));
  await withSurvey(run, settings, flags.encoding, async (reports) => {
    if (reports.every(({ role }) => role === null)) throw nothingToMap(reports);
    await emit(run, { ...flags, out }, configText(reports, settings.lang), settings.lang);
  });
}

/** A config that names no table would be none. */
function nothingToMap(reports: readonly TableReport[]): CrmEvalError {
  const names = [...new Set(reports.map(({ table }) => table.file))];
  return new CrmEvalError(
    'nothing-to-map',
    'usage',
    {
      en: `no table is recognised in ${names.join(', ')}, so there is nothing to write`,
      'zh-CN': `未在 ${names.join('、')} 中识别出任何表，没有可写入配置的内容`,
    },
    {
      fix: {
        en: 'say what a file holds: --orders FILE; crm-eval inspect FILE shows its columns',
        'zh-CN': '请指明文件内容，例如 --orders 文件；crm-eval inspect 文件 可查看各列',
      },
    },
  );
}
