import { openContest } from '../../forecast/churn/contest.ts';
import { holdOut } from '../../forecast/churn/folds.ts';
import { knownBefore } from '../../forecast/churn/totals.ts';
import { backtestCard } from './card.ts';
import { fieldsFor } from '../../metrics/registry.ts';
import type { Result } from '../../result/result.ts';
import { backtestAnswer } from './answer.ts';
import { calibrationSection } from '../parts/calibration-section.ts';
import { calibrationRows } from '../../forecast/churn/calibration.ts';
import { verdictSection } from './verdict-section.ts';
import { contendersSection } from './contenders-section.ts';
import { forecastDecilesSection, forecastSection } from './forecast-sections.ts';
import { listOrder } from '../parts/list-order.ts';
import { windowsSection } from './windows-section.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { type ForecastInput, runForecast } from '../parts/forecast-run.ts';

export interface BacktestInput extends ForecastInput {
  /** Hold-outs at most. */
  readonly folds: number;
}

const wanted = ['churn_contest', 'churn_lists'];

/** Canonical fields that the back-test reads. */
export function backtestFields(): Set<string> {
  return fieldsFor(wanted);
}

/** Holds out the last horizons, forecasts them with what was known before, and compares with what came and with naive rules. */
export async function backtest(input: BacktestInput): Promise<Result> {
  const { lang } = input;
  const run = await runForecast(input, { wanted, folds: input.folds });
  const folds = await holdOut(run.read, run.contest);
  const { asOf } = await openContest(run.read, run.contest);
  return analysisResult(backtestCard, input, {
    answer: backtestAnswer(folds, await listOrder(input, folds), {
      latest: knownBefore(asOf),
      horizonDays: run.horizonDays,
      money: input.money,
    }),
    sections: [
      verdictSection(folds, run, lang),
      windowsSection(folds, lang),
      await contendersSection(input),
      calibrationSection(folds.flatMap(calibrationRows), lang),
      forecastSection(folds, lang),
      forecastDecilesSection(folds, lang),
    ],
    notComputed: run.notComputed,
  });
}
