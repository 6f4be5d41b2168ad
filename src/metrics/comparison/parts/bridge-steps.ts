import type { Localized } from '../../../lib/localized.ts';
import { type Sql, sql } from '../../../engine/sql.ts';
import { both } from '../../columns.ts';

export interface BridgeStep {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
  /** The customers of the step, as a condition on a row of customer_periods. */
  readonly customers: Sql;
  /** What the step adds, summed over rows of customer_periods. */
  readonly amount: Sql;
}

type StepText = Pick<BridgeStep, 'id' | 'title' | 'meaning'>;

/** A step of some of the customers: what their revenue differs by. */
function differenceOf(text: StepText, customers = sql`movement = ${text.id}`): BridgeStep {
  return { ...text, customers, amount: sql`sum(revenue_difference) filter (where ${customers})` };
}

/** From the revenue of the earlier period to that of the later one: the first step and those between add up to the last. */
export const bridgeSteps: readonly BridgeStep[] = [
  {
    id: 'before',
    title: both('Revenue before', '对比期销售额'),
    meaning: both('revenue of the earlier period, with its customers', '对比期销售额及购买客户数'),
    customers: sql`before_orders > 0`,
    amount: sql`sum(before_revenue)`,
  },
  differenceOf({
    id: 'gained',
    title: both('Gained customers', '新增客户'),
    meaning: both('revenue of customers gained', '新增客户带来的销售额'),
  }),
  differenceOf({
    id: 'returned',
    title: both('Customers back', '回流客户'),
    meaning: both('revenue of earlier customers without an order in the period before', '对比期未购的老客户带来的销售额'),
  }),
  differenceOf(
    {
      id: 'expansion',
      title: both('Kept, buying more', '留存客户增购'),
      meaning: both('what kept customers bought more than before', '留存客户比对比期多买的金额'),
    },
    sql`movement = 'kept' and revenue_difference > 0`,
  ),
  differenceOf(
    {
      id: 'contraction',
      title: both('Kept, buying less', '留存客户减购'),
      meaning: both('what kept customers bought less than before', '留存客户比对比期少买的金额'),
    },
    sql`movement = 'kept' and revenue_difference < 0`,
  ),
  differenceOf({
    id: 'lost',
    title: both('No order this period', '本期未购客户'),
    meaning: both('what customers who did not buy this period had bought before', '本期未购的客户在对比期的销售额'),
  }),
  differenceOf({
    id: 'returns_only',
    title: both('Returns alone', '仅退货客户'),
    meaning: both('returns of customers who bought in neither period', '两期均未购买的客户的退货'),
  }),
  {
    id: 'after',
    title: both('Revenue after', '本期销售额'),
    meaning: both('revenue of the later period, with its customers', '本期销售额及购买客户数'),
    customers: sql`after_orders > 0`,
    amount: sql`sum(after_revenue)`,
  },
];
