import { both, type Localized } from '../../../lib/localized.ts';
import type { RepMeasureId } from '../../choices.ts';

/** A measure that reps are ranked by: a sum over their customers, or a ratio of two. */
export interface RankMeasure {
  readonly id: RepMeasureId;
  readonly title: Localized;
  readonly meaning: Localized;
  /** What doing well and badly by it is called, where the title does not say. */
  readonly called?: Readonly<Record<'well' | 'badly', Localized>>;
  /** Columns of rep_units, or of a target. */
  readonly numerator: string;
  readonly denominator: string | null;
  /** Whether less is better. */
  readonly lower?: true;
  /** Whether few cases are pulled to the rate of all. */
  readonly pulled?: true;
  readonly shows: 'money' | 'integer' | 'ratio' | 'number';
}

export const rankMeasures: readonly RankMeasure[] = [
  {
    id: 'attainment',
    title: both('Attainment', '达成率'),
    meaning: both(
      'Actual ÷ target of revenue in the period (rep_targets); a rep without a target has none.',
      '本期销售额实际值 ÷ 目标值（rep_targets）；没有目标的销售不计此项。',
    ),
    numerator: 'attained',
    denominator: 'target',
    shows: 'ratio',
  },
  {
    id: 'revenue',
    title: both('Revenue', '销售额'),
    meaning: both('Sold in the period, returns taken off.', '本期成交，已扣除退货。'),
    numerator: 'revenue',
    denominator: null,
    shows: 'money',
  },
  {
    id: 'margin',
    title: both('Margin', '利润率'),
    meaning: both('Profit ÷ revenue of the lines whose profit is known.', '利润 ÷ 利润已知各行的销售额。'),
    numerator: 'profit',
    denominator: 'profit_base',
    shows: 'ratio',
  },
  {
    id: 'growth',
    title: both('Growth', '增长率'),
    meaning: both('(revenue − that of the period before) ÷ that of the period before.', '（本期 − 上期）÷ 上期。'),
    numerator: 'revenue_difference',
    denominator: 'previous_revenue',
    shows: 'ratio',
  },
  {
    id: 'new_customers',
    title: both('New customers', '新客户数'),
    meaning: both('Customers whose first order of all lies in the period.', '首单在本期的客户数。'),
    numerator: 'gained',
    denominator: null,
    shows: 'integer',
  },
  {
    id: 'retention',
    title: both('Retention', '客户留存率'),
    meaning: both(
      'Of the customers that bought from the rep in the period before, the share that bought again, from anybody.',
      '上期向其购买的客户中，本期仍购买（不论向谁）的占比。',
    ),
    numerator: 'kept',
    denominator: 'bought_before',
    shows: 'ratio',
  },
  {
    id: 'net_retention',
    title: both('NRR', '收入净留存'),
    meaning: both(
      'What the customers of the period before brought now ÷ what they had brought then.',
      '上期客户本期的销售额 ÷ 其上期销售额。',
    ),
    numerator: 'kept_revenue',
    denominator: 'previous_revenue',
    shows: 'ratio',
  },
  {
    id: 'win_rate',
    title: both('Win rate', '赢单率'),
    meaning: both(
      'Deals won ÷ deals won and lost in the period, few deals pulled to the rate of all (beta-binomial).',
      '本期赢单数 ÷ 赢单与输单数；单数少的向总体拉近（beta-binomial）。',
    ),
    numerator: 'won',
    denominator: 'decided',
    pulled: true,
    shows: 'ratio',
  },
  {
    id: 'coverage',
    title: both('Coverage', '联系覆盖率'),
    meaning: both(
      'Customers owned whose last contact lies within the days of their tier (reps.contact_days) ÷ customers owned.',
      '现负责客户中，最近联系在其层级规定天数（reps.contact_days）之内的占比。',
    ),
    numerator: 'contacted',
    denominator: 'to_contact',
    shows: 'ratio',
  },
  {
    id: 'satisfaction',
    title: both('Satisfaction', '满意度'),
    meaning: both(
      'Mean of the satisfaction scores of the customers owned, in the period (NPS answers where there are none).',
      '现负责客户本期满意度评分均值（没有时用 NPS 评分）。',
    ),
    numerator: 'satisfaction',
    denominator: 'answers',
    shows: 'number',
  },
  {
    id: 'complaints',
    title: both('Complaints', '单均投诉'),
    meaning: both(
      'Complaints of the customers owned in the period ÷ orders; fewer is better.',
      '现负责客户本期投诉数 ÷ 订单数，越低越好。',
    ),
    called: { well: both('few complaints', '投诉少'), badly: both('many complaints', '投诉多') },
    numerator: 'complaints',
    denominator: 'orders',
    lower: true,
    shows: 'ratio',
  },
  {
    id: 'receipts',
    title: both('Receipts', '回款率'),
    meaning: both('Paid ÷ revenue of the lines that say what was paid.', '已付金额 ÷ 有付款信息各行的销售额。'),
    numerator: 'payments',
    denominator: 'payments_base',
    shows: 'ratio',
  },
  {
    id: 'completeness',
    title: both('Data filled in', '资料完整度'),
    meaning: both(
      'Of industry, region, level, size and source, as far as any customer has them, the share filled in for the customers owned.',
      '现负责客户的行业、地区、级别、规模、来源（至少一位客户有值的项目）已填占比。',
    ),
    numerator: 'filled_fields',
    denominator: 'fields',
    shows: 'ratio',
  },
];

/** What a target adds to the figures of the customers of a rep. */
export const targetFigures = ['attained', 'target'] as const;

/** Columns that the measures are made of, each once: those of rep_units, and behind them those of a target. */
export const unitFigures: readonly string[] = [
  ...new Set(
    rankMeasures
      .flatMap(({ numerator, denominator }) => (denominator === null ? [numerator] : [numerator, denominator]))
      .filter((figure) => !targetFigures.some((own) => own === figure)),
  ),
  ...targetFigures,
];

/** Columns of rep_units among them. */
export const customerFigures: readonly string[] = unitFigures.slice(0, -targetFigures.length);
