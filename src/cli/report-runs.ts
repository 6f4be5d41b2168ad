import { withKeptTables } from '../engine/kept-tables.ts';
import { withTables } from '../engine/scope.ts';
import type { Config } from '../config/schema.ts';
import { CrmEvalError } from '../errors.ts';
import type { ReportChapter } from '../metrics/choices.ts';
import type { Period } from '../lib/dates.ts';
import { chapters } from '../pipelines/report/chapters.ts';
import { type Refusal, type ReportCommand, reportCommands, type Runs } from '../pipelines/report/runs.ts';
import { asYear, yearOf } from '../pipelines/report/year-targets.ts';
import type { Result } from '../result/result.ts';
import type { EarlierResult } from '../pipelines/parts/since/earlier-result.ts';
import type { Input } from './session.ts';

/** What all commands of a report start from. */
interface ReviewInput extends Input {
  /** The report before, whose actions are judged; null: none is given. */
  readonly earlier: EarlierResult | null;
}

/** A command as a report runs it. */
interface Runner {
  readonly fields: ReadonlySet<string>;
  /** `input` is the loading that all commands share, `period` the one under review; null: the files hold no date. */
  readonly run: (input: ReviewInput, config: Config, period: Period | null) => Promise<Result>;
}

/** How each command is run; what looks back over all orders takes no period. */
const runners: Readonly<Record<ReportCommand, () => Promise<Runner>>> = {
  score: async () => {
    const { score, scoreFields } = await import('../pipelines/score/score.ts');
    return {
      fields: scoreFields({ lifetimeValue: false }),
      run: async (input, config) => score({ ...input, period: null, settings: config.score, churn: config.churn }),
    };
  },
  churn: async () => {
    const { churn, churnFields } = await import('../pipelines/churn/churn.ts');
    return {
      fields: churnFields(),
      run: async (input, config) => churn({ ...input, period: null, settings: config.score, churn: config.churn, until: null }),
    };
  },
  cohorts: async () => {
    const { cohortFields, cohorts } = await import('../pipelines/cohorts/cohorts.ts');
    return { fields: cohortFields(null), run: async (input) => cohorts({ ...input, period: null, unit: 'quarter', by: null }) };
  },
  compare: async () => {
    const { compare, compareFields } = await import('../pipelines/compare/compare.ts');
    return {
      fields: compareFields(),
      run: async (input, config, period) => compare({ ...input, period, settings: config.score, churn: config.churn, against: 'previous' }),
    };
  },
  pool: async () => {
    const { pool, poolFields } = await import('../pipelines/pool/pool.ts');
    return {
      fields: poolFields(),
      run: async (input, config) => pool({ ...input, period: null, settings: config.pool, of: null, whatIf: null }),
    };
  },
  'targets track': async () => {
    const { track, trackFields } = await import('../pipelines/targets/track/track.ts');
    return { fields: trackFields(), run: async (input, config, period) => track({ ...input, period, settings: config.targets }) };
  },
  reps: async () => {
    const { reps, repsFields } = await import('../pipelines/reps/reps.ts');
    return {
      fields: repsFields(),
      run: async (input, { reps: settings, score, targets, pool }, period) =>
        reps({ ...input, period, settings, score, targets, pool, rep: null, manager: null }),
    };
  },
  'cross-sell': async () => {
    const { crossSell, crossSellFields } = await import('../pipelines/cross-sell/cross-sell.ts');
    const { ruleConfidence } = await import('../metrics/parameter-defaults.ts');
    const rules = { level: 'auto', basis: 'auto', min_support: null, min_confidence: ruleConfidence } as const;
    return {
      fields: crossSellFields(),
      run: async (input, { score, churn }) => crossSell({ ...input, settings: score, churn, rules, allRules: false }),
    };
  },
  satisfaction: async () => {
    const { satisfaction, satisfactionFields } = await import('../pipelines/satisfaction/satisfaction.ts');
    return {
      fields: satisfactionFields(),
      run: async (input, config, period) => satisfaction({ ...input, period, settings: config.satisfaction, by: null }),
    };
  },
};

/** The commands that tell of these chapters; the figures and the title of a chapter look at `compare` besides. */
function commandsOf(ids: readonly ReportChapter[]): ReadonlySet<ReportCommand> {
  return new Set<ReportCommand>(['compare', ...ids.flatMap((id) => chapters[id].parts.map(({ command }) => command))]);
}

/** These commands, ready to be run, and all fields that they read. */
export async function runnersOf(
  ids: readonly ReportChapter[],
): Promise<{ readonly fields: Set<string>; readonly runners: ReadonlyMap<ReportCommand, Runner> }> {
  const wanted = commandsOf(ids);
  const ready = new Map<ReportCommand, Runner>();
  for (const command of reportCommands) if (wanted.has(command)) ready.set(command, await runners[command]());
  return { fields: new Set([...ready.values()].flatMap(({ fields }) => [...fields])), runners: ready };
}

/** Runs the commands of these chapters one after the other, each with tables of its own, for the same metric may mean another period in each (what it means twice is computed once); one that the files are not enough for says why, and the others go on. */
export async function runAll(
  ready: ReadonlyMap<ReportCommand, Runner>,
  ids: readonly ReportChapter[],
  input: ReviewInput,
  config: Config,
  period: Period | null,
): Promise<Runs> {
  const results = new Map<ReportCommand, Result>();
  const refusals = new Map<ReportCommand, Refusal>();
  const wanted = commandsOf(ids);
  await withKeptTables(input.engine, async (keeping) => {
    for (const [command, { run }] of ready) {
      if (!wanted.has(command)) continue;
      try {
        const once = (of: Period | null): Promise<Result> => withTables(keeping, (engine) => run({ ...input, engine }, config, of));
        results.set(command, await ofPeriodOrYear(once, input, period));
      } catch (error) {
        if (!(error instanceof CrmEvalError) || (error.exit !== 'usage' && error.exit !== 'inputUnreadable')) throw error;
        refusals.set(command, { text: error.text, fix: error.fix });
      }
    }
  });
  return { results, refusals };
}

async function ofPeriodOrYear(
  once: (period: Period | null) => Promise<Result>,
  input: ReviewInput,
  period: Period | null,
): Promise<Result> {
  try {
    return await once(period);
  } catch (error) {
    if (period === null || !hasYearTargets(input, error)) throw error;
    return asYear(await once(yearOf(period)));
  }
}

/** Where none of the targets lies within the period, that of its year still says how far the year is on its way. */
function hasYearTargets({ ingested }: ReviewInput, error: unknown): boolean {
  return error instanceof CrmEvalError && error.code === 'no-targets' && ingested.available.has('targets.value');
}
