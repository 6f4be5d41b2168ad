import { type CohortInput } from '../../src/pipelines/cohorts/run.ts';
import { cohortFields, cohorts } from '../../src/pipelines/cohorts/cohorts.ts';
import type { Result } from '../../src/result/result.ts';
import { type IngestedFiles, ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export type CohortSettings = IngestSettings & Partial<Pick<CohortInput, 'lang' | 'screen' | 'unit' | 'period' | 'by'>>;

export const cohortsOf = remembered(async (files: Readonly<Record<string, string>>, settings: CohortSettings = {}): Promise<Result> => {
  const loaded = await ingestFiles(files, { fields: cohortFields(settings.by ?? null), ...settings });
  await loaded.engine.lock();
  return cohortsIn(loaded, settings);
});

export function cohortsIn({ engine, ingested }: IngestedFiles, settings: CohortSettings = {}): Promise<Result> {
  const { lang = 'en', screen, unit = 'month', period = null, by = null } = settings;
  return cohorts({ engine, ingested, lang, screen, unit, period, by });
}
