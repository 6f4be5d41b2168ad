import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { driverRows } from './parts/drivers.ts';
import { repCustomers } from './rep-customers.ts';

const noFactor = {
  empty: both(
    'There is nothing to divide by: no customer in the book, none that bought, or no order.',
    '没有分母：无在管客户、无购买客户或无订单。',
  ),
};

export const against = column.id(
  both('Against', '对比'),
  both(
    'previous: the period before; year_ago: the same a year earlier (rep_totals).',
    'previous 上期；year_ago 去年同期（见 rep_totals）。',
  ),
);

export const repDrivers = defineMetric({
  id: 'rep_drivers',
  question: both('Which factor moved the revenue of each rep, and by how much?', '每位销售的业绩变化来自哪个因素，各影响多少？'),
  grain: ['rep', 'against', 'driver'],
  columns: {
    rep: repCustomers.columns['rep']!,
    against,
    driver: column.id(
      both('Factor', '因素'),
      both(
        'Sales = book (customers in the book) × active_share (customers buying ÷ book) × order_frequency (orders a customer buying) × average_order; returns: what was taken back.',
        '订单金额 = book 在管客户数 × active_share 活跃率（购买客户 ÷ 在管客户）× order_frequency 客均订单数 × average_order 客单价；returns 退货。',
      ),
    ),
    driver_order: column.count(both('Order', '顺序'), both('The order of the factors.', '因素顺序。')),
    before: column.number(
      both('Before', '对比期'),
      both('The factor in the period it is compared with.', '该因素在对比期的值。'),
      noFactor,
    ),
    after: column.number(both('After', '本期'), both('The factor in the period under review.', '该因素在本期的值。'), noFactor),
    amount: column.money(
      both('Effect on revenue', '对销售额的影响'),
      both(
        'What the factor adds to the change of revenue: the mean over all orders in which the factors may have changed (Shapley). The five of a rep sum to the change to the last digit. A factor that does not exist on one side counts as unchanged.',
        '该因素对销售额变化的影响：对因素变动的所有先后次序取平均（Shapley）。同一销售五项之和精确等于销售额变化。某一期不存在的因素视为不变。',
      ),
      { better: 'high' },
    ),
  },
  requires: [],
  uses: ['rep_totals'],
  source: 'Shapley (1953); Sun (1998), Energy Policy 26, 85-100. Cents are settled by largest remainder.',
  parameters: z.object({}),
  compute: async (_, rows) => driverRows(await rows(sql`select * from rep_totals order by rep, period_order`)),
});
