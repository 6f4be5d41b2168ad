import { z } from 'zod';
import { retentionCounts } from './parts/retention-counts.ts';
import { retentionWindows } from './parts/retention-windows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';

const customers = { unit: 'customers' };
const notCovered = {
  ...customers,
  empty: both('The data begin after the period before does.', '数据未覆盖整个上一期。'),
};

const begunLater = {
  ...customers,
  empty: both('The data begin after the period does.', '数据未从该期第一天起覆盖整期。'),
};

export const retentionRates = defineMetric({
  id: 'retention_rates',
  question: both('How many customers stay, leave and buy again in a period?', '每期有多少客户保持、流失、复购？'),
  grain: ['period_from'],
  columns: {
    period_from: column.date(both('From', '起'), both('First day of the period.', '期间的第一天。')),
    period_to: column.date(both('To', '止'), both('Last day of the period.', '期间的最后一天。')),
    customers_before: column.count(
      both('Customers before', '上期客户数'),
      both('Customers with a purchase in the period right before.', '紧邻的上一期有购买的客户数。'),
      notCovered,
    ),
    kept: column.count(
      both('Kept', '保持客户数'),
      both('Those of them with a purchase in this period.', '其中本期仍有购买的客户数。'),
      notCovered,
    ),
    buyers: column.count(
      both('Buyers', '购买客户数'),
      both('Customers with a purchase in the period.', '本期有购买的客户数。'),
      begunLater,
    ),
    repeat_buyers: column.count(
      both('Repeat buyers', '复购客户数'),
      both('Customers with purchases on two or more days of the period.', '本期在两天及以上有购买的客户数。'),
      begunLater,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  source: 'Definition: 客户保持率 = kept ÷ customers of the period before, 流失率 = 1 − 保持率, 复购率 = repeat buyers ÷ buyers.',
  parameters: z.object({ as_of: asOf, period }),
  sql: (parameters) => retentionCounts(retentionWindows(parameters.period, parameters.as_of)),
});
