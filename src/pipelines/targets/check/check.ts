import type { Result } from '../../../result/result.ts';
import { findingsOf } from '../../../views/notes.ts';
import { analysisResult } from '../../parts/analysis-result.ts';
import { actionsSection } from './actions.ts';
import { checkAnswer } from './answer.ts';
import { targetsCheckCard } from './card.ts';
import { targetNotes } from './findings.ts';
import { levelRows, levelsSection } from './levels.ts';
import { overviewSection } from './overview.ts';
import { rowsSection } from './rows.ts';
import { checkTargets, targetCheckFields, type TargetCheckInput } from './run.ts';
import { sumsSection } from './sums.ts';

export { targetCheckFields, type TargetCheckInput };

/** Whether targets are SMART and add up, and which tasks of the plans are overdue. */
export async function targetsCheck(input: TargetCheckInput): Promise<Result> {
  const checked = await checkTargets(input);
  const levels = levelRows(checked.targets);
  const notes = targetNotes(checked, levels, input);
  const sections = [
    rowsSection(input, checked.targets),
    sumsSection(input, checked.sums),
    levelsSection(input, levels),
    actionsSection(input, checked.actions),
    overviewSection(input, checked),
  ];
  return analysisResult(targetsCheckCard, input, {
    period: input.period,
    answer: checkAnswer(checked, notes, input),
    // A table without a row says nothing: no plans, no stretch targets.
    sections: sections.filter((section) => section.kind === 'facts' || section.total > 0),
    findings: findingsOf(notes, input.lang),
    notComputed: checked.report.notComputed,
  });
}
