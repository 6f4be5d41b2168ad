import { dirname, relative, resolve } from 'node:path';
import type { CardOptions } from '../config/card.ts';
import { defaultConfig, loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { textKinds } from '../config/text-kinds.ts';
import type { Mapping } from '../ingest/contract.ts';
import type { SourceTable } from '../ingest/source-tables/source-tables.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Lang } from '../lib/localized.ts';
import { parsePeriod, type PeriodText } from '../lib/periods.ts';
import { fieldOf } from '../model/entities.ts';
import type { Call } from './call.ts';
import { localeLanguage, type Run } from './context.ts';
import { expandFiles, type InputFile } from './files.ts';
import type { LeftOut } from './folders.ts';
import type { LookSettings } from './letterhead.ts';
import { type Database, databaseOf, type Limits, limitsOf } from './engine-settings.ts';
import { shared } from './options.ts';
import { roleFiles } from './roles.ts';
import { today } from './today.ts';
import { usefulThreads } from './useful-threads.ts';

/** What a run does, after options, environment, config and defaults have been weighed in this order: nothing reads an option again. */
export interface Settings {
  /** With the options over it. */
  readonly config: Config;
  readonly lang: Lang;
  /** Null: instants stand as they are written. */
  readonly timezone: string | null;
  /** Null: the latest date of the files. */
  readonly asOf: IsoDate | null;
  /** Null: the default of the command; of one without `--period` whatever the config says. */
  readonly period: PeriodText | null;
  readonly files: readonly InputFile[];
  /** Of the folders that were given. */
  readonly leftOut: readonly LeftOut[];
  /** The config in use that no option names; null for none. */
  readonly configFound: string | null;
  readonly mappings: readonly Mapping[];
  readonly limits: Limits;
  /** How pages and workbooks look. */
  readonly look: Omit<LookSettings, 'lang'>;
  /** Null: figures are computed here. */
  readonly database: Database | null;
  /** Tables of the database that stand for files. */
  readonly tables: readonly SourceTable[];
}

/** `init` reads no config: it writes one. */
export async function settingsOf(
  { run, card, given, flags }: Pick<Call, 'run' | 'card' | 'given' | 'flags'>,
  positional: readonly string[],
  reads: { readonly config: boolean } = { config: true },
): Promise<Settings> {
  const path = flags.config ?? (run.env['CRM_EVAL_CONFIG'] || undefined);
  const { config: written, path: configPath } = reads.config ? await loadConfig({ path, folder: run.folder }) : defaultConfig();
  const config = withOptions(written, { ...shared, ...card.options }, given);
  const { as_of: asOf = null, period = null, timezone = null } = config;
  const lang = given.lang ?? environmentChoice(run) ?? textKinds.language.read(config.lang ?? '') ?? localeLanguage(run.env);
  run.speak(lang);
  const beside = configPath === null ? run.folder : dirname(configPath);
  const leftOut: LeftOut[] = [];
  const named = [...positional.map((file): InputFile => ({ path: file })), ...roleFiles(given)];
  const stated = named.length > 0 ? named : configFiles(config, configPath, run.folder);
  const files = expandFiles(stated, run.folder, (what) => leftOut.push(what));
  return {
    config,
    lang,
    timezone,
    asOf: asOf === 'today' ? today(run.clock.date(), timezone) : asOf,
    period: period === null || !card.shared.includes('period') ? null : parsePeriod(period),
    files,
    leftOut,
    configFound: flags.config === undefined ? configPath : null,
    mappings: overriding(configMappings(config, named.length > 0), (flags.map ?? []).map(mappingOf)),
    look: {
      template:
        config.report.template === undefined ? null : resolve(given.template === undefined ? beside : run.folder, config.report.template),
      company: config.report.company ?? null,
    },
    limits: limitsOf(config.engine, beside, usefulThreads(files, run.folder)),
    database: databaseOf(config.engine, given.engine !== undefined),
    tables: named.length > 0 ? [] : configTables(config),
  };
}

/** Every setting of the config as the command line has it, where it says anything: options have read their values as the config reads its own. */
function withOptions(config: Config, options: CardOptions, given: Readonly<Record<string, unknown>>): Config {
  const settled = structuredClone(config);
  for (const [name, { key }] of Object.entries(options)) {
    if (key === undefined || given[name] === undefined) continue;
    const path = key.split('.');
    const last = path.pop() ?? key;
    const part = path.reduce<Record<string, unknown>>((inner, step) => inner[step] as Record<string, unknown>, settled);
    part[last] = given[name];
  }
  return settled;
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

/** Columns of a table of a database say nothing of files that the command names; others do where one of these is of their table. */
function configMappings(config: Config, filesGiven: boolean): Mapping[] {
  const sources = Object.entries(config.sources ?? {}).filter(([, source]) => !filesGiven || source?.table === undefined);
  return sources.flatMap(([entity, source]) => [
    ...Object.entries(source?.columns ?? {}).flatMap(([field, header]) =>
      header === undefined ? [] : [{ entity, field, header, ...(filesGiven ? { standing: true as const } : {}) }],
    ),
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
