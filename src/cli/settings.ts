import { dirname, relative, resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import { defaultConfig, loadConfig } from '../config/load.ts';
import type { Mapping } from '../ingest/contract.ts';
import type { SourceTable } from '../ingest/source-tables/source-tables.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Lang } from '../lib/localized.ts';
import { parsePeriod, type PeriodText } from '../lib/periods.ts';
import { fieldOf } from '../model/entities.ts';
import { localeLanguage, type Run } from './context.ts';
import { expandFiles, type InputFile } from './files.ts';
import { type Database, databaseOf, type Limits, limitsOf } from './engine-settings.ts';
import type { Flags } from './options.ts';
import { roleFiles } from './roles.ts';
import { today } from './today.ts';

/** What a run does, after flags, environment, config and defaults have been weighed in this order. */
export interface Settings {
  readonly config: Config;
  readonly lang: Lang;
  /** Null: instants stand as they are written. */
  readonly timezone: string | null;
  /** Null: the latest date of the files. */
  readonly asOf: IsoDate | null;
  /** Null: the default of the command. */
  readonly period: PeriodText | null;
  readonly files: readonly InputFile[];
  readonly mappings: readonly Mapping[];
  /** Null: the default of the command. */
  readonly maxErrors: number | null;
  readonly limits: Limits;
  /** Null: figures are computed here. */
  readonly database: Database | null;
  /** Tables of the database that stand for files. */
  readonly tables: readonly SourceTable[];
}

/** `init` reads no config: it writes one. */
export async function settingsOf(
  run: Run,
  flags: Flags,
  positional: readonly string[],
  reads: { readonly config: boolean } = { config: true },
): Promise<Settings> {
  const path = flags.config ?? (run.env['CRM_EVAL_CONFIG'] || undefined);
  const { config, path: configPath } = reads.config ? await loadConfig({ path, folder: run.folder }) : defaultConfig();
  const asOf = flags.asOf ?? config.as_of ?? null;
  const period = flags.period ?? config.period ?? null;
  const timezone = flags.timezone ?? config.timezone ?? null;
  const lang = flags.lang ?? environmentChoice(run) ?? config.lang ?? localeLanguage(run.env);
  run.speak(lang);
  const given = [...positional.map((file): InputFile => ({ path: file })), ...roleFiles(flags)];
  return {
    config,
    lang,
    timezone,
    asOf: asOf === 'today' ? today(run.clock.date(), timezone) : asOf,
    period: period === null ? null : parsePeriod(period),
    files: expandFiles(given.length > 0 ? given : configFiles(config, configPath, run.folder), run.folder),
    mappings: overriding(configMappings(config, given.length > 0), (flags.map ?? []).map(mappingOf)),
    maxErrors: flags.maxErrors ?? config.max_errors ?? null,
    limits: limitsOf(flags, config, configPath === null ? run.folder : dirname(configPath), run.folder),
    database: databaseOf(flags, config),
    tables: given.length > 0 ? [] : configTables(config),
  };
}

function environmentChoice(run: Run): Lang | null {
  return (run.env['CRM_EVAL_LANG'] ?? '') === '' ? null : run.lang;
}

/** The files of the config lie beside it; they are named from where the run is, as a user would. */
function configFiles(config: Config, path: string | null, folder: string): InputFile[] {
  const beside = path === null ? folder : dirname(path);
  return Object.entries(config.sources ?? {}).flatMap(([role, source]) =>
    (source?.files ?? []).map((file) => ({ path: relative(folder, resolve(beside, file)), role })),
  );
}

function configTables(config: Config): SourceTable[] {
  return Object.entries(config.sources ?? {}).flatMap(([entity, source]) =>
    source?.table === undefined ? [] : [{ entity, table: source.table, where: source.where ?? null }],
  );
}

/** Columns of a table of a database say nothing of files that the command names. */
function configMappings(config: Config, filesGiven: boolean): Mapping[] {
  const sources = Object.entries(config.sources ?? {}).filter(([, source]) => !filesGiven || source?.table === undefined);
  return sources.flatMap(([entity, source]) => [
    ...Object.entries(source?.columns ?? {}).flatMap(([field, header]) => (header === undefined ? [] : [{ entity, field, header }])),
    ...Object.entries(source?.values ?? {}).flatMap(([field, readings]) =>
      Object.entries(readings ?? {}).flatMap(([aspect, words]) =>
        [words].flat().map((header) => ({ entity, field: `${field}.${aspect}`, header })),
      ),
    ),
  ]);
}

/** A column that an option names goes before the one of the config; how values are read adds up. */
function overriding(config: readonly Mapping[], options: readonly Mapping[]): Mapping[] {
  const named = new Set(options.map(({ entity, field }) => `${entity}.${field}`));
  return [...config.filter(({ entity, field }) => field.includes('.') || !named.has(`${entity}.${field}`)), ...options];
}

/** Reads `orders.amount=实付金额` and `orders.status.completed=已归档`; the option parser has made sure of the form. */
function mappingOf(text: string): Mapping {
  const equals = text.indexOf('=');
  const [id = '', name = '', ...aspect] = text.slice(0, equals).split('.');
  const { entity } = fieldOf(`${id}.${name}`);
  return { entity: entity.id, field: [name, ...aspect].join('.'), header: text.slice(equals + 1) };
}
