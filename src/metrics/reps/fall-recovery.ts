import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { beforePrevious, isKnown, reviewOf } from './parts/review.ts';

/** From this share of the revenue on a fall is no swing any more. */
export const clearFall = 0.3;

export const fallRecovery = defineMetric({
  id: 'fall_recovery',
  question: both('How much of what customers buy less comes back in the period after?', '客户减购的金额，下一期通常回补多少？'),
  grain: ['fall_of'],
  columns: {
    fall_of: column.id(
      both('Of', '口径'),
      both('previous: customers that bought less in the period before than in the one before that.', 'previous：上期较上上期减购的客户。'),
    ),
    customers: column.count(
      both('Customers', '客户数'),
      both(
        `Customers whose revenue fell by at least ${100 * clearFall}% from the last period but one to the period before.`,
        `上期销售额较上上期下降 ${100 * clearFall}% 以上的客户数。`,
      ),
      { unit: 'customers' },
    ),
    fell: column.money(both('Fell by', '减少额'), both('What they bought less, together.', '上述客户减购金额合计。')),
    recovered: column.money(
      both('Came back', '回补额'),
      both(
        'What they bought more in the period under review, each at most what it had bought less.',
        '本期回升金额合计，每位客户不超过其减购额。',
      ),
    ),
    share: column.ratio(both('Share that came back', '回补率'), both('Came back ÷ fell by.', '回补额 ÷ 减少额。'), {
      empty: both('Nobody bought less, or the orders do not reach back that far.', '没有减购客户，或订单未覆盖上上期。'),
    }),
  },
  requires: [['orders.customer_id'], ['orders.ordered_at'], ['orders.amount']],
  uses: ['order_totals'],
  source:
    'Definition: falls of one period against what came of them in the next; what would have come back without anybody acting is in it.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    const first = beforePrevious(asked, as_of) ?? undefined;
    const reaches =
      review === null || first === undefined ? sql`false` : isKnown('previous', { ...review, previous: first }, sql`starts.first_on`);
    return sql`
    with starts as (select min(ordered_on) as first_on from order_totals),
    bought as (
      select
        customer_id,
        coalesce(sum(amount) filter (where ${within(sql`ordered_on`, first)}), 0) as first_revenue,
        coalesce(sum(amount) filter (where ${within(sql`ordered_on`, review?.previous)}), 0) as middle_revenue,
        coalesce(sum(amount) filter (where ${within(sql`ordered_on`, review?.current)}), 0) as last_revenue
      from order_totals
      group by customer_id
    ),
    fallen as (
      select first_revenue - middle_revenue as fell, greatest(last_revenue - middle_revenue, 0) as rose
      from bought
      cross join starts
      where first_revenue > 0 and first_revenue - middle_revenue >= first_revenue * ${clearFall} and ${reaches}
    ),
    summed as (select count(*) as customers, coalesce(sum(fell), 0) as fell, coalesce(sum(least(rose, fell)), 0) as recovered from fallen)
    select
      'previous' as fall_of, customers, fell, recovered,
      recovered::double precision / nullif(fell::double precision, 0) as share
    from summed`;
  },
});
