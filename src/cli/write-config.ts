import { configName } from '../config/load.ts';
import { configText } from '../pipelines/init/init.ts';
import type { Call } from './call.ts';
import { emit } from './emit.ts';
import { checkOutput, outputOptions } from './output.ts';
import { settingsOf } from './settings.ts';
import { withSurvey } from './survey.ts';

/** Writes crm-eval.config.yaml, or what `--out` says. */
export async function writeConfig(call: Call, files: readonly string[]): Promise<void> {
  const { run, flags } = call;
  const out = flags.out ?? configName;
  await checkOutput(out, outputOptions(run, flags));
  const settings = await settingsOf(call, files, { config: false });
  await withSurvey(run, settings, flags.encoding, async (reports) =>
    emit(run, { ...flags, out }, configText(reports, settings.lang), settings.lang),
  );
}
