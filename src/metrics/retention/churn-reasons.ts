import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

/** What losses are broken down by, and the column that says the group of a customer; `all` has one group without a name. */
const dimensions: Readonly<Record<string, Sql>> = {
  all: sql`cast('' as varchar)`,
  tier: sql`coalesce(cast(lost.tier as varchar), '')`,
  level: sql`coalesce(lost.level, '')`,
  owner: sql`coalesce(lost.owner, '')`,
  industry: sql`coalesce(lost.industry, '')`,
};

export const churnReasons = defineMetric({
  id: 'churn_reasons',
  question: both('Why do customers leave, and what did they use to buy?', '客户为何流失，流失前购买多少？'),
  grain: ['dimension', 'member', 'reason'],
  columns: {
    dimension: column.id(
      both('By', '维度'),
      both('all, tier (of the score), level, owner or industry.', 'all 全部、tier 评分层级、level 客户级别、owner 负责人、industry 行业。'),
    ),
    member: column.text(
      both('Group', '分组'),
      both('Tier, level, owner or industry; blank where it is not known.', '层级、级别、负责人或行业；未知为空。'),
    ),
    reason: column.text(
      both('Reason', '流失原因'),
      both('As the customer file says; blank where it does not.', '按客户文件原样；未填写为空。'),
    ),
    customers: column.count(
      both('Customers lost', '流失客户数'),
      both('Customers marked as lost by the as-of date.', '截止日及之前被标记为流失的客户数。'),
      {
        unit: 'customers',
      },
    ),
    revenue: column.money(
      both('Revenue lost', '流失销售额'),
      both('What they bought in the 365 days up to their last purchase.', '其最近一次购买前 365 天内的购买额。'),
      { empty: both('None of them has an order with an amount.', '这些客户均无带金额的订单。') },
    ),
  },
  requires: [['customers.lost', 'customers.lost_on', 'customers.lost_reason']],
  uses: ['churn_flags', 'customer_profile'],
  usesIfComputed: ['purchase_days', 'customer_scores'],
  source: 'Definition: customers the file marks as lost and who have not bought since, counted by the reason it gives.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with ends as (
      select customer_id, max(purchased_on) as last_on from purchase_days group by customer_id
    ),
    years as (
      select purchase_days.customer_id, sum(purchase_days.value) as revenue
      from purchase_days join ends on ends.customer_id = purchase_days.customer_id
      where ends.last_on - purchase_days.purchased_on < 365
      group by purchase_days.customer_id
    ),
    lost as (
      select
        churn_flags.customer_id,
        coalesce(churn_flags.lost_reason, '') as reason,
        customer_scores.tier,
        customer_profile.level,
        customer_profile.owner,
        customer_profile.industry,
        years.revenue
      from churn_flags
      join customer_profile on customer_profile.customer_id = churn_flags.customer_id
      left join customer_scores on customer_scores.customer_id = churn_flags.customer_id
      left join years on years.customer_id = churn_flags.customer_id
      left join ends on ends.customer_id = churn_flags.customer_id
      where (churn_flags.lost = 1 or churn_flags.lost_on is not null or churn_flags.lost_reason is not null)
        and coalesce(churn_flags.lost, 1) = 1
        and (churn_flags.lost_on is null or churn_flags.lost_on <= coalesce(${as_of}::date, churn_flags.lost_on))
        and (churn_flags.lost_on is null or ends.last_on is null or ends.last_on <= churn_flags.lost_on)
    )
    ${join(
      Object.entries(dimensions).map(
        ([name, member]) => sql`
    select cast(${name} as varchar) as dimension, ${member} as member, lost.reason, count(*) as customers, sum(lost.revenue) as revenue
    from lost
    group by ${name === 'all' ? sql`` : sql`${member}, `}${trusted('lost.reason')}`,
      ),
      ' union all ',
    )}`,
});
