import { configSchema } from '../../src/config/schema.ts';
import { withTables } from '../../src/engine/scope.ts';
import { track, trackFields, type TrackInput } from '../../src/pipelines/targets/track/track.ts';
import type { Result } from '../../src/result/result.ts';
import { type IngestedFiles, ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export type TrackSettings = IngestSettings & Partial<Pick<TrackInput, 'lang' | 'screen' | 'period' | 'settings'>>;

/** What the command asks the files for. */
export const trackedFields = trackFields();

export const trackOf = remembered(async (files: Readonly<Record<string, string>>, settings: TrackSettings = {}): Promise<Result> => {
  const loaded = await ingestFiles(files, { fields: trackedFields, ...settings });
  await loaded.engine.lock();
  return trackIn(loaded, settings);
});

export function trackIn({ engine, ingested }: IngestedFiles, settings: TrackSettings = {}): Promise<Result> {
  const { lang = 'en', screen, period = null, settings: targets = configSchema.parse({}).targets } = settings;
  return withTables(engine, (scope) => track({ engine: scope, ingested, lang, screen, period, settings: targets }));
}
