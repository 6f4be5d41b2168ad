import { configName } from '../config/load.ts';
import { configText } from '../pipelines/init.ts';
import type { Run } from './context.ts';
import { emit } from './emit.ts';
import type { Flags } from './options.ts';
import { checkOutput, outputOptions } from './output.ts';
import { settingsOf } from './settings.ts';
import { withSurvey } from './survey.ts';

/** Writes crm-eval.config.yaml, or what `--out` says. */
export async function writeConfig(run: Run, flags: Flags, files: readonly string[]): Promise<void> {
  const out = flags.out ?? configName;
  await checkOutput(out, outputOptions(run, flags));
  const settings = await settingsOf(run, flags, files, { config: false });
  await withSurvey(run, settings, flags.encoding, async (reports) =>
    emit(run, { ...flags, out }, configText(reports, settings.lang), settings.lang),
  );
}
