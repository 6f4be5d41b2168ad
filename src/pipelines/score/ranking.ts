import type { Lang, Localized } from '../../lib/localized.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import type { FactorId } from '../../metrics/choices.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { from, listOfCodes, own, reads, worded } from '../../views/list-columns.ts';
import type { ListColumn } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { type ScoreInput, tierNames, tiersOf } from '../parts/scoring.ts';
import { classWords, segmentWords, tierCode } from '../parts/scoring-words.ts';
import { actionColumn, stateColumns } from '../parts/state-column.ts';

/** One row a customer, best first; customers without a score come last, by revenue. */
export function rankingSection(input: ScoreInput): Promise<TableSection> {
  return list(input, {
    id: 'ranking',
    title: { en: 'Customers, best first', 'zh-CN': '客户排名' },
    of: 'customer_profile',
    by: 'customer_id',
    order: [
      ...ascending('customer_scores', 'rank'),
      ...descending('customer_profile', 'revenue'),
      ...ascending('customer_profile', 'customer_id'),
    ],
    columns: [
      ...leading(input),
      ...(input.value === undefined ? [] : lifetime),
      reasons('lifts', { title: lifts, basis: liftsBasis }, input.lang),
      reasons('drags', { title: drags, basis: dragsBasis }, input.lang),
      actionColumn(tiersOf(input)),
      ...further(input.lang),
    ],
    glance: {
      first: [
        'rank',
        'customer_name',
        'customer_id',
        'owner',
        'score',
        'tier',
        'revenue',
        ...(input.value === undefined ? [] : ['lifetime_value']),
        'recency_days',
        'rfm_segment',
      ],
      most: 10,
      below: ['state', 'lifts', 'drags', 'action'],
    },
  });
}

/** What an analyst looks at first. */
function leading(input: ScoreInput): ListColumn[] {
  return [
    ...from('customer_scores', 'rank'),
    ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
    ...from('customer_scores', 'score'),
    ...worded(from('customer_scores', 'tier'), tierNames(input), tierCode),
    ...stateColumns(input.lang),
    ...worded(from('customer_state', 'rfm_segment'), segmentWords(input.lang)),
    ...from('customer_profile', 'recency_days'),
    ...from('rfm_scores', 'recency_score', 'frequency_score', 'monetary_score'),
    ...from('customer_profile', 'orders', 'revenue'),
    ...from('revenue_share', 'revenue_share'),
    ...from('revenue_growth', 'growth_rate'),
    ...from('purchase_cycle', 'purchase_cycle_days', 'next_order_on', 'overdue_ratio'),
    ...from('customer_scores', 'coverage'),
  ];
}

/** What `--clv` adds. */
const lifetime: readonly ListColumn[] = [
  ...from(
    'lifetime_value',
    'lifetime_value',
    'lifetime_value_low',
    'lifetime_value_high',
    'probability_alive',
    'expected_orders',
    'expected_orders_low',
    'expected_orders_high',
    'expected_value',
    'expected_value_low',
    'expected_value_high',
    'historical_value',
    'total_value',
  ),
  ...from('simple_lifetime_value', 'simple_value'),
  ...from('referral_value', 'referral_value', 'referred_customers'),
];

function further(lang: Lang): ListColumn[] {
  return [
    ...worded(from('rfm_scores', 'rfm_class'), classWords(lang)),
    ...from('rfm_scores', 'rfm_cell'),
    ...from('revenue_share', 'cumulative_share', 'abc_class'),
    ...from(
      'customer_profile',
      'profit',
      'profit_base',
      'average_order',
      'largest_order',
      'paid_ratio',
      'orders_per_year',
      'returns',
      'lines',
    ),
    ...from('revenue_growth', 'period_revenue', 'previous_revenue', 'year_ago_revenue', 'growth_rate_year'),
    ...from('purchase_cycle', 'mean_gap_days', 'gap_variation', 'purchase_days'),
    ...from('customer_profile', 'first_order_on', 'last_order_on', 'tenure_days'),
    ...from('category_breadth', 'categories', 'products'),
    ...from('customer_profile', 'team', 'level', 'industry', 'region', 'size', 'source', 'created_on', 'lost_on', 'csat', 'nps', 'basis'),
  ];
}

const lifts: Localized = { en: 'Lifts', 'zh-CN': '主要加分项' };

const liftsBasis: Localized = {
  en: 'The two factors that raise the score most, with their points (0 to 100).',
  'zh-CN': '加分最多的两项及其得分（0–100）。',
};

const drags: Localized = { en: 'Drags', 'zh-CN': '主要减分项' };

const dragsBasis: Localized = {
  en: 'The two factors that lower the score most, with their points (0 to 100).',
  'zh-CN': '减分最多的两项及其得分（0–100）。',
};

/** `high revenue 98, …`, strongest first. */
function reasons(side: 'lifts' | 'drags', heading: Pick<ListColumn, 'title' | 'basis'>, lang: Lang): ListColumn {
  const one = side === 'lifts' ? 'lift' : 'drag';
  const columns = [1, 2].flatMap((place) => [`${one}_${place}`, `${one}_${place}_points`]);
  return own(
    side,
    { ...heading, type: 'text' },
    reads('customer_scores', ...columns),
    reasonText(side, lang),
    (first = null, _, second = null) => listOfCodes([first, second]),
  );
}

/** There are few different texts, which are kept. */
function reasonText(side: 'lifts' | 'drags', lang: Lang): (...cells: ResultCell[]) => string | null {
  const known = new Map<string, string>();
  const text = (factor: string, points: number): string => {
    const key = factor + points;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = `${factors[factor as FactorId][side][lang]} ${points}`));
    return found;
  };
  const separator = lang === 'zh-CN' ? '、' : ', ';
  return (first = null, firstPoints = null, second = null, secondPoints = null) => {
    const one = typeof first === 'string' ? text(first, Math.round(Number(firstPoints))) : null;
    const two = typeof second === 'string' ? text(second, Math.round(Number(secondPoints))) : null;
    return one === null || two === null ? (one ?? two) : one + separator + two;
  };
}
