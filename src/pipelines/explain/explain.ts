import { identifier, sql } from '../../engine/sql.ts';
import { explainAnswer } from './answer.ts';
import { explainCard } from './card.ts';
import { type Found, findCustomer } from './customer-id.ts';
import { factorsSection } from './factors.ts';
import { standingFacts, standingMetrics } from './standing.ts';
import { sourcesSection } from './sources.ts';
import { fieldsFor } from '../../metrics/registry.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { customerLifetimeValue } from '../parts/lifetime-value/customer.ts';
import { classWords, segmentWords, stateWords, tierCode } from '../parts/scoring-words.ts';
import { type ScoreInput, computeScores, growthPeriod, scoreFields, tierNames, tiersOf } from '../parts/scoring.ts';
import type { FactsSection, Result } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { wordOf } from '../../views/list-columns.ts';
import { metricFact } from '../../views/of-metrics.ts';

/** Canonical fields that an explanation reads. */
export function explainFields(parts: Parameters<typeof scoreFields>[0]): Set<string> {
  return new Set([...scoreFields(parts), ...fieldsFor(standingMetrics)]);
}

export interface ExplainInput extends ScoreInput {
  /** An id, or a name or a part of one that only one has. */
  readonly customer: string;
  readonly onFound?: (customer: Found) => void;
  /** Whether figures are computed from tables of this role: no other is named as their source; default: all. */
  readonly isRead?: (role: string) => boolean;
}

/** Takes the score of one customer apart: factor by factor, down to the rows of the files. */
export async function explain(input: ExplainInput): Promise<Result> {
  const report = await computeScores(input, ['score_factors', ...standingMetrics]);
  const behind = async (alias: string): Promise<string | null> => (await input.ingested.customerBehind?.(alias)) ?? null;
  const found = await findCustomer(input.engine, input.customer, behind);
  input.onFound?.(found);
  const { id } = found;
  const sources = (await input.ingested.rowsOf(id)).filter(({ role }) => input.isRead?.(role) ?? true);
  const lifetime = await customerLifetimeValue(input, id);
  const sections = [
    await customerSection(input, id),
    await factorsSection(input, id, sources),
    ...lifetime.sections,
    sourcesSection(input, sources),
  ];
  return analysisResult(explainCard, input, {
    period: growthPeriod(input),
    answer: explainAnswer(sections, tiersOf(input), input.money),
    sections,
    findings: lifetime.findings,
    notComputed: report.notComputed,
  });
}

const shown: readonly (readonly [metric: string, columns: readonly string[]])[] = [
  [
    'customer_profile',
    [
      'customer_id',
      'customer_name',
      'owner',
      'industry',
      'region',
      'orders',
      'revenue',
      'first_order_on',
      'last_order_on',
      'recency_days',
      'basis',
    ],
  ],
  ['customer_scores', ['score', 'rank', 'tier', 'coverage']],
  ['customer_state', ['state']],
  ['rfm_scores', ['recency_score', 'frequency_score', 'monetary_score']],
  ['customer_state', ['rfm_segment']],
  ['rfm_scores', ['rfm_class']],
  ['revenue_share', ['revenue_rank', 'revenue_share', 'abc_class']],
  ['revenue_growth', ['period_revenue', 'previous_revenue', 'year_ago_revenue', 'growth_rate', 'growth_rate_year']],
  ['purchase_cycle', ['purchase_days', 'purchase_cycle_days', 'longest_gap_days', 'gap_variation', 'next_order_on', 'overdue_ratio']],
];

/** What a screen shows unasked of the customer. */
const first = [
  'customer_id',
  'owner',
  'orders',
  'revenue',
  'last_order_on',
  'state',
  'cycle_days',
  'next_order_on',
  'overdue_amount',
  'reasons',
];

async function customerSection(input: ExplainInput, id: string): Promise<FactsSection> {
  const { engine, lang } = input;
  const words: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    tier: tierNames(input),
    state: stateWords(lang),
    rfm_segment: segmentWords(lang),
    rfm_class: classWords(lang),
  };
  const facts: FactText[] = [];
  for (const [metric, columns] of shown) {
    const [row = {}] = await engine.rows(sql`select * from ${identifier(metric)} where customer_id = ${id}`);
    for (const column of columns) {
      const [value, own] = [row[column] ?? null, words[column]];
      facts.push(
        own === undefined
          ? metricFact(metric, column, { value })
          : {
              ...metricFact(metric, column, { value: wordOf(own, value) }),
              type: 'text',
              code: column === 'tier' ? tierCode(value) : codeOf(value),
            },
      );
    }
  }
  return factsSection(lang, { id: 'customer', title: { en: 'Customer', 'zh-CN': '客户' }, first }, [
    ...facts,
    ...(await standingFacts(input, id)),
  ]);
}
