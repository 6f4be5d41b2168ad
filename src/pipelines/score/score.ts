import { sql } from '../../engine/sql.ts';
import { scoreCard } from './card.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { metricById } from '../../metrics/registry.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { lifetimeValueAnswer } from '../parts/lifetime-value/answer.ts';
import { lifetimeValues } from '../parts/lifetime-value/lifetime-value.ts';
import { type ScoreInput, computeScores, growthPeriod, scoreFields, tiersOf } from '../parts/scoring.ts';
import { actNowSection } from './act-now.ts';
import { scoreAnswer, type Stakes } from './answer.ts';
import { cutPointsSection } from './cut-points.ts';
import { segmentsSection, tiersSection } from './groups.ts';
import { rankingSection } from './ranking.ts';
import type { FactsSection, Result } from '../../result/result.ts';
import { factsSection } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricFact, metricFacts } from '../../views/of-metrics.ts';

export { scoreFields };

/** The metrics that sections and sentences read. */
export const scoreRead: ReadonlySet<string> = new Set([
  'category_breadth',
  'churn_feedback',
  'churn_flags',
  'churn_status',
  'customer_profile',
  'customer_scores',
  'customer_state',
  'purchase_cycle',
  'referral_value',
  'repeat_purchase',
  'revenue_growth',
  'revenue_overview',
  'revenue_share',
  'rfm_cuts',
  'rfm_score_counts',
  'rfm_scores',
  'simple_lifetime_value',
]);

/** Ranks customers by value, RFM and a weighted score, with the tier, its action and what lifts and drags each score. */
export async function score(input: ScoreInput): Promise<Result> {
  const report = await computeScores(input);
  const lifetime = await lifetimeValues(input);
  const sections = [
    await actNowSection(input),
    await rankingSection(input),
    await tiersSection(input),
    await segmentsSection(input),
    await cutPointsSection(input),
    await overviewSection(input),
    ...lifetime.sections,
  ];
  return analysisResult(scoreCard, input, {
    period: growthPeriod(input),
    answer: [...scoreAnswer(sections, tiersOf(input), input, await stakesOf(input)), ...lifetimeValueAnswer(sections, input.money)],
    sections,
    findings: lifetime.findings,
    notComputed: report.notComputed,
  });
}

/** Values are summed to the cent as whole numbers: that depends on no order and no engine. */
async function stakesOf({ engine }: ScoreInput): Promise<Stakes> {
  const [row] = await engine.rows<{ needy: number | null }>(sql`
    select (sum(cast(floor(status.expected_value * 100 + 0.5) as bigint)) * 0.01)::double precision as needy
    from act_now join churn_status as status on status.customer_id = act_now.customer_id`);
  const [first] = await engine.rows<{ since: IsoDate | null }>(
    sql`select min(first_order_on) as since from customer_profile where basis = 'orders'`,
  );
  return { needy: row?.needy ?? null, since: first?.since ?? null };
}

const overviewFirst = ['customers', 'revenue', 'orders', 'top_share', 'repeat_rate'];

/** Totals over all customers. */
async function overviewSection({ engine, lang }: ScoreInput): Promise<FactsSection> {
  const [totals] = await engine.rows(sql`select * from revenue_overview`);
  const [repeat] = await engine.rows(sql`select * from repeat_purchase`);
  const columns = Object.keys(metricById('revenue_overview').columns).filter((column) => column !== 'scope');
  return factsSection(lang, { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }, first: overviewFirst }, [
    ...metricFacts('revenue_overview', columns, totals),
    metricFact('repeat_purchase', 'repeat_rate', {
      value: numberOf(repeat?.['repeat_rate']),
      n: numberOf(repeat?.['buyers']),
      low: numberOf(repeat?.['low']),
      high: numberOf(repeat?.['high']),
    }),
  ]);
}
