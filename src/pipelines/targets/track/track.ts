import type { Result, Section } from '../../../result/result.ts';
import { addDays, type Period } from '../../../lib/dates.ts';
import { spanOf } from '../../../lib/periods.ts';
import { analysisResult } from '../../parts/analysis-result.ts';
import { refusal } from '../../parts/refusals.ts';
import { trackAnswer } from './answer.ts';
import { attainmentSection } from './attainment.ts';
import { booksOf } from './books.ts';
import { targetsTrackCard } from './card.ts';
import { trackFindings } from './findings.ts';
import { forecastCheckSection, forecastTestsSection } from './forecast-check.ts';
import { type Nesting, nestingOf } from './nested.ts';
import { overviewSection } from './overview.ts';
import { levelsOf, rollUpSection } from './roll-up.ts';
import { type Goal, goalRows } from './rows.ts';
import { computeTrack, trackFields, type TrackInput } from './run.ts';
import { comingSeason, seasonSection, seasonText } from './season.ts';
import { trendSection } from './trend.ts';
import { levels } from '../../parts/target-words.ts';

export { trackFields, type TrackInput };

/** How far targets are reached, who is behind, what they will come to, and what to do. */
export async function track(input: TrackInput): Promise<Result> {
  const { computed, notComputed } = await computeTrack(input);
  const goals = await goalRows(input);
  if (input.period !== null && goals.length === 0) throw nothingIn(input.period);
  const books = await booksOf(input, computed);
  const nesting = await nestingOf(input);
  const rolled = levelsOf(goals, input.period, nesting);
  const coming = await comingSeason(input, computed);
  const sections: Section[] = [
    attainmentSection(input, 'period', goals, books),
    attainmentSection(input, 'year', goals, books),
    rollUpSection(input, rolled),
    ...(await trendOf(input, goals, nesting)),
    await forecastCheckSection(input),
    await forecastTestsSection(input),
    ...(coming === null ? [] : [seasonSection(input, coming)]),
    overviewSection(input, goals),
  ];
  return analysisResult(targetsTrackCard, input, {
    period: periodOf(goals),
    answer: [...trackAnswer({ goals, rolled, books, money: input.money }), ...(coming === null ? [] : [seasonText(coming, input.money)])],
    sections: sections.filter((section) => section.kind === 'facts' || section.total > 0),
    findings: await trackFindings(input, goals),
    notComputed,
  });
}

/** The picture over time is of what the answer begins with. */
async function trendOf(input: TrackInput, goals: readonly Goal[], nesting: Nesting): Promise<Section[]> {
  const known = goals.filter(({ reach, actual, target }) => reach === 'period' && actual !== null && target !== null);
  const level = levels.find((each) => known.some((goal) => goal.level === each));
  if (level === undefined) return [];
  const own = known.filter((goal) => goal.level === level);
  const metric = own.some((goal) => goal.metric === 'revenue') ? 'revenue' : own[0]!.metric;
  return [await trendSection(input, { level, metric }, nesting)];
}

function periodOf(goals: readonly Goal[]): Period | null {
  const own = goals.filter(({ reach }) => reach === 'period');
  const [from, to] = [
    own.map((goal) => goal.from).toSorted()[0],
    own
      .map((goal) => goal.to)
      .toSorted()
      .at(-1),
  ];
  return from === undefined || to === undefined ? null : { from, to: addDays(to, 1) };
}

function nothingIn(period: Period) {
  return refusal(
    'no-targets',
    { en: `no target lies in ${spanOf(period)}`, 'zh-CN': `${spanOf(period)} 内没有目标` },
    { en: 'choose a --period that holds whole target periods', 'zh-CN': '请选择包含完整目标期间的 --period' },
  );
}
