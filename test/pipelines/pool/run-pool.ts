import { defaultConfig } from '../../../src/config/load.ts';
import type { PoolRuleValues } from '../../../src/config/pool-rules.ts';
import type { Config } from '../../../src/config/schema.ts';
import type { Period } from '../../../src/lib/dates.ts';
import type { Lang } from '../../../src/lib/localized.ts';
import type { PoolRecordKind } from '../../../src/metrics/choices.ts';
import { pool, poolFields } from '../../../src/pipelines/pool/pool.ts';
import type { Result } from '../../../src/result/result.ts';
import { type IngestedFiles, ingestFiles, ingestPaths, type IngestSettings } from '../../ingest/ingest-files.ts';
import { remembered } from '../../remembered.ts';

export interface PoolSettings extends IngestSettings {
  readonly pool?: Partial<Config['pool']>;
  readonly lang?: Lang;
  readonly period?: Period;
  readonly of?: PoolRecordKind;
  readonly whatIf?: PoolRuleValues;
}

export const poolFiles = remembered(
  async (files: Readonly<Record<string, string | Uint8Array>>, settings: PoolSettings = {}): Promise<Result> =>
    poolOf(await ingestFiles(files, { fields: poolFields(), ...settings }), settings),
);

export const poolPaths = remembered(async (paths: readonly string[], settings: PoolSettings = {}): Promise<Result> => {
  const loaded = await ingestPaths(paths, { fields: poolFields(), ...settings });
  try {
    return await poolOf(loaded, settings);
  } finally {
    await loaded.close();
  }
});

async function poolOf({ engine, ingested }: IngestedFiles, settings: PoolSettings): Promise<Result> {
  await engine.lock();
  const { lang = 'en', period = null, of = null, whatIf = null } = settings;
  return pool({ engine, ingested, lang, period, of, whatIf, settings: { ...defaultConfig().config.pool, ...settings.pool } });
}
