import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { addDays, addMonths } from '../../lib/dates.ts';
import { linesUpTo } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { basesOf } from './parts/bases.ts';

const notGiven = { empty: both('The files do not say.', '文件未提供。') };

export const customerPotential = defineMetric({
  id: 'customer_potential',
  question: both('What may each customer buy in a year, and whose is it?', '每位客户一年可能采购多少，由谁负责？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    customer_name: column.text(both('Customer', '客户名称'), both('As in customer_profile.', '同 customer_profile。'), notGiven),
    rep: column.text(both('Rep', '销售'), both('Owner of the customer, as in rep_names.', '客户负责人，写法同 rep_names。'), notGiven),
    wallet: column.money(both('Purchase potential', '年采购潜力'), both('Of the customer file.', '取自客户文件。'), notGiven),
    expected_value: column.average(
      both('Expected value', '预期销售额'),
      both('Revenue expected in the coming months, as in lifetime_value.', '未来若干月的预期销售额，同 lifetime_value。'),
      { empty: both('There is no forecast, or the split does not need it.', '没有预测，或分解未用到。') },
    ),
    last_value: column.money(
      both('Last twelve months', '近 12 个月'),
      both('Revenue of the twelve months up to the as-of date; 0 without an order in them.', '截至日前 12 个月的销售额，没有订单为 0。'),
    ),
    yearly_potential: column.money(
      both('Potential', '潜力'),
      both(
        'The purchase potential where at least half of the customers that are not lost have one, else the expected value, in whole units; where it is missing the last twelve months. Never below 0.',
        '半数以上未流失客户有年采购潜力时取该值，否则取预期销售额（取整）；缺失时取近 12 个月销售额。不小于 0。',
      ),
    ),
    basis: column.id(
      both('Basis', '依据'),
      both('wallet, expected_value or last_value.', 'wallet 年采购潜力、expected_value 预期销售额、last_value 近 12 个月。'),
    ),
  },
  requires: [['customers.customer_id', 'orders.customer_id']],
  reads: ['customers.wallet', 'orders.customer_id', 'orders.ordered_at', 'orders.amount'],
  uses: ['customer_profile', 'rep_names'],
  usesIfComputed: ['lifetime_value'],
  source: 'Definition: customers that are not marked as lost.',
  parameters: z.object({ as_of: asOf, targets }),
  sql: ({ as_of, targets: { split } }) => {
    const from = as_of === null ? null : addMonths(addDays(as_of, 1), -12);
    const isForecast = basesOf(split).has('potential') || split.levels.includes('customer');
    return sql`
      with sold as (
        select customer_id, sum(amount) as last_value
        from orders
        where customer_id is not null and ordered_at >= ${from}::timestamp and ${linesUpTo(as_of)}
        group by customer_id
      ),
      names as (select key as owner, max(rep) as rep from rep_names group by key),
      wallets as (select customer_id, max(wallet) as wallet from customers where customer_id is not null group by customer_id),
      known as (
        select
          profile.customer_id, profile.customer_name, names.rep, wallets.wallet,
          ${isForecast ? sql`forecasts.expected_value` : sql`cast(null as double precision)`} as expected_value,
          coalesce(sold.last_value, 0) as last_value
        from (select customer_id, customer_name, owner, lost_on from customer_profile) as profile
        left join names on names.owner = profile.owner
        left join wallets on wallets.customer_id = profile.customer_id
        left join sold on sold.customer_id = profile.customer_id
        ${isForecast ? sql`left join lifetime_value as forecasts on forecasts.customer_id = profile.customer_id` : sql``}
        where profile.lost_on is null
      ),
      counted as (select count(*) as customers, count(wallet) as wallets, count(expected_value) as forecasts from known)
      select
        known.*,
        greatest(
          coalesce(
            case when counted.wallets * 2 >= counted.customers then known.wallet else cast(floor(known.expected_value) as decimal(38,4)) end,
            known.last_value
          ),
          0
        ) as yearly_potential,
        case
          when counted.wallets * 2 >= counted.customers and known.wallet is not null then 'wallet'
          when counted.wallets * 2 < counted.customers and known.expected_value is not null then 'expected_value'
          else 'last_value'
        end as basis
      from known cross join counted`;
  },
});
