import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const days = { unit: 'days' };
const purchases = { unit: 'purchases' };

export const valueHistories = defineMetric({
  id: 'value_histories',
  question: both('What is known of when each customer bought, and for how much?', '每位客户何时购买、每次买多少，已知哪些？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    history_id: column.id(
      both('Same history as', '相同历史的客户'),
      both(
        'The first customer, by id, whose history is the same; forecasts are made once for each.',
        '历史完全相同的客户中编号最小的一位；预测按历史只做一次。',
      ),
    ),
    repeat_days: column.count(
      both('Repeat purchases (x)', '复购次数（x）'),
      both('Days with a purchase after the first one.', '首购日之后有购买的天数。'),
      purchases,
    ),
    recency_days: column.count(
      both('Age at last purchase (t_x)', '末次购买时的客龄（t_x）'),
      both('Days from the first to the last purchase; not the days since the last one.', '首购至末次购买的天数，并非距今天数。'),
      days,
    ),
    age_days: column.count(
      both('Age (T)', '客龄（T）'),
      both('Days from the first purchase to the as-of date.', '首购至截止日的天数。'),
      days,
    ),
    valued_days: column.count(
      both('Repeat purchases with a value', '有金额的复购次数'),
      both('Purchase days after the first one with an amount.', '首个购买日之后、有金额的购买天数。'),
      purchases,
    ),
    valued_sum: column.money(both('Their value', '其金额合计'), both('Sum over these days.', '这些日期的金额合计。'), {
      empty: both('There is no such day.', '没有这样的日期。'),
    }),
    first_value: column.money(
      both('First purchase', '初次购买'),
      both('Value of the first purchase day, less the returns up to the next.', '首个购买日的金额，减去下一购买日之前的退货。'),
      { empty: both('No order of the day has an amount.', '当日订单均无金额。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days', 'purchase_history'],
  source: 'Fader, Hardie & Lee (2005): the value of a purchase is the mean over the repeat purchases; the first one is left out.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with known as (
      select customer_id, first_on, repeat_days, recency_days, age_days
      from purchase_history
      where ${as_of === null ? sql`false` : sql`origin = ${as_of}::date`}
    ),
    amounts as (
      select
        known.customer_id,
        count(*) filter (where purchase_days.purchased_on > known.first_on and purchase_days.value is not null) as valued_days,
        sum(purchase_days.value) filter (where purchase_days.purchased_on > known.first_on) as valued_sum,
        sum(purchase_days.value) filter (where purchase_days.purchased_on = known.first_on) as first_value
      from known
      join purchase_days on purchase_days.customer_id = known.customer_id
      group by known.customer_id
    )
    select
      known.customer_id,
      min(known.customer_id) over (
        partition by known.repeat_days, known.recency_days, known.age_days, amounts.valued_days, amounts.valued_sum
      ) as history_id,
      known.repeat_days,
      known.recency_days,
      known.age_days,
      amounts.valued_days,
      amounts.valued_sum,
      amounts.first_value
    from known
    join amounts on amounts.customer_id = known.customer_id`,
});
