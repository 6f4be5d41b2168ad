import type { Result, TableSection } from '../../result/result.ts';
import { findingsOf } from '../../views/notes.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { earlyEnd } from '../parts/orders-span.ts';
import { targetDoubts } from '../parts/target-doubts.ts';
import { activitiesSection } from './activities.ts';
import { actionsOf } from './actions/actions.ts';
import { repsAnswer } from './answer.ts';
import { repsCard } from './card.ts';
import { coachingRows, coachingSection, coachingSentence } from './coaching.ts';
import { contactEffectsSection } from './contact-effects.ts';
import { driverPartsSection } from './driver-parts.ts';
import { driverRows, driversSection } from './drivers.ts';
import { measuresSection } from './measures.ts';
import { type People, peopleOf } from './people.ts';
import { neglectedRows, neglectedSection, neglectedSentence } from './neglected.ts';
import { crossingTargets } from './crossing-targets.ts';
import { targetGapRows, targetGapsSection } from './target-gaps.ts';
import { rankingRows, rankingSection } from './ranking.ts';
import { bridgeSection } from './bridge.ts';
import { casesSection } from './deal-cases.ts';
import { competitorsSection } from './competitors.ts';
import { reasonsSection } from './reasons.ts';
import { strengthRows, strengthsSection, strengthsSentence } from './strengths.ts';
import { patternRows, patternSentence, winPatternsSection } from './win-patterns.ts';
import { shrinkingRows, shrinkingSection, shrinkingText } from './shrinking.ts';
import { dealsAtRiskSection } from './deals-at-risk.ts';
import { openDealsSection, pipelineSection, stagesSection } from './pipeline.ts';
import { computeReview, periodToReview, type RepsInput, repsFields } from './run.ts';

export { repsFields, type RepsInput };

/** What tells whether targets can be taken as they stand. */
const inDoubt = ['target_rows', 'target_slips', 'target_actuals'];

/** The review of reps: what moved their revenue, against the period before and the year before. */
export async function reps(input: RepsInput): Promise<Result> {
  const review = await periodToReview(input);
  const { computed, notComputed } = await computeReview(input, review);
  const people = await peopleOf(input);
  const fromOrders = review.span !== null;
  // Asked for together: the engine answers one while the program makes rows and sections of another.
  const [rows, ranking, gaps, strengths, patterns, activities, effects, neglected, coaching, actions] = await Promise.all([
    driverRows(input, people, 'previous'),
    rankingRows(input, people),
    targetGapRows(input, people, computed),
    strengthRows(input, people),
    patternRows(input),
    activitiesSection(input, people),
    contactEffectsSection(input),
    neglectedRows(input, people),
    coachingRows(input, people),
    actionsOf(input, review, people),
  ]);
  const shrinking = await shrinkingRows(input, ranking, computed);
  const sections = [
    ...actions.sections,
    rankingSection(input, ranking),
    ...(fromOrders
      ? [
          driversSection(input, review, rows, 'previous'),
          ...[await bridgeSection(input, people)].filter((section) => section !== null),
          targetGapsSection(input, gaps),
          driversSection(input, review, await driverRows(input, people, 'year_ago'), 'year_ago'),
        ]
      : []),
    ...(input.ingested.available.has('opportunities.rep')
      ? [
          await pipelineSection(input, people),
          await dealsAtRiskSection(input, people),
          await openDealsSection(input, people),
          await stagesSection(input, people),
        ]
      : []),
    ...[
      await coachingSection(input, people, coaching, neglected),
      activities,
      await neglectedSection(input, people, neglected),
      effects,
    ].filter((section) => section !== null),
    strengthsSection(input, strengths),
    winPatternsSection(input, patterns),
    ...(await dealSections(input, people)),
    await measuresSection(input, people),
    ...(shrinking.length === 0 ? [] : [shrinkingSection(input, shrinking)]),
    ...(fromOrders ? [await driverPartsSection(input, people)] : []),
  ];
  return analysisResult(repsCard, input, {
    period: review.whole,
    answer: repsAnswer(input, review, {
      drivers: rows,
      gaps,
      ranking,
      shrinking: await shrinkingText(input, shrinking),
      more: [
        coachingSentence(coaching, input),
        strengthsSentence(strengths, input.money),
        neglectedSentence(neglected, input),
        patternSentence(patterns, input.money),
      ],
      actions: actions.sentence,
    }),
    sections,
    findings: findingsOf(
      [
        ...(review.span === null ? [] : earlyEnd(review.span, review.whole)),
        ...(inDoubt.every((metric) => computed.includes(metric)) ? await targetDoubts(input) : []),
        ...(computed.includes('rep_targets') ? await crossingTargets(input) : []),
      ],
      input.lang,
    ),
    notComputed,
  });
}

/** Why deals are won and lost, to whom, and the deals themselves, as far as the files tell. */
async function dealSections(input: RepsInput, people: People): Promise<TableSection[]> {
  const { available } = input.ingested;
  const has = (...fields: readonly string[]): boolean => fields.some((field) => available.has(field));
  return [
    ...(has('opportunities.lost_reason', 'opportunities.won_reason', 'leads.invalid_reason') ? [await reasonsSection(input, people)] : []),
    ...(has('opportunities.competitor') ? [await competitorsSection(input, people)] : []),
    ...(has('opportunities.rep') ? [await casesSection(input, people)] : []),
  ];
}
