import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { holdoutRows } from '../../forecast/value/holdout.ts';
import { asOf, retention } from '../parameters.ts';
import { pastOrigins } from '../retention/parts/purchase-origins.ts';
import { origin } from '../retention/purchase-history.ts';

const days = { unit: 'days' };
const purchases = { unit: 'purchases' };
const nobodyBefore = both('Of last-period where no customer was known when the period before began.', 'last-period 且上期开始时尚无客户。');
const noAmounts = {
  empty: both(
    'The values known on the day carry no model; last-period: no customer was known when the period before began.',
    '当时已知的金额不足以拟合模型；last-period：上期开始时尚无客户。',
  ),
};

export const valueHoldout = defineMetric({
  id: 'value_holdout',
  question: both(
    'How near would each model have come to what customers then bought?',
    '若在过去某日预测，各模型与之后的实际购买相差多少？',
  ),
  grain: ['method'],
  columns: {
    method: column.id(
      both('Method', '方法'),
      both(
        'mbg-nbd, pareto-nbd, bg-nbd, or last-period: customers known now buy in all what those known when the period before began bought in it.',
        'mbg-nbd、pareto-nbd、bg-nbd，或 last-period（已有客户合计沿用上期已有客户的购买，上期新客户不计）。',
      ),
    ),
    origin,
    horizon_days: column.count(both('Held out', '回测天数'), both('Days after the origin.', '观察日之后的天数。'), days),
    customers: column.count(both('Customers', '客户数'), both('Customers with a purchase by the origin.', '观察日及之前有购买的客户。'), {
      unit: 'customers',
    }),
    foreseen_orders: column.number(
      both('Orders foreseen', '预测订单数'),
      both('Days with a purchase, of all these customers.', '上述客户的购买天数合计。'),
      { ...purchases, empty: nobodyBefore },
    ),
    actual_orders: column.count(both('Orders that came', '实际订单数'), both('Of the same customers.', '同一批客户。'), purchases),
    squared_error: column.number(
      both('Mean squared error', '均方误差'),
      both(
        'Of the orders of a customer (last-period: each buys what it bought in the period before); the model with the smallest is used.',
        '单个客户订单数的均方误差（last-period：每位客户沿用自己上期的购买），取最小的模型。',
      ),
    ),
    foreseen_revenue: column.average(
      both('Revenue foreseen', '预测销售额'),
      both('Orders × expected value of a purchase (Gamma-Gamma).', '订单数 × 预期单次金额（Gamma-Gamma）。'),
      noAmounts,
    ),
    actual_revenue: column.money(both('Revenue that came', '实际销售额'), both('Of the same customers.', '同一批客户。'), {
      empty: both('No order has an amount.', '订单均无金额。'),
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_fits', 'purchase_history', 'purchase_outcome'],
  source: 'Definition: a back-test; the models are fitted on what was known on the latest origin whose horizon was over by the as-of date.',
  parameters: z.object({ as_of: asOf, retention }),
  compute: async (parameters, rows) => {
    const day = pastOrigins(parameters.retention, parameters.as_of).at(-1);
    return day === undefined ? [] : holdoutRows(rows, { day, horizonDays: parameters.retention.horizon_days });
  },
});
