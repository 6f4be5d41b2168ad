import { both } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from, type ListColumn, worded } from '../../views/list-columns.ts';
import { ascending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import type { SatisfactionInput, SatisfactionRun } from './run.ts';
import { verdictColumn } from './verdict-columns.ts';
import { answerWords, dimensionWords } from './words.ts';

/** Which dimension moves the overall score. */
export function driversSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'score_drivers';
  const outcomes = new Map([
    ['csat', { en: 'overall satisfaction', 'zh-CN': '总体满意度' }[input.lang]],
    ['nps', { en: 'NPS answer', 'zh-CN': 'NPS 评分' }[input.lang]],
  ]);
  return list(input, {
    id: 'drivers',
    title: both('What moves the overall score', '总体评分的影响因素'),
    of: metric,
    order: ascending(metric, 'dimension_order'),
    columns: [
      ...worded(from(metric, 'dimension'), dimensionWords(input.lang)),
      ...from(metric, 'share', 'low', 'high', 'leads', 'correlation', 'mean'),
      ...worded(from(metric, 'outcome'), outcomes),
      ...from(metric, 'answers', 'customers', 'explained'),
    ],
    glance: { first: ['dimension', 'share', 'low', 'high', 'mean', 'answers'], hidden: ['leads'] },
    chart: { kind: 'dots', label: 'dimension', value: 'share', low: 'low', high: 'high' },
  });
}

/** The mean of each dimension, and what it was. */
export function dimensionsSection(input: SatisfactionInput, { hasYear }: SatisfactionRun): Promise<TableSection> {
  const metric = 'score_dimensions';
  const against = (of: 'previous' | 'year_ago'): ListColumn[] => [
    ...from(metric, `${of}_mean`, `${of}_answers`, `${of}_difference`, `${of}_low`, `${of}_high`, `${of}_p_adjusted`),
    verdictColumn(metric, `${of}_verdict`, `${of}_difference`, input.lang),
  ];
  return list(input, {
    id: 'dimensions',
    title: both('Satisfaction by dimension, the lowest first', '各维度满意度（最低的在前）'),
    of: metric,
    order: ascending(metric, 'dimension_order'),
    columns: [
      ...worded(from(metric, 'dimension'), dimensionWords(input.lang)),
      ...from(metric, 'mean', 'low', 'high', 'answers'),
      ...against('previous'),
      ...(hasYear ? against('year_ago') : []),
    ],
    glance: { first: ['dimension', 'mean', 'previous_mean', 'previous_verdict', 'answers', 'low', 'high'] },
    chart: { kind: 'dots', label: 'dimension', value: 'mean', low: 'low', high: 'high', against: 'previous_mean' },
  });
}

/** Quarter by quarter: the NPS, without any the share of satisfied answers, without these the complaints. */
export function trendSection(input: SatisfactionInput, { has }: SatisfactionRun): Promise<TableSection> {
  const metric = 'satisfaction_quarters';
  const value = has('nps_groups') ? 'nps' : has('csat_groups') ? 'csat' : 'complaint_rate';
  return list(input, {
    id: 'trend',
    title: both('Satisfaction and complaints by quarter', '满意度与投诉逐季'),
    place: 'detail',
    of: metric,
    order: ascending(metric, 'quarter_on'),
    columns: from(
      metric,
      'quarter',
      'quarter_on',
      'is_over',
      'answers',
      'nps',
      'nps_low',
      'nps_high',
      'csat_answers',
      'csat',
      'csat_low',
      'csat_high',
      'complaints',
      'orders',
      'complaint_rate',
      'complaint_rate_low',
      'complaint_rate_high',
    ),
    glance: { first: ['quarter', 'nps', 'nps_low', 'nps_high', 'answers', 'csat', 'complaints', 'complaint_rate'], hidden: ['quarter_on'] },
    chart: { kind: 'dots', label: 'quarter', value, low: `${value}_low`, high: `${value}_high` },
  });
}

/** Who buys again, by what they answered. */
export function repurchaseSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'repurchase_by_answer';
  return list(input, {
    id: 'repurchase',
    title: both('Who buys again, by answer', '各类回答客户的复购'),
    place: 'detail',
    of: metric,
    order: ascending(metric, 'group_order'),
    columns: [
      ...worded(from(metric, 'answer_group'), answerWords(input.lang)),
      ...from(
        metric,
        'rate',
        'rate_low',
        'rate_high',
        'buyers',
        'customers',
        'revenue',
        'revenue_before',
        'difference',
        'difference_low',
        'difference_high',
      ),
      verdictColumn(metric, 'verdict', 'difference', input.lang),
      ...from(metric, 'window_days'),
    ],
    glance: { first: ['answer_group', 'rate', 'buyers', 'customers', 'revenue', 'difference', 'verdict'] },
    chart: { kind: 'dots', label: 'answer_group', value: 'rate', low: 'rate_low', high: 'rate_high' },
  });
}

/** Who answered and who did not. */
export function respondentsSection(input: SatisfactionInput): Promise<TableSection> {
  const metric = 'respondents';
  return list(input, {
    id: 'respondents',
    title: both('Who answered and who did not', '回答者与未回答者'),
    place: 'detail',
    of: metric,
    order: ascending(metric, 'answered'),
    columns: [
      ...worded(from(metric, 'answered'), answerWords(input.lang)),
      ...from(
        metric,
        'customers',
        'share',
        'share_low',
        'share_high',
        'revenue',
        'revenue_share',
        'revenue_per_customer',
        'orders_per_customer',
        'repeat_customers',
        'repeat_rate',
        'repeat_low',
        'repeat_high',
      ),
    ],
    glance: { first: ['answered', 'customers', 'share', 'revenue_share', 'revenue_per_customer', 'orders_per_customer', 'repeat_rate'] },
    chart: { kind: 'bars', label: 'answered', value: 'revenue_per_customer' },
  });
}
