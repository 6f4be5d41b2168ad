import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { DuckDbEngine } from '../engine/duckdb.ts';
import type { Engine, WholeTables } from '../engine/engine.ts';
import { withWhole } from '../engine/with-whole.ts';
import type { PostgresEngine } from '../engine/postgres.ts';
import { CrmEvalError } from '../errors.ts';
import type { Ingested, IngestRequest, ReadingRequest } from '../ingest/contract.ts';
import type { Localized } from '../lib/localized.ts';
import { runSchemaPrefix } from '../lib/schema-names.ts';
import type { Finding } from '../result/result.ts';
import type { Whole } from '../metrics/scoped/whole.ts';
import type { Run } from './context.ts';
import type { Database } from './engine-settings.ts';
import type { Flags } from './options.ts';
import type { Progress } from './progress.ts';
import { loadMeasure, sendMeasure, stepsMeasure } from './progress-engine.ts';
import { ratesFor } from './rates.ts';
import type { Settings } from './settings.ts';
import { weighed } from './weighed.ts';

/** What a run works on: files in DuckDB, tables of a database, or files whose figures a database computes. */
export interface Sources {
  /** Holds the canonical tables of the files; null where no files are read. */
  readonly duckdb: DuckDbEngine | null;
  /** With the name of the private schema of the run. */
  readonly postgres: { readonly engine: PostgresEngine; readonly runSchema: string } | null;
  readonly ingested: Ingested;
  /** Findings that the config wants to hear nothing of. */
  readonly silent: readonly Finding[];
  /** What those in scope borrow from everybody's rows; null: everybody is in scope. */
  readonly whole: WholeTables | null;
}

export interface SourcesRequest {
  readonly run: Run;
  readonly flags: Flags;
  readonly settings: Settings;
  /** Canonical fields that the run reads. */
  readonly fields: ReadonlySet<string> | 'all';
  /** Whether the database is what the run writes, not what it reads. */
  readonly writes: boolean;
  /** Whether no figure is computed, so that what forbids one is told as a finding. */
  readonly tells?: boolean;
  readonly scratch: string;
  readonly progress: Progress;
  /** Everybody's rows, where they are loaded already and a scope is given. */
  readonly whole?: Whole | undefined;
}

/** Lends the sources of a run, and gives back what they hold: memory, connections and the private schema. */
export async function withSources<T>(request: SourcesRequest, work: (sources: Sources) => Promise<T>): Promise<T> {
  const { run, settings, scratch } = request;
  const held: Held[] = [];
  try {
    const duckdb = settings.files.length === 0 ? null : await hold(held, run, DuckDbEngine.open({ scratch, ...settings.limits }));
    const { database } = settings;
    const runSchema = `${runSchemaPrefix}${randomUUID().replaceAll('-', '')}`;
    const engine = database === null ? null : await hold(held, run, connect(request, database, runSchema));
    if (engine !== null && database !== null && request.writes) await claim(request, engine, database);
    const ingested = duckdb === null ? await readDatabase(request, engine) : await readFiles(request, duckdb);
    const { heard, silent } = weighed(ingested.findings, settings.config.findings);
    return await work({
      duckdb,
      postgres: engine === null ? null : { engine, runSchema },
      ingested: { ...ingested, findings: heard },
      silent,
      whole: await lentTo(ingested, request.whole),
    });
  } finally {
    for (const { stop, engine } of held.toReversed()) {
      stop();
      await engine.close();
    }
  }
}

async function lentTo({ sight = null }: Ingested, whole: Whole | undefined): Promise<WholeTables | null> {
  return whole === undefined || sight === null ? null : whole.lendTo(sight);
}

interface Held {
  readonly engine: Interruptible;
  readonly stop: () => void;
}

type Interruptible = Engine & { interrupt(): void };

async function hold<T extends Interruptible>(held: Held[], run: Run, opening: Promise<T>): Promise<T> {
  const engine = await opening;
  held.push({ engine, stop: interruptOnAbort(engine, run.signal) });
  return engine;
}

async function connect(request: SourcesRequest, database: Database, runSchema: string): Promise<PostgresEngine> {
  const { run, writes } = request;
  const { PostgresEngine } = await import('../engine/postgres.ts');
  await sayServer(request, database);
  return PostgresEngine.open({
    url: database.url,
    environment: run.env,
    runSchema,
    searchPath: [database.schema],
    failure: writes ? 'outputFailed' : 'inputUnreadable',
    signal: run.signal,
    ...(database.statementTimeoutSeconds === null ? {} : { statementTimeoutSeconds: database.statementTimeoutSeconds }),
  });
}

/** A config may lie in a folder above: nobody shall work on a database without knowing it. */
async function sayServer({ run, flags, settings: { lang } }: SourcesRequest, { url, byOption }: Database): Promise<void> {
  if (byOption || flags.quiet === true) return;
  const { parseAddress } = await import('../engine/postgres-address.ts');
  const { serverLabel } = await import('../engine/postgres-login-errors.ts');
  const label = serverLabel(parseAddress(url, run.env).server);
  const note = {
    en: `database ${label}, by the config; --engine sets another`,
    'zh-CN': `数据库 ${label}，取自配置文件；可用 --engine 指定`,
  };
  run.stderr.write(`${note[lang]}\n`);
}

/** Before the files are read: that takes long, and may be for nothing. */
async function claim({ flags, progress }: SourcesRequest, engine: PostgresEngine, { schema }: Database): Promise<void> {
  progress.show('check', '');
  const { claimSchema } = await import('../ingest/warehouse/claim.ts');
  await claimSchema(engine, schema, flags.force === true);
}

/** So many files are counted; fewer are named, each with its own share. */
const manyFiles = 20;

async function readFiles(request: SourcesRequest, duckdb: DuckDbEngine): Promise<Ingested> {
  const { run, flags, fields, progress, whole } = request;
  const { ingest } = await import('../ingest/ingest.ts');
  const asked = await filesRequest(request);
  return ingest({
    ...asked,
    engine: duckdb,
    fields,
    scope: flags.scope ?? null,
    isFittedOnAll: whole !== undefined,
    // Everybody's figures are as of the same day, also those of who has been silent since.
    asOf: asked.asOf ?? whole?.asOf ?? null,
    onProgress: (phase, file, steps) => {
      if (phase === 'check') progress.show(phase, '', stepsMeasure(steps, 'steps'));
      else if (steps.total >= manyFiles) progress.show(phase, '', stepsMeasure(steps, 'files'));
      else progress.show(phase, file, phase === 'load' ? loadMeasure(duckdb, resolve(run.folder, file)) : undefined);
    },
  });
}

/** How the files of a run are read, whoever is in scope. */
export async function filesRequest(request: SourcesRequest): Promise<Omit<IngestRequest, 'engine' | 'fields'>> {
  const { run, flags, settings, scratch } = request;
  return {
    ...(await readingOf(request)),
    files: settings.files,
    folder: run.folder,
    scratch,
    stdin: run.stdin,
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
  };
}

async function readDatabase(request: SourcesRequest, engine: PostgresEngine | null): Promise<Ingested> {
  const { progress, settings, flags } = request;
  const { database, tables, asOf, lang } = settings;
  if (flags.scope !== undefined) throw scopeNeedsFiles();
  if (engine === null || database === null) throw new TypeError('a run has files or a database');
  progress.show('check', '');
  if (tables.length === 0) {
    const { openLoaded } = await import('../ingest/warehouse/loaded-schema.ts');
    return openLoaded({ engine, schema: database.schema, asOf, lang });
  }
  const { ingestTables } = await import('../ingest/source-tables/source-tables.ts');
  return ingestTables({ ...(await readingOf(request)), engine, tables });
}

async function readingOf(request: SourcesRequest): Promise<ReadingRequest> {
  const { run, settings, tells } = request;
  const { mappings, timezone, asOf, lang } = settings;
  return {
    mappings,
    timezone,
    asOf,
    rates: await ratesFor(request),
    mixedCurrencies: tells === true ? 'told' : 'refused',
    lang,
    keepPlaceholders: settings.config.keep_placeholders,
    signal: run.signal,
  };
}

/** What the figures are computed in: the database, to which the tables of files are sent first, else DuckDB, from now on closed to files. */
export async function computingEngine(request: SourcesRequest, { duckdb, postgres, ingested, whole }: Sources): Promise<Engine> {
  const { run, scratch, progress } = request;
  if (duckdb !== null && postgres !== null) {
    const { transfer } = await import('../ingest/warehouse/transfer.ts');
    await transfer({
      from: duckdb,
      to: postgres.engine,
      schema: postgres.runSchema,
      available: ingested.available,
      scratch,
      signal: run.signal,
      onProgress: (table, sent) => progress.show('send', table, sendMeasure(sent)),
    });
  }
  await duckdb?.lock();
  const engine = postgres?.engine ?? duckdb ?? noEngine();
  return whole === null ? engine : withWhole(engine, whole);
}

/** Tables of a database are not copied: they would hold the rows of others. */
function scopeNeedsFiles(): CrmEvalError {
  return new CrmEvalError(
    'scope-needs-files',
    'usage',
    { en: '--scope is for files, not for tables of a database', 'zh-CN': '--scope 只用于文件，不用于数据库表' },
    {
      fix: {
        en: 'give the files, or a view of the database that has these rows alone',
        'zh-CN': '请改用文件，或在数据库中建立只含这些行的视图',
      },
    },
  );
}

function noEngine(): never {
  throw new TypeError('a run has files or a database');
}

/** Throws where tables are named and no database that has them, where files and tables would be mixed, and where there is no database to write. */
export function checkSources({ files, tables, database }: Settings, writes: boolean): void {
  if (writes && database === null) {
    throw engineMissing({ en: 'no database is given', 'zh-CN': '没有指定数据库' });
  }
  if (tables.length === 0) return;
  if (files.length > 0) {
    throw new CrmEvalError(
      'sources-mixed',
      'usage',
      { en: 'the config names files and tables of a database', 'zh-CN': '配置中同时指定了文件和数据库表' },
      {
        fix: {
          en: 'name tables for all sources, or files for all; `crm-eval load` brings files into a database',
          'zh-CN': '请全部使用表或全部使用文件；可用 crm-eval load 把文件载入数据库',
        },
      },
    );
  }
  if (database !== null) return;
  throw engineMissing({ en: 'the config names tables of a database, but no database', 'zh-CN': '配置中指定了数据库表，但没有指定数据库' });
}

function engineMissing(text: Localized): CrmEvalError {
  return new CrmEvalError('engine-missing', 'usage', text, {
    fix: {
      en: 'add --engine postgres://user@host/name, or engine.url to the config',
      'zh-CN': '请加 --engine postgres://用户@主机/库名，或在配置中写 engine.url',
    },
  });
}

/** An interrupt ends only the statement that is running, so it is repeated until the run has noticed. Returns what ends that. */
export function interruptOnAbort(engine: Interruptible, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    engine.interrupt();
    timer = setInterval(() => engine.interrupt(), 50);
  };
  signal.addEventListener('abort', start, { once: true });
  return () => {
    signal.removeEventListener('abort', start);
    clearInterval(timer);
  };
}
