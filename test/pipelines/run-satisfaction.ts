import { defaultConfig } from '../../src/config/load.ts';
import { satisfaction, satisfactionFields, type SatisfactionInput } from '../../src/pipelines/satisfaction/satisfaction.ts';
import type { Result } from '../../src/result/result.ts';
import { type IngestedFiles, ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export type SatisfactionSettings = IngestSettings & Partial<Pick<SatisfactionInput, 'lang' | 'period' | 'by' | 'settings'>>;

export const satisfactionOf = remembered(
  async (files: Readonly<Record<string, string>>, settings: SatisfactionSettings = {}): Promise<Result> => {
    const loaded = await ingestFiles(files, { fields: satisfactionFields(), ...settings });
    await loaded.engine.lock();
    return satisfactionIn(loaded, settings);
  },
);

export function satisfactionIn({ engine, ingested }: IngestedFiles, settings: SatisfactionSettings = {}): Promise<Result> {
  const { lang = 'en', period = null, by = null, settings: own = defaultConfig().config.satisfaction } = settings;
  return satisfaction({ engine, ingested, settings: own, lang, period, by });
}
