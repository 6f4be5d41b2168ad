import type { Result, Section } from '../../result/result.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { satisfactionAnswer } from './answer.ts';
import { satisfactionCard } from './card.ts';
import { actionOwnersSection, actionsSection, topicsSection } from './complaints.ts';
import { satisfactionFindings } from './findings.ts';
import { groupSection } from './groups.ts';
import { overviewSection } from './overview.ts';
import { computeSatisfaction, satisfactionFields, type SatisfactionInput, type SatisfactionRun } from './run.ts';
import { dimensionsSection, driversSection, repurchaseSection, respondentsSection, trendSection } from './scores.ts';
import { customersSection, toCallSection } from './to-call.ts';

export { satisfactionFields, type SatisfactionInput };

type Make = (input: SatisfactionInput, run: SatisfactionRun) => Promise<Section>;

/** Each section by the metric without which it is left out. */
const made: readonly (readonly [metric: string, make: Make])[] = [
  ['satisfaction_customers', toCallSection],
  ['score_drivers', driversSection],
  ['score_dimensions', dimensionsSection],
  ['nps_groups', (input, run) => groupSection(input, run, 'nps')],
  ['csat_groups', (input, run) => groupSection(input, run, 'csat')],
  ['complaint_topics', topicsSection],
  ['action_owners', actionOwnersSection],
  ['action_owners', actionsSection],
  ['feedback_rows', overviewSection],
  ['satisfaction_quarters', trendSection],
  ['complaint_groups', (input, run) => groupSection(input, run, 'complaints')],
  ['repurchase_by_answer', repurchaseSection],
  ['respondents', respondentsSection],
  ['satisfaction_customers', customersSection],
];

/** What customers say: whom to call now, what moves the score, how it stands and goes, what is open. */
export async function satisfaction(input: SatisfactionInput): Promise<Result> {
  const run = await computeSatisfaction(input);
  const sections: Section[] = [];
  for (const [metric, make] of made) if (run.has(metric)) sections.push(await make(input, run));
  return analysisResult(satisfactionCard, input, {
    period: run.review.current,
    comparedWith: run.review.previous,
    answer: await satisfactionAnswer(input, run, sections),
    sections,
    findings: await satisfactionFindings(input),
    notComputed: run.report.notComputed,
  });
}
