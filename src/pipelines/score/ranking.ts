import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import { type FactorId, factors } from '../../metrics/scorecard/factors.ts';
import type { ResultCell, ResultColumn, TableSection } from '../../result/result.ts';
import { metricSection, type Pick, resultColumn } from '../metric-section.ts';
import { type ScoreInput, tiersOf } from './settings.ts';
import { classWords, segmentWords } from './words.ts';

function from(metric: string, ...columns: string[]): Pick[] {
  return columns.map((column) => ({ metric, column }));
}

/** What an analyst looks at first comes first: a terminal shows as many as fit. */
const leading: readonly Pick[] = [
  ...from('customer_scores', 'rank'),
  ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
  ...from('customer_scores', 'score', 'tier'),
  ...from('rfm_scores', 'rfm_segment'),
  ...from('customer_profile', 'recency_days'),
  ...from('rfm_scores', 'recency_score', 'frequency_score', 'monetary_score'),
  ...from('customer_profile', 'orders', 'revenue'),
  ...from('revenue_share', 'revenue_share'),
  ...from('revenue_growth', 'growth_rate'),
  ...from('purchase_cycle', 'purchase_cycle_days', 'next_order_on', 'overdue_ratio'),
  ...from('customer_scores', 'coverage'),
];

const further: readonly Pick[] = [
  ...from('rfm_scores', 'rfm_class', 'rfm_cell'),
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

/** What `--clv` adds. */
const lifetime: readonly Pick[] = [
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

/** One row a customer, best first; customers without a score come last, by revenue. */
export async function rankingSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang, value } = input;
  const withLifetime = value !== undefined;
  const first = withLifetime ? [...leading, ...lifetime] : leading;
  const tiers = tiersOf(input);
  const reason = (side: 'lifts' | 'drags') => reasonText(side, lang);
  const section = await metricSection(engine, {
    also: Object.fromEntries(
      sides.flatMap((side) => [side, `${side}_points`]).map((name) => [name, sql`customer_scores.${identifier(name)}`]),
    ),
    change: (rows) => {
      const word = (cell: ResultCell) => (typeof cell === 'number' ? tiers[cell - 1] : undefined);
      return rows
        .with('action', ['tier'], (tier = null) => word(tier)?.action ?? null)
        .with('tier', ['tier'], (tier = null) => word(tier)?.name ?? null)
        .with('lifts', ['lift_1', 'lift_1_points', 'lift_2', 'lift_2_points'], reason('lifts'))
        .with('drags', ['drag_1', 'drag_1_points', 'drag_2', 'drag_2_points'], reason('drags'));
    },
    id: 'ranking',
    title: { en: 'Customers, best first', 'zh-CN': '客户排名' }[lang],
    lang,
    picks: [...first, ...further],
    from: tablesOf(withLifetime ? [...joined, ...lifetimeTables] : joined),
    words: { rfm_segment: segmentWords(lang), rfm_class: classWords(lang) },
  });
  return { ...section, columns: columnsOf(first, lang) };
}

const joined = ['customer_scores', 'rfm_scores', 'revenue_share', 'revenue_growth', 'purchase_cycle', 'category_breadth'];

const lifetimeTables = ['lifetime_value', 'simple_lifetime_value', 'referral_value'];

function tablesOf(metrics: readonly string[]): Sql {
  return sql`customer_profile ${join(
    metrics.map((metric) => sql`left join ${identifier(metric)} on ${identifier(metric)}.customer_id = customer_profile.customer_id`),
    ' ',
  )} order by customer_scores.rank nulls last, customer_profile.revenue desc nulls last, customer_profile.customer_id`;
}

function columnsOf(first: readonly Pick[], lang: Lang): ResultColumn[] {
  const words = (id: string, title: string, basis: string): ResultColumn => ({ id, title, type: 'text', unit: null, basis });
  const zh = lang === 'zh-CN';
  const text = new Set(['rfm_segment', 'rfm_class', 'tier']);
  const column = (pick: Pick): ResultColumn => ({
    ...resultColumn(pick, lang),
    ...(text.has(pick.column) ? { type: 'text' as const } : {}),
  });
  return [
    ...first.map(column),
    words(
      'lifts',
      zh ? '主要加分项' : 'Lifts',
      zh ? '加分最多的两项及其得分（0–100）' : 'The two factors that raise the score most, with their points (0 to 100).',
    ),
    words(
      'drags',
      zh ? '主要减分项' : 'Drags',
      zh ? '减分最多的两项及其得分（0–100）' : 'The two factors that lower the score most, with their points (0 to 100).',
    ),
    words(
      'action',
      zh ? '建议动作' : 'Action',
      zh ? '该层级的管理动作，可在配置中修改' : 'What to do with the customers of the tier; the text can be set in the config.',
    ),
    ...further.map(column),
  ];
}

/** What lifts and drags a score, strongest first. */
const sides = ['lift_1', 'lift_2', 'drag_1', 'drag_2'] as const;

/** `high revenue 98, …`: there are few different ones, which are kept. */
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
