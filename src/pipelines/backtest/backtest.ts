import type { Result } from '../../result/result.ts';
import { calibrationSection } from './calibration.ts';
import { verdictSection } from './facts.ts';
import { foldsOf } from './folds.ts';
import { contendersSection, forecastDecilesSection, forecastSection } from './sections.ts';
import { blankResult } from '../blank-result.ts';
import { openContest } from '../churn/contest.ts';
import { type ChurnInput, computeRun, fieldsOfRun, forecastMetrics } from '../churn/settings.ts';

export interface BacktestInput extends ChurnInput {
  /** Hold-outs at most. */
  readonly folds: number;
}

/** Canonical fields that the back-test reads. */
export function backtestFields(): Set<string> {
  return fieldsOfRun(forecastMetrics);
}

/** Holds out the last horizons, forecasts them with what was known before, and compares with what came and with naive rules. */
export async function backtest(input: BacktestInput): Promise<Result> {
  const { ingested, lang, engine } = input;
  const run = await computeRun(input, forecastMetrics);
  const contest = await openContest(engine, { origins: run.origins, horizonDays: run.horizonDays, full: input.folds });
  const folds = foldsOf(contest, input.folds, { model: run.model, churn: input.churn });
  return {
    ...blankResult('backtest', lang),
    as_of: run.asOf,
    engine: engine.dialect,
    inputs: [...ingested.inputs],
    sections: [
      verdictSection(folds, run, lang),
      contendersSection(folds, lang),
      calibrationSection(folds, lang),
      forecastSection(folds, lang),
      forecastDecilesSection(folds, lang),
    ],
    findings: [...ingested.findings],
    not_computed: run.notComputed.map(({ metric, needs }) => ({ metric, needs: [...needs] })),
  };
}
