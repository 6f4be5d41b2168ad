import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';

export const referralValue = defineMetric({
  id: 'referral_value',
  question: both('What are the customers worth that each customer has brought?', '每位客户推荐来的客户价值多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    referred_customers: column.count(
      both('Referred customers', '推荐来的客户数'),
      both(
        'Customers whose file names this one, by id or by a name that no other has, as who referred them.',
        '客户文件中推荐人为该客户（按编号，或按无重名的名称）的客户数。',
      ),
      { unit: 'customers' },
    ),
    referral_value: column.average(
      both('Referral value', '口碑价值'),
      both(
        'Historical and lifetime value of the referred customers, to the cent; whom those referred in turn does not count. It is theirs as well: do not add the two.',
        '所推荐客户的历史价值与生命周期价值合计（精确到分），不含其再推荐的客户；该价值同时计入被推荐客户，不可相加。',
      ),
      { empty: both('Nothing is known of what the referred customers are worth.', '被推荐客户的价值均未知。') },
    ),
  },
  requires: [['customers.referred_by']],
  uses: ['customer_profile', 'lifetime_value'],
  source: 'Definition: customer lifetime value = first purchase + repeat purchases + word of mouth (口碑价值).',
  parameters: z.object({}),
  sql: () => sql`
    with ids as (
      select customer_id as referrer, customer_id from customer_profile
    ),
    names as (
      select customer_name as referrer, min(customer_id) as customer_id
      from customer_profile
      where customer_name is not null
      group by customer_name
      having count(*) = 1
    ),
    referrals as (
      select named.customer_id as referred_id, coalesce(ids.customer_id, names.customer_id) as customer_id
      from (select customer_id, referred_by as referrer from customers where customer_id is not null and referred_by is not null) as named
      left join ids on ids.referrer = named.referrer
      left join names on names.referrer = named.referrer
    ),
    worth as (
      select
        customer_id as referred_id,
        case
          when abs(coalesce(total_value, historical_value, lifetime_value)) < 1000000000000000
            then floor(coalesce(total_value, historical_value, lifetime_value) * 100 + 0.5::double precision)::decimal(38, 0)
        end as cents
      from lifetime_value
    )
    select
      referrals.customer_id,
      count(*) as referred_customers,
      sum(worth.cents)::double precision / 100::double precision as referral_value
    from referrals
    join worth on worth.referred_id = referrals.referred_id
    where referrals.customer_id is not null and referrals.customer_id <> referrals.referred_id
    group by referrals.customer_id`,
});
