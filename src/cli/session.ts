import { CrmEvalError } from '../errors.ts';
import type { Ingested, Reject } from '../ingest/contract.ts';
import { markIdle } from '../ingest/idle-inputs.ts';
import type { Period } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import type { MoneyDisplay } from '../lib/money-display.ts';
import { resolvePeriod } from '../lib/periods.ts';
import { reporters } from '../report/reporters.ts';
import { visible } from '../report/visible.ts';
import { moneyLeftOut } from '../pipelines/parts/money-left-out.ts';
import type { EarlierResult } from '../pipelines/parts/since/earlier-result.ts';
import { laterResult } from '../pipelines/parts/since/later-result.ts';
import { sameFiles } from '../pipelines/parts/since/same-files.ts';
import { since } from '../pipelines/parts/since/since.ts';
import type { Whole } from '../metrics/scoped/whole.ts';
import { customersIn } from '../pipelines/parts/customers-in.ts';
import { countedAs, type CustomerKind, withCounters } from '../result/counters.ts';
import type { Result, Section } from '../result/result.ts';
import type { Screen, ViewContext } from '../views/context.ts';
import { checkAlarms, raised } from './alarms.ts';
import type { Call } from './call.ts';
import type { Run } from './context.ts';
import { decisionLines } from './decisions.ts';
import { checkOutputs } from './check-outputs.ts';
import { emitParts } from './emit-parts.ts';
import { emitResult, formatOf, rowsWanted, screenOf } from './emit.ts';
import { exitLine, exitReason, type Limits } from './exit.ts';
import { type OwnLook, ownLook } from './letterhead.ts';
import type { Flags } from './options.ts';
import { computeMeasure } from './progress-engine.ts';
import { type Progress, startProgress } from './progress.ts';
import { writeRejects } from './rejects.ts';
import { withScratch } from './scratch.ts';
import { saySettings } from './say-settings.ts';
import { readSince } from './since-file.ts';
import { type Settings, settingsOf } from './settings.ts';
import { checkSources, computingEngine, type Sources, type SourcesRequest, withSources } from './sources.ts';
import { saySilent, weighed } from './weighed.ts';
import { withoutFiles } from './without-files.ts';

/** What every pipeline starts from. */
export interface Input extends ViewContext {
  readonly ingested: Ingested;
  readonly period: Period | null;
}

/** The canonical tables, ready for a pipeline. */
export interface Loaded {
  /** What figures are computed from, and in: the first call makes the engine ready. */
  readonly input: () => Promise<Input>;
  readonly sources: Sources;
  readonly ingested: Ingested;
  readonly settings: Settings;
  readonly period: Period | null;
  /** A private folder, empty at the start. */
  readonly scratch: string;
  readonly progress: Progress;
  /** The earlier result of `--since`; null: none. */
  readonly earlier: EarlierResult | null;
}

/** What a command adds to reading its sources and printing a Result. */
export interface Analysis {
  /** Canonical fields the pipeline reads. */
  readonly fields: ReadonlySet<string> | 'all';
  /** How many errors the run may find before it exits with 1, where the user sets no limit; without it any number. */
  readonly errorLimit?: number;
  /** The command reads files and writes a database; others read either. */
  readonly writes?: true;
  /** Files tell all that the command says: no figure is computed from them. */
  readonly files?: true;
  readonly compute: (loaded: Loaded) => Promise<Result>;
  /** The finding of one part of the lists (`--split`), from its tables. */
  readonly partAnswer?: (sections: readonly Section[], settings: Settings, money: MoneyDisplay) => readonly Localized[];
}

/** A run that has been told what to do, before any work. */
export interface Begun {
  readonly settings: Settings;
  readonly progress: Progress;
  /** The earlier result of `--since`; null: none. */
  readonly earlier: EarlierResult | null;
  readonly look: OwnLook;
  /** A part of a run: what is to be said of the files has been said. */
  readonly isPart?: true;
  /** Everybody's rows, loaded once for several parts. */
  readonly whole?: Whole;
}

/** What a run came to. */
export interface Answered {
  readonly result: Result;
  readonly rejects: readonly Reject[];
  /** Why the run ends with the exit code of a condition. */
  readonly alarms: readonly Localized[];
  readonly customers: CustomerKind;
}

/** Sources in, Result out: settings, private folder, engines, ingest, pipeline, report, exit code. Null where there was nothing to do. */
export async function analyse(call: Call, files: readonly string[], analysis: Analysis): Promise<Result | null> {
  const { run, flags } = call;
  const begun = await begin(call, files, analysis);
  if (begun === null) return null;
  const { settings, progress } = begun;
  const { output } = settings.config;
  const limit = output.limit ?? null;
  // Lists that are compared or split have to be there as a whole.
  const screen = flags.since === undefined && flags.split === undefined ? screenOf(formatOf(run, flags), limit, flags) : undefined;
  const answered = await computeAnswer(call, analysis, begun, screen);
  const { result, customers } = answered;
  const shown = { limit, money: output, letterhead: begun.look.letterhead };
  const money = moneyOf(run, flags, settings);
  const answerOf = (sections: readonly Section[]): string[] =>
    (analysis.partAnswer?.(sections, settings, money) ?? []).map((sentence) => countedAs(sentence[settings.lang], customers));
  if (flags.split === undefined) await emitResult(run, flags, result, { ...shown, answerOf }, progress);
  else await emitParts(run, flags, result, { ...shown, inputs: settings.files, progress, answerOf });
  await conclude(call, analysis, begun, answered);
  return result;
}

/** Settles what is to be done, says it, and refuses what cannot be. Null where there is nothing to do, which is said. */
export async function begin(call: Call, files: readonly string[], analysis: Analysis): Promise<Begun | null> {
  const { run, flags } = call;
  const settings = await settingsOf(call, files);
  saySettings(call, settings);
  if (settings.files.length === 0 && (analysis.writes === true || (settings.database === null && settings.tables.length === 0))) {
    withoutFiles(call);
    return null;
  }
  checkSources(settings, analysis.writes === true);
  await checkOutputs(run, flags, settings.files);
  const look = await ownLook(call, { ...settings.look, lang: settings.lang });
  const progress = startProgress(run, flags, settings.lang);
  checkAlarms(call);
  const earlier = flags.since === undefined ? null : await readSince(call, flags.since, settings.lang);
  return { settings, progress, earlier, look };
}

/** Reads the sources and computes. */
export async function computeAnswer(call: Call, analysis: Analysis, begun: Begun, screen?: Screen): Promise<Answered> {
  const { run, flags } = call;
  const { settings, earlier } = begun;
  const {
    result: computed,
    customers,
    rejects,
  } = await withScratch(settings.limits.tempDir, async (scratch) => compute({ run, flags, analysis, scratch, screen, ...begun }));
  run.signal.throwIfAborted();
  const wanted = rowsWanted(computed, flags);
  const { result, entered } =
    flags.since === undefined ? { result: computed, entered: null } : since(wanted, earlier, call.card, flags.since);
  return { result: withCounters(result, customers), rejects, alarms: raised(flags.failOn ?? [], wanted, entered), customers };
}

/** What is left to do once the Result is out: rejected rows, conditions, the exit code. */
export async function conclude({ run, flags }: Call, analysis: Analysis, { settings }: Begun, answered: Answered): Promise<void> {
  const { result, rejects, alarms, customers } = answered;
  const { max_errors: maxErrors = analysis.errorLimit ?? null } = settings.config;
  if (flags.rejects !== undefined) await writeRejects(run, flags, flags.rejects, rejects, settings.lang);
  for (const reason of alarms) run.stderr.write(`${visible(countedAs(reason[settings.lang], customers))}\n`);
  finish(run, flags, result, { maxErrors, strict: flags.strict === true, isAlarmed: alarms.length > 0 });
}

/** The exit code, and why it is no 0; quietly not for warnings. That of doubtful data goes before that of a condition. */
function finish(run: Run, flags: Flags, result: Result, limits: Limits & { readonly isAlarmed: boolean }): void {
  const reason = exitReason(result, limits);
  if (reason === null) return run.finish(limits.isAlarmed ? 'conditionHolds' : 'done');
  if (flags.quiet !== true || reason.kind !== 'warnings') run.stderr.write(`${exitLine(reason)[result.lang]}\n`);
  run.finish('dataProblems');
}

interface Task {
  readonly run: Run;
  readonly flags: Flags;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly scratch: string;
  readonly progress: Progress;
  readonly screen: Screen | undefined;
  readonly earlier: EarlierResult | null;
  readonly look: OwnLook;
  readonly isPart?: true;
  readonly whole?: Whole;
}

async function compute(task: Task): Promise<{ result: Result; customers: CustomerKind; rejects: readonly Reject[] }> {
  const { run, flags, settings, analysis, scratch, progress, screen, earlier, look } = task;
  const database = analysis.files === true && settings.files.length > 0 ? null : settings.database;
  const request = {
    run,
    flags,
    settings: { ...settings, database },
    scratch,
    progress,
    fields: analysis.fields,
    writes: analysis.writes === true,
    tells: analysis.files === true,
  };
  try {
    return await withEverybody({ ...request, whole: task.whole }, async (sources) => {
      const { ingested, duckdb } = sources;
      const rejects = flags.rejects === undefined ? [] : await ingested.rejects();
      run.signal.throwIfAborted();
      const period = periodOf(settings, ingested);
      let customers: CustomerKind = 'companies';
      const input = async (): Promise<Input> => {
        const engine = await computingEngine(request, sources);
        if (settings.lang === 'zh-CN') customers = await customersIn(engine);
        progress.show('compute', '', duckdb !== null && sources.postgres === null ? computeMeasure(duckdb) : undefined);
        return { engine, ingested, lang: settings.lang, money: moneyOf(run, flags, settings), period, screen };
      };
      const result = await analysis
        .compute({ input, sources, ingested, settings, period, scratch, progress, earlier })
        .catch((error: unknown) => {
          progress.clear();
          // What the others lack may stand in a file that could not be read.
          for (const { code, message } of ingested.findings)
            if (code === 'file-left-out' && task.isPart !== true) run.stderr.write(`${message}\n`);
          throw error;
        });
      progress.clear();
      sayDecisions(run, flags, settings, ingested);
      const compared = earlier === null ? [] : [...sameFiles(result, earlier), ...laterResult(result, earlier)];
      const { heard, silent } = weighed([...result.findings, ...compared, ...look.findings], settings.config.findings);
      saySilent(run, flags, [...sources.silent, ...silent], settings.lang);
      for (const { code, file, message } of heard)
        if (saidAlways.has(code) && task.isPart !== true) run.stderr.write(`${file === null ? '' : `${file}: `}${message}\n`);
      const inputs = markIdle(result.inputs, analysis.fields, ingested);
      const answer = [...result.answer, ...moneyLeftOut(inputs, heard, settings.lang)];
      const { currency } = ingested;
      const { company } = look;
      const read = {
        ...result,
        ...(company === null ? {} : { company }),
        ...(currency === null || currency === undefined ? {} : { currency }),
        answer,
        findings: heard,
        inputs,
      };
      return { customers, result: read, rejects };
    });
  } finally {
    progress.clear();
  }
}

/** With a scope everybody's rows are read besides, where nobody has done so. */
async function withEverybody<T>(request: SourcesRequest, work: (sources: Sources) => Promise<T>): Promise<T> {
  const { flags, whole } = request;
  if (flags.scope === undefined || whole !== undefined) return withSources(request, work);
  const { hasWhole, withWholeOf } = await import('./whole.ts');
  return hasWhole(request) ? withWholeOf(request, (own) => withSources({ ...request, whole: own }, work)) : withSources(request, work);
}

/** What whoever asked for the result alone has to know as well: the export did not run, the result compared with is a later one, a file of the folder could not be read, or a picture of the template is not shown. */
const saidAlways: ReadonlySet<string> = new Set(['inputs-unchanged', 'since-later', 'file-left-out', 'template-picture-unfit']);

function sayDecisions(run: Run, flags: Flags, settings: Settings, ingested: Ingested): void {
  if (flags.verbose === true)
    run.stderr.write(
      decisionLines(ingested, settings.lang)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (flags.quiet === true || settings.asOf !== null || ingested.asOf === null) return;
  const [where, zhWhere] = settings.files.length > 0 ? ['files', '文件'] : ['tables', '表'];
  const note = {
    en: `as of ${ingested.asOf}, the latest date in the ${where}; --as-of sets another`,
    'zh-CN': `截止日期 ${ingested.asOf}，取自${zhWhere}中最晚的日期；可用 --as-of 指定`,
  };
  run.stderr.write(`${note[settings.lang]}\n`);
}

/** Programs read whole amounts in sentences, too. */
function moneyOf(run: Run, flags: Flags, { config: { output } }: Settings): MoneyDisplay {
  return reporters[formatOf(run, flags)].people ? output : {};
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
