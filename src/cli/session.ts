import type { Command } from 'commander';
import { DuckDbEngine } from '../engine/duckdb.ts';
import { CrmEvalError } from '../errors.ts';
import type { Ingested, Reject } from '../ingest/contract.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Period } from '../lib/dates.ts';
import { resolvePeriod } from '../lib/periods.ts';
import type { Result } from '../result/result.ts';
import type { Run } from './context.ts';
import { decisionLines } from './decisions.ts';
import { checkOutputs } from './check-outputs.ts';
import { emitResult } from './emit.ts';
import { exitOf } from './exit.ts';
import type { Flags } from './options.ts';
import { phaseText, startProgress } from './progress.ts';
import { writeRejects } from './rejects.ts';
import { resourceError } from './resource-error.ts';
import { withScratch } from './scratch.ts';
import { type Settings, settingsOf } from './settings.ts';
import { withoutFiles } from './without-files.ts';

/** The canonical tables, ready for a pipeline. */
export interface Loaded {
  readonly engine: DuckDbEngine;
  readonly ingested: Ingested;
  readonly settings: Settings;
  readonly period: Period | null;
}

/** What a command adds to reading files and printing a Result. */
export interface Analysis {
  /** Canonical fields the pipeline reads. */
  readonly fields: ReadonlySet<string> | 'all';
  /** How many errors the run may find before it exits with 1, where the user sets no limit; null: any number. */
  readonly errorLimit: number | null;
  readonly compute: (loaded: Loaded) => Promise<Result>;
}

/**
 * Files in, Result out: settings, private folder, engine, ingest, pipeline, report, exit code. The one place that holds these
 * resources, and that gives them back when the run is stopped.
 */
export async function analyse(run: Run, command: Command, files: readonly string[], flags: Flags, analysis: Analysis): Promise<void> {
  const settings = await settingsOf(run, flags, files);
  if (settings.files.length === 0) return withoutFiles(run, command);
  await checkOutputs(run, flags, settings.files);
  const { result, rejects } = await withScratch(async (scratch) => compute({ run, flags, settings, analysis, scratch }));
  run.signal.throwIfAborted();
  await emitResult(run, flags, result, flags.limit ?? settings.config.output.limit ?? null);
  if (flags.rejects !== undefined) await writeRejects(run, flags, flags.rejects, rejects, settings.lang);
  run.finish(exitOf(result, { maxErrors: settings.maxErrors ?? analysis.errorLimit, strict: flags.strict === true }));
}

interface Task {
  readonly run: Run;
  readonly flags: Flags;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly scratch: string;
}

async function compute({ run, flags, settings, analysis, scratch }: Task): Promise<{ result: Result; rejects: readonly Reject[] }> {
  const engine = await DuckDbEngine.open({ scratch, ...(flags.threads === undefined ? {} : { threads: flags.threads }) });
  const stopInterrupting = interruptOnAbort(engine, run.signal);
  const progress = startProgress(run.stderr, flags.quiet !== true);
  const reading = { stdin: run.stdin, ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }) };
  try {
    const ingested = await ingest({
      files: settings.files,
      engine,
      scratch,
      mappings: settings.mappings,
      timezone: settings.timezone,
      fields: analysis.fields,
      asOf: settings.asOf,
      lang: settings.lang,
      signal: run.signal,
      onProgress: (phase, file) => progress.show(phaseText(phase, file, settings.lang)),
      ...reading,
    });
    const rejects = flags.rejects === undefined ? [] : await ingested.rejects();
    run.signal.throwIfAborted();
    await engine.lock();
    progress.show(phaseText('compute', '', settings.lang));
    const result = await analysis.compute({ engine, ingested, settings, period: periodOf(settings, ingested) });
    progress.clear();
    sayDecisions(run, flags, settings, ingested);
    return { result, rejects };
  } catch (error) {
    throw resourceError(error);
  } finally {
    progress.clear();
    stopInterrupting();
    await engine.close();
  }
}

function sayDecisions(run: Run, flags: Flags, settings: Settings, ingested: Ingested): void {
  if (flags.verbose === true)
    run.stderr.write(
      decisionLines(ingested, settings.lang)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (flags.quiet === true || settings.asOf !== null || ingested.asOf === null) return;
  const note = {
    en: `as of ${ingested.asOf}, the latest date in the files; --as-of sets another`,
    'zh-CN': `截止日期 ${ingested.asOf}，取自文件中最晚的日期；可用 --as-of 指定`,
  };
  run.stderr.write(`${note[settings.lang]}\n`);
}

function periodOf(settings: Settings, ingested: Ingested): Period | null {
  if (settings.period === null) return null;
  if (settings.period.kind === 'fixed') return settings.period.period;
  if (ingested.asOf !== null) return resolvePeriod(settings.period, ingested.asOf);
  throw new CrmEvalError(
    'as-of-unknown',
    'usage',
    { en: 'the files hold no date, so it is not known what lies before it', 'zh-CN': '文件中没有日期，无法推算相对期间' },
    { fix: { en: 'give --as-of DATE, or a period with a year', 'zh-CN': '请用 --as-of 指定日期，或写明年份的期间' } },
  );
}

/** An interrupt ends only the statement that is running, so it is repeated until the run has noticed. Returns what ends that. */
function interruptOnAbort(engine: DuckDbEngine, signal: AbortSignal): () => void {
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
