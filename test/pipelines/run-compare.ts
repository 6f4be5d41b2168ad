import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Lang } from '../../src/lib/localized.ts';
import { parsePeriod, resolvePeriod } from '../../src/lib/periods.ts';
import { compare, compareFields, type CompareInput } from '../../src/pipelines/compare/compare.ts';
import { comparisonFindings } from '../../src/pipelines/compare/findings.ts';
import { periodsToCompare } from '../../src/pipelines/compare/periods.ts';
import type { Result } from '../../src/result/result.ts';
import type { Screen } from '../../src/views/context.ts';
import { ingestFiles, type IngestedFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export interface CompareSettings extends IngestSettings {
  readonly score?: Partial<Config['score']>;
  readonly lang?: Lang;
  /** As the options take them. */
  readonly period?: string;
  readonly against?: string;
  readonly screen?: Screen;
}

export const compareFiles = remembered(
  async (files: Readonly<Record<string, string | Uint8Array>>, settings: CompareSettings = {}): Promise<Result> => {
    const loaded = await ingestFiles(files, { fields: compareFields(), ...settings });
    await loaded.engine.lock();
    return compareLoaded(loaded, settings);
  },
);

/** What would be compared, and what would be said of that; nothing is computed. */
export const comparedIn = remembered(async (files: Readonly<Record<string, string>>, settings: CompareSettings = {}) => {
  const periods = await periodsToCompare(inputOf(await ingestFiles(files, { fields: compareFields(), ...settings }), settings));
  return { periods, findings: comparisonFindings(periods, settings.lang ?? 'en') };
});

export function compareLoaded(loaded: Pick<IngestedFiles, 'engine' | 'ingested'>, settings: CompareSettings = {}): Promise<Result> {
  return compare(inputOf(loaded, settings));
}

function inputOf({ engine, ingested }: Pick<IngestedFiles, 'engine' | 'ingested'>, settings: CompareSettings): CompareInput {
  const { period = null, against = 'previous' } = settings;
  return {
    engine,
    ingested,
    settings: { ...defaultConfig().config.score, ...settings.score },
    churn: defaultConfig().config.churn,
    lang: settings.lang ?? 'en',
    screen: settings.screen,
    period: period === null ? null : resolvePeriod(parsePeriod(period)!, ingested.asOf!),
    against: against === 'previous' || against === 'year-ago' ? against : parsePeriod(against)!,
  };
}
