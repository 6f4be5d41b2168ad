import { both, type Localized } from '../../../lib/localized.ts';
import { rankMeasures } from './rank-measures.ts';

/** What may be weak in how a rep works: a ratio of two sums over its customers, and what a better one would be worth. */
export interface CoachingMeasure {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
  /** Figures of the cases of rep_coaching. */
  readonly numerator: string;
  readonly denominator: string;
  /** Whether less is better. */
  readonly lower?: true;
  readonly shows: 'money' | 'integer' | 'ratio' | 'number';
  /** Grows with the time: nothing is said of a rep that sold nothing in the period before, who may have come in the middle. */
  readonly grows?: true;
  /** Its value is that of rep_measures, where few cases may be pulled to the rate of all. */
  readonly ranked?: true;
  /** What comes of closing the gap: gap × denominator × (first ÷ second figure of the rep, if any). Null: nothing tells. */
  readonly worth: { readonly of: 'revenue' | 'profit' | 'receipts'; readonly each?: readonly [figure: string, per: string] } | null;
}

type Worth = CoachingMeasure['worth'];

/** The measures of the ranking that somebody can work at, and what they are worth; revenue and growth are results of the others. */
const ofRanking: Readonly<Record<string, Worth>> = {
  margin: { of: 'profit' },
  retention: { of: 'revenue', each: ['kept_revenue', 'kept'] },
  win_rate: { of: 'revenue', each: ['won_amount', 'won_with_amount'] },
  coverage: null,
  satisfaction: null,
  complaints: null,
  receipts: { of: 'receipts' },
  completeness: null,
};

export const coachingMeasures: readonly CoachingMeasure[] = [
  ...rankMeasures.flatMap((measure): CoachingMeasure[] => {
    const { id, title, meaning, numerator, denominator, shows } = measure;
    const worth = ofRanking[id];
    if (worth === undefined || denominator === null) return [];
    return [{ id, title, meaning, numerator, denominator, ...(measure.lower === true ? { lower: true } : {}), shows, ranked: true, worth }];
  }),
  {
    id: 'revenue_kept',
    title: both('Revenue kept', '存量收入留存'),
    meaning: both(
      'What customers that bought from the rep in the period before brought it now ÷ what they had brought then; without those that buy from others now.',
      '上期客户本期向其购买的销售额 ÷ 其上期销售额；不含现向他人购买的客户。',
    ),
    numerator: 'served_revenue',
    denominator: 'served_before',
    shows: 'ratio',
    worth: { of: 'revenue' },
  },
  {
    id: 'active_share',
    title: both('Share of customers buying', '客户活跃率'),
    meaning: both('Customers buying in the period ÷ customers in the book.', '本期购买客户数 ÷ 在管客户数。'),
    numerator: 'buying',
    denominator: 'in_book',
    grows: true,
    shows: 'ratio',
    worth: { of: 'revenue', each: ['sales', 'buying'] },
  },
  {
    id: 'order_frequency',
    title: both('Orders per customer', '客均订单数'),
    meaning: both('Orders of the period ÷ customers buying.', '本期订单数 ÷ 购买客户数。'),
    numerator: 'sold_orders',
    denominator: 'buying',
    grows: true,
    shows: 'number',
    worth: { of: 'revenue', each: ['sales', 'sold_orders'] },
  },
  {
    id: 'average_order',
    title: both('Average order', '客单价'),
    meaning: both('Amount of the orders of the period ÷ orders.', '本期订单金额 ÷ 订单数。'),
    numerator: 'sales',
    denominator: 'sold_orders',
    shows: 'money',
    worth: { of: 'revenue' },
  },
  {
    id: 'cycle_days',
    title: both('Days to win', '赢单周期（天）'),
    meaning: both(
      'Mean days from opening to winning, of deals won in the period; fewer is better.',
      '本期赢单从创建到赢单的平均天数，越低越好。',
    ),
    numerator: 'won_days',
    denominator: 'won_dated',
    lower: true,
    shows: 'number',
    worth: null,
  },
  {
    id: 'kept_rate',
    title: both('Plans kept', '计划兑现率'),
    meaning: both('As in rep_activities.', '同 rep_activities。'),
    numerator: 'plans_kept',
    denominator: 'plans_due',
    shows: 'ratio',
    worth: null,
  },
];

/** Figures that the measures and their worth are made of, each once. */
export const coachingFigures: readonly string[] = [
  ...new Set(coachingMeasures.flatMap(({ numerator, denominator, worth }) => [numerator, denominator, ...(worth?.each ?? [])])),
];
