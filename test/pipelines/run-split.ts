import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { SplitInput } from '../../src/pipelines/targets/split/run.ts';
import { splitFields, targetsSplit } from '../../src/pipelines/targets/split/split.ts';
import type { Result, ResultRow } from '../../src/result/result.ts';
import { type IngestedFiles, ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export interface SplitSettings extends IngestSettings, Partial<Pick<SplitInput, 'number' | 'period' | 'screen'>> {
  readonly lang?: 'en' | 'zh-CN';
  readonly split?: Partial<Config['targets']['split']>;
  readonly calendar?: Partial<Config['targets']['calendar']>;
}

export const splitOf = remembered(async (files: Readonly<Record<string, string>>, settings: SplitSettings = {}): Promise<Result> => {
  const loaded = await ingestFiles(files, { fields: splitFields(), ...settings });
  await loaded.engine.lock();
  return splitIn(loaded, settings);
});

export function splitIn({ engine, ingested }: Pick<IngestedFiles, 'engine' | 'ingested'>, settings: SplitSettings = {}): Promise<Result> {
  const { lang = 'en', number = null, period = null, screen, split = {}, calendar = {} } = settings;
  const { targets, value } = defaultConfig().config;
  return targetsSplit({
    engine,
    ingested,
    lang,
    screen,
    settings: { ...targets, calendar: { ...targets.calendar, ...calendar }, split: { ...targets.split, ...split } },
    value,
    number,
    period,
  });
}

/** The rows of a table. */
export function rowsIn(result: Result, id: string): ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  if (section?.kind !== 'table') throw new RangeError(`there is no table ${id}`);
  return [...section.rows];
}
