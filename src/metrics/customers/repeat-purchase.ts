import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

const noBuyer = { empty: both('No customer has an order.', '没有客户下过订单。') };

export const repeatPurchase = defineMetric({
  id: 'repeat_purchase',
  question: both('How many customers come back?', '有多少客户重复购买？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    buyers: column.count(
      both('Customers with an order', '有订单的客户数'),
      both('Customers with at least one order.', '至少有 1 张订单的客户数。'),
      { unit: 'customers' },
    ),
    repeat_buyers: column.count(
      both('Customers with two orders', '复购客户数'),
      both('Customers with at least two orders.', '至少有 2 张订单的客户数。'),
      { unit: 'customers' },
    ),
    repeat_rate: column.ratio(
      both('Repeat purchase rate', '复购率'),
      both('Customers with at least two orders divided by those with at least one.', '至少 2 单的客户数 ÷ 至少 1 单的客户数。'),
      noBuyer,
    ),
    low: column.ratio(
      both('Lower bound', '下限'),
      both('Lower end of the 95% Wilson interval of the rate.', '复购率 95% Wilson 置信区间下限。'),
      noBuyer,
    ),
    high: column.ratio(
      both('Upper bound', '上限'),
      both('Upper end of the 95% Wilson interval of the rate.', '复购率 95% Wilson 置信区间上限。'),
      noBuyer,
    ),
  },
  requires: [['orders.customer_id', 'customers.orders']],
  uses: ['customer_profile'],
  source: 'Repeat purchase rate by count; interval: Wilson (1927).',
  parameters: z.object({}),
  compute: async (_parameters, rows) => {
    const [counts] = await rows(sql`
      select count(*) filter (where orders >= 1) as buyers, count(*) filter (where orders >= 2) as repeat_buyers from customer_profile`);
    const buyers = Number(counts?.['buyers'] ?? 0);
    const repeatBuyers = Number(counts?.['repeat_buyers'] ?? 0);
    const interval = wilson(repeatBuyers, buyers);
    return [
      {
        scope: 'all',
        buyers,
        repeat_buyers: repeatBuyers,
        repeat_rate: buyers === 0 ? null : repeatBuyers / buyers,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
    ];
  },
});
