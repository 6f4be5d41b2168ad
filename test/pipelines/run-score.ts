import { rolesRead } from '../../src/ingest/idle-inputs.ts';
import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Lang } from '../../src/lib/localized.ts';
import { explain, explainFields } from '../../src/pipelines/explain/explain.ts';
import { score, scoreFields } from '../../src/pipelines/score/score.ts';
import type { Fact, FactsSection, Result, ResultRow, ResultCell, TableSection } from '../../src/result/result.ts';
import { ingestFiles, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';

export interface ScoreSettings extends IngestSettings {
  readonly score?: Partial<Config['score']>;
  readonly lang?: Lang;
  /** Asks for lifetime values. */
  readonly value?: Config['value'];
}

type Files = Readonly<Record<string, string | Uint8Array>>;

export const scoreFiles = remembered(async (files: Files, settings: ScoreSettings = {}): Promise<Result> => {
  const { engine, ingested } = await ingestFiles(files, {
    fields: scoreFields({ lifetimeValue: settings.value !== undefined }),
    ...settings,
  });
  await engine.lock();
  return score({
    engine,
    ingested,
    settings: { ...defaultConfig().config.score, ...settings.score },
    churn: defaultConfig().config.churn,
    lang: settings.lang ?? 'en',
    period: null,
    ...lifetimeValue(settings),
  });
});

export const explainFiles = remembered(async (files: Files, customer: string, settings: ScoreSettings = {}): Promise<Result> => {
  const fields = explainFields({ lifetimeValue: settings.value !== undefined });
  const { engine, ingested } = await ingestFiles(files, { fields, ...settings });
  return explain({
    engine,
    ingested,
    settings: { ...defaultConfig().config.score, ...settings.score },
    churn: defaultConfig().config.churn,
    lang: settings.lang ?? 'en',
    period: null,
    customer,
    isRead: rolesRead(fields, ingested),
    ...lifetimeValue(settings),
  });
});

function lifetimeValue({ value }: ScoreSettings): Pick<ScoreSettings, 'value'> {
  return value === undefined ? {} : { value };
}

/** A table of the result, all of its rows made. */
export function table(result: Result, id: string): TableSection & { rows: ResultRow[] } {
  const section = result.sections.find((candidate) => candidate.id === id);
  if (section?.kind !== 'table') throw new Error(`no table ${id}`);
  return { ...section, rows: [...section.rows] };
}

export function facts(result: Result, id: string): ReadonlyMap<string, Fact> {
  const section = result.sections.find((candidate): candidate is FactsSection => candidate.id === id && candidate.kind === 'facts');
  if (section === undefined) throw new Error(`no facts ${id}`);
  return new Map(section.facts.map((fact) => [fact.id, fact]));
}

export function columnOf(result: Result, id: string, column: string): ResultCell[] {
  return table(result, id).rows.map((row) => row[column] ?? null);
}
