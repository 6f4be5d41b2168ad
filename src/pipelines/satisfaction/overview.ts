import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';
import type { Verdict } from '../../metrics/comparison/parts/change-rows.ts';
import { judgementOf } from '../../result/judgement.ts';
import type { FactsSection, ResultRow } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import { beyondChanceWords } from '../../views/judgement.ts';
import { metricFact, metricHeading } from '../../views/of-metrics.ts';
import { verdictWords } from '../parts/verdict-words.ts';
import type { SatisfactionInput, SatisfactionRun } from './run.ts';

/** Those that a screen shows unasked. */
const told = ['nps', 'csat', 'complaint_rate', 'customer_rate', 'median_days', 'open', 'overdue', 'done', 'done_late', 'response_rate'];

/** The figures of the period, each with what it rests on. */
export async function overviewSection(input: SatisfactionInput, run: SatisfactionRun): Promise<FactsSection> {
  const facts = [
    ...(await surveyFacts(input, run)),
    ...(await complaintFacts(input, run)),
    ...(await loopFacts(input, run)),
    ...(await responseFacts(input, run)),
  ];
  return factsSection(input.lang, { id: 'overview', title: both('Overview', '总览'), first: told }, facts);
}

async function row({ engine }: SatisfactionInput, query: ReturnType<typeof sql>): Promise<ResultRow | undefined> {
  return (await engine.rows<ResultRow>(query))[0];
}

function spoken({ review }: SatisfactionRun): Localized {
  return both(
    `Period ${spanOf(review.current)}, before it ${spanOf(review.previous)}.`,
    `本期 ${spanOf(review.current)}，上期 ${spanOf(review.previous)}。`,
  );
}

interface ComparedFacts {
  readonly metric: string;
  /** What the figure is called among the facts. */
  readonly id: string;
  /** The row of all groups. */
  readonly found: ResultRow | undefined;
}

/** A figure of the row of all groups, what it was, the difference, and whether that is more than chance. */
function comparedFacts({ metric, id, found }: ComparedFacts, run: SatisfactionRun): FactText[] {
  const figure = (name: string): number | null => numberOf(found?.[name]);
  const now = metricFact(
    metric,
    'value',
    { value: figure('value'), n: figure('base'), low: figure('low'), high: figure('high') },
    spoken(run),
  );
  const before = metricFact(metric, 'previous_value', { value: figure('previous_value'), n: figure('previous_base') });
  const change = metricFact(metric, 'previous_difference', {
    value: figure('previous_difference'),
    low: figure('previous_low'),
    high: figure('previous_high'),
  });
  const { en, 'zh-CN': zh } = now.title;
  return [
    { ...now, id },
    { ...before, id: `${id}_before` },
    { ...change, id: `${id}_difference`, title: both(`${en}, difference`, `${zh}与上期之差`) },
    { ...verdictFact({ metric, id, found }), title: both(`${en}, against before`, `${zh}与上期相比`) },
  ];
}

function verdictFact({ metric, id, found }: ComparedFacts): Omit<FactText, 'title'> {
  const verdict = found?.['previous_verdict'] ?? null;
  const { basis } = metricHeading(metric, 'previous_verdict');
  const judgement = judgementOf(metricHeading(metric, 'previous_difference').better, numberOf(found?.['previous_difference']));
  const words = verdict === 'more_than_chance' ? beyondChanceWords(judgement) : verdictWords[verdict as Verdict];
  return { id: `${id}_verdict`, type: 'text', value: verdict === null ? null : words, code: codeOf(verdict), basis };
}

async function surveyFacts(input: SatisfactionInput, run: SatisfactionRun): Promise<FactText[]> {
  const [nps, csat] = [
    run.has('nps_groups') ? await row(input, sql`select * from nps_groups where breakdown = 'all'`) : null,
    run.has('csat_groups') ? await row(input, sql`select * from csat_groups where breakdown = 'all'`) : null,
  ];
  return [
    ...(nps === null ? [] : comparedFacts({ metric: 'nps_groups', id: 'nps', found: nps }, run)),
    ...(csat === null ? [] : comparedFacts({ metric: 'csat_groups', id: 'csat', found: csat }, run)),
    ...(csat === null
      ? []
      : [{ ...metricFact('csat_groups', 'mean', { value: csat?.['mean'] ?? null, n: numberOf(csat?.['base']) }), id: 'csat_mean' }]),
  ];
}

async function complaintFacts(input: SatisfactionInput, run: SatisfactionRun): Promise<FactText[]> {
  const rates = run.has('complaint_groups') ? await row(input, sql`select * from complaint_groups where breakdown = 'all'`) : null;
  const times = run.has('complaint_times') ? await row(input, sql`select * from complaint_times where period = 'current'`) : null;
  const figure = (name: string): number | null => numberOf(rates?.[name]);
  return [
    ...(rates === null
      ? []
      : [
          ...comparedFacts({ metric: 'complaint_groups', id: 'complaint_rate', found: rates }, run),
          metricFact('complaint_groups', 'complaints', { value: figure('complaints') }),
          metricFact('complaint_groups', 'customer_rate', {
            value: figure('customer_rate'),
            n: figure('customers'),
            low: figure('customer_rate_low'),
            high: figure('customer_rate_high'),
          }),
        ]),
    ...(times === null
      ? []
      : [
          metricFact('complaint_times', 'median_days', { value: times?.['median_days'] ?? null, n: numberOf(times?.['complaints']) }),
          metricFact('complaint_times', 'ninety_days', { value: times?.['ninety_days'] ?? null, n: numberOf(times?.['complaints']) }),
        ]),
  ];
}

async function loopFacts(input: SatisfactionInput, run: SatisfactionRun): Promise<FactText[]> {
  const open = run.has('action_owners')
    ? await row(
        input,
        sql`select sum(open)::bigint as open, sum(overdue)::bigint as overdue, sum(done)::bigint as done, sum(done_due)::bigint as done_due, sum(done_late)::bigint as done_late from action_owners`,
      )
    : null;
  const effects = run.has('action_effects')
    ? await input.engine.rows<ResultRow>(sql`select * from action_effects where customers > 0 order by measure`)
    : [];
  return [
    ...(open === null
      ? []
      : ['open', 'overdue', 'done', 'done_late'].map((id) => metricFact('action_owners', id, { value: open?.[id] ?? 0 }))),
    ...effects.map((effect): FactText => {
      const fact = metricFact('action_effects', 'difference', {
        value: effect['difference'] ?? null,
        n: numberOf(effect['customers']),
        low: numberOf(effect['low']),
        high: numberOf(effect['high']),
      });
      const [of, zhOf] = effect['measure'] === 'nps' ? ['NPS answer', 'NPS 评分'] : ['satisfaction', '满意度'];
      return {
        ...fact,
        id: `${effect['measure']}_after_closing_change`,
        title: both(`Rise of ${of} after a complaint was settled`, `投诉解决后${zhOf}变化`),
      };
    }),
  ];
}

async function responseFacts(input: SatisfactionInput, run: SatisfactionRun): Promise<FactText[]> {
  if (!run.has('respondents')) return [];
  const found = await row(
    input,
    sql`select answered.share, answered.share_low, answered.share_high, answered.customers, answered.revenue_share, silent.customers as silent
      from (select 1 as part, * from respondents where answered = 'answered') as answered
      join (select 1 as part, customers from respondents where answered = 'silent') as silent on silent.part = answered.part`,
  );
  const base = found === undefined ? null : (numberOf(found['customers']) ?? 0) + (numberOf(found['silent']) ?? 0);
  return [
    {
      id: 'response_rate',
      title: both('Customers who answered', '有回答的客户占比'),
      type: 'ratio',
      value: found?.['share'] ?? null,
      n: base,
      low: numberOf(found?.['share_low']),
      high: numberOf(found?.['share_high']),
      basis: both(
        'Customers with an answer in the period ÷ customers with an order in it; what the others think is not known.',
        '本期有回答的客户数 ÷ 本期有订单的客户数；其余客户的看法未知。',
      ),
    },
  ];
}
