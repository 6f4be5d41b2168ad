import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { monthEnds } from '../windows.ts';
import { retentionCounts } from './parts/retention-counts.ts';
import { retentionWindows } from './parts/retention-windows.ts';

const notCovered = {
  unit: 'customers',
  empty: both('The data begin after the year before does.', '数据未覆盖整个前一年。'),
};

export const retentionMonths = defineMetric({
  id: 'retention_months',
  question: both('How many customers stayed over twelve months, month by month?', '逐月看，12 个月内留住了多少客户？'),
  grain: ['last_on'],
  columns: {
    last_on: column.date(
      both('Up to', '截至'),
      both(
        'Last day of the twelve months: the as-of date and the ends of the months before, 13 in all.',
        '12 个月的最后一天：统计日期及此前各月末，共 13 个。',
      ),
    ),
    customers_before: column.count(
      both('Customers before', '前 12 个月客户数'),
      both('Customers with a purchase in the twelve months before.', '更早 12 个月有购买的客户数。'),
      notCovered,
    ),
    kept: column.count(
      both('Kept', '保持客户数'),
      both('Those of them with a purchase in the twelve months.', '其中近 12 个月仍有购买的客户数。'),
      notCovered,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_days'],
  source: 'Definition of retention_rates, of the twelve months up to each day.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    select period_to as last_on, customers_before, kept
    from (${retentionCounts(as_of === null ? [] : monthEnds(as_of).flatMap((day) => retentionWindows(null, day).slice(0, 1)))}) as counted`,
});
