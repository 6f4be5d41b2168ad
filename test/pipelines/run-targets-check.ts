import { defaultConfig } from '../../src/config/load.ts';
import { targetCheckFields, type TargetCheckInput, targetsCheck } from '../../src/pipelines/targets/check/check.ts';
import type { Result } from '../../src/result/result.ts';
import { ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export type TargetCheckSettings = IngestSettings & Partial<Pick<TargetCheckInput, 'lang' | 'period' | 'settings'>>;

/** The check of the targets of these files. */
export const targetsCheckOf = remembered(
  async (files: Readonly<Record<string, string>>, more: TargetCheckSettings = {}): Promise<Result> => {
    const { engine, ingested } = await ingestFiles(files, { fields: targetCheckFields(), ...more });
    await engine.lock();
    const { lang = 'en', period = null, settings = defaultConfig().config.targets.check } = more;
    return targetsCheck({ engine, ingested, lang, period, settings });
  },
);
