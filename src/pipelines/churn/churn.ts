import { openContest } from '../../forecast/churn/contest.ts';
import { judgedCalibration } from '../../forecast/churn/calibration.ts';
import { churnCard } from './card.ts';
import { holdOut } from '../../forecast/churn/folds.ts';
import { fieldsFor } from '../../metrics/registry.ts';
import type { Result } from '../../result/result.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { churnAnswer } from './answer.ts';
import { churnFindings, endOfOrders } from './findings.ts';
import { largestMonthsSection } from './largest-months.ts';
import { listCalls } from './list-calls.ts';
import { calibrationSection } from '../parts/calibration-section.ts';
import { listOrder } from '../parts/list-order.ts';
import { listSections } from './lists.ts';
import { modelSection } from './model-section.ts';
import { churnOverview } from './overview.ts';
import { type ForecastInput, runForecast } from '../parts/forecast-run.ts';
import { churnReasonsSection, retentionSection, winBackSection } from './tables.ts';
import { growthPeriod } from '../parts/scoring.ts';

const wanted = [
  'customer_profile',
  'customer_scores',
  'customer_state',
  'churn_lists',
  'churn_breadth',
  'churn_contacts',
  'churn_feedback',
  'churn_flags',
  'retention_rates',
  'churn_reasons',
  'win_back',
];

/** Canonical fields that churn reads. */
export function churnFields(): Set<string> {
  return fieldsFor(wanted);
}

/** Who is about to leave, why, and how far that can be believed. */
export async function churn(input: ForecastInput): Promise<Result> {
  const run = await runForecast(input, { wanted, folds: 1 });
  const contest = await openContest(run.read, run.contest);
  const scores = contest.scoresAt(contest.asOf);
  const folds = await holdOut(run.read, run.contest);
  const order = await listOrder(input, folds);
  const lists = await listSections(input, run, order);
  const months = await largestMonthsSection(input, lists);
  const sections = [
    await churnOverview(input, run, { contest, scores, folds }),
    ...lists,
    ...(months === null ? [] : [months]),
    await churnReasonsSection(input),
    await winBackSection(input),
    await retentionSection(input),
    calibrationSection(folds.slice(0, 1).flatMap(judgedCalibration), input.lang),
    await modelSection(input, run, { contest, scores, folds }),
  ];
  return analysisResult(churnCard, input, {
    period: growthPeriod(input),
    answer: churnAnswer(sections, folds, { order, calls: await listCalls(input), money: input.money }),
    sections,
    findings: [...(await endOfOrders(input)), ...churnFindings(folds, input.lang)],
    notComputed: run.notComputed,
  });
}
