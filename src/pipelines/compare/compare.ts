import { addDays } from '../../lib/dates.ts';
import type { Result } from '../../result/result.ts';
import { compareCard } from './card.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { compareAnswer } from './answer.ts';
import { changesSection } from './changes.ts';
import { bridgeSection, movementSection } from './customers.ts';
import { comparisonFindings } from './findings.ts';
import { segmentMigrationSection, tierMigrationSection } from './migration.ts';
import { monthsSection } from './months.ts';
import { mostMoved } from './most-moved.ts';
import { moversSection } from './movers.ts';
import { revenueGroupSections } from './revenue-groups.ts';
import { overviewSection } from './overview.ts';
import { compareFields, computeComparison } from './scores.ts';
import { type CompareInput, periodsToCompare } from './periods.ts';
import { turnoverSection } from './turnover.ts';
import { yearToDateSection } from './year-to-date.ts';
import { broughtBefore, toCallSection } from './to-call.ts';

export { compareFields };
export type { Against, CompareInput } from './periods.ts';

/** Compares two periods of the same files: what changed and whether that is more than chance, which customers came, went and moved. */
export async function compare(input: CompareInput): Promise<Result> {
  const periods = await periodsToCompare(input);
  const report = await computeComparison(input, periods);
  const sections = [
    await toCallSection(input, periods),
    await bridgeSection(input),
    ...(await revenueGroupSections(input)),
    await changesSection(input),
    await movementSection(input),
    await turnoverSection(input),
    await overviewSection(input, periods),
    ...[await yearToDateSection(input)].filter((section) => section !== null),
    await monthsSection(input, addDays(periods.after.to, -1)),
    await tierMigrationSection(input),
    await segmentMigrationSection(input),
    await moversSection(input, periods.after),
  ];
  return analysisResult(compareCard, input, {
    period: periods.after,
    comparedWith: periods.before,
    answer: compareAnswer(sections, periods, { money: input.money, moved: await mostMoved(input), brought: await broughtBefore(input) }),
    sections,
    findings: comparisonFindings(periods, input.lang),
    notComputed: report.notComputed,
  });
}
