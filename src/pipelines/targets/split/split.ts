import type { Result } from '../../../result/result.ts';
import { addDays } from '../../../lib/dates.ts';
import { analysisResult } from '../../parts/analysis-result.ts';
import { splitAnswer } from './answer.ts';
import { byOwnerSection } from './by-owner.ts';
import { targetsSplitCard } from './card.ts';
import { splitFindings } from './findings.ts';
import { splitOverview } from './overview.ts';
import { computeSplit, splitFields, type SplitInput } from './run.ts';
import { seasonCheckSection, seasonProductsSection, seasonSection } from './season-sections.ts';
import { targetsSection } from './targets-section.ts';
import { weightsSection } from './weights-section.ts';

export { splitFields, type SplitInput };

/** A number split into targets of owners and months, with what that rests on. */
export async function targetsSplit(input: SplitInput): Promise<Result> {
  const run = await computeSplit(input);
  const sections = [
    await byOwnerSection(input, run),
    await seasonSection(input),
    ...(run.split.levels.includes('product') ? [await seasonProductsSection(input)] : []),
    await seasonCheckSection(input),
    await weightsSection(input, run),
    await targetsSection(input, run),
    await splitOverview(input, run),
  ];
  return analysisResult(targetsSplitCard, input, {
    period: { from: run.plan.period_from, to: addDays(run.plan.period_to, 1) },
    answer: await splitAnswer(input, run, sections),
    sections,
    findings: await splitFindings(input, run),
    notComputed: run.notComputed,
  });
}
