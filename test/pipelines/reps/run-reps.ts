import { defaultConfig } from '../../../src/config/load.ts';
import type { Lang } from '../../../src/lib/localized.ts';
import { parsePeriod, resolvePeriod } from '../../../src/lib/periods.ts';
import { reps, type RepsInput, repsFields } from '../../../src/pipelines/reps/reps.ts';
import type { EarlierResult } from '../../../src/pipelines/parts/since/earlier-result.ts';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { ingestFiles } from '../../ingest/ingest-files.ts';
import { remembered } from '../../remembered.ts';

/** What the command hands over where no option and no config says anything. */
export function repsDefaults(): Pick<RepsInput, 'settings' | 'score' | 'targets' | 'pool' | 'rep' | 'manager' | 'earlier'> {
  const { reps: settings, score, targets, pool } = defaultConfig().config;
  return { settings, score, targets, pool, rep: null, manager: null, earlier: null };
}

interface Settings {
  readonly lang?: Lang;
  readonly period?: string;
  readonly rep?: string;
  readonly manager?: string;
  /** Result of the last review. */
  readonly earlier?: EarlierResult;
}

/** The review of these files, as the options ask for it. */
export const reviewOf = remembered(async (files: Readonly<Record<string, string>>, settings: Settings = {}): Promise<Result> => {
  const { engine, ingested } = await ingestFiles(files, { fields: repsFields() });
  await engine.lock();
  const { lang = 'en', period, rep = null, manager = null, earlier = null } = settings;
  return reps({
    engine,
    ingested,
    ...repsDefaults(),
    lang,
    rep,
    manager,
    earlier,
    period: period === undefined ? null : resolvePeriod(parsePeriod(period)!, ingested.asOf!),
  });
});

/** The rows of a section. */
export function rowsIn({ sections }: Result, id: string): ResultRow[] {
  const section = sections.find((each) => each.id === id);
  return section?.kind === 'table' ? Array.from(section.rows) : [];
}
