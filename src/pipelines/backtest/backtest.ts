import { openContest } from '../../forecast/churn/contest.ts';
import { foldsOf } from '../../forecast/churn/folds.ts';
import { fieldsFor } from '../../metrics/registry.ts';
import type { Result } from '../../result/result.ts';
import { calibrationSection } from './calibration.ts';
import { verdictSection } from './facts.ts';
import { contendersSection, forecastDecilesSection, forecastSection } from './sections.ts';
import { blankResult } from '../blank-result.ts';
import { type ForecastInput, forecastMetrics, runForecast } from '../forecast-run.ts';

export interface BacktestInput extends ForecastInput {
  /** Hold-outs at most. */
  readonly folds: number;
}

/** Canonical fields that the back-test reads. */
export function backtestFields(): Set<string> {
  return fieldsFor(forecastMetrics);
}

/** Holds out the last horizons, forecasts them with what was known before, and compares with what came and with naive rules. */
export async function backtest(input: BacktestInput): Promise<Result> {
  const { ingested, lang, engine } = input;
  const run = await runForecast(input, forecastMetrics);
  const contest = await openContest((query) => engine.rows(query), { ...run, full: input.folds });
  const folds = foldsOf(contest, input.folds, input.churn);
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
