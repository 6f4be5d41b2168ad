import { z } from 'zod';
import { identifier, sql } from '../../engine/sql.ts';
import { addDays } from '../../lib/dates.ts';
import { retentionColumns, windowColumns } from './parts/revenue-columns.ts';
import { customerRevenues, retentionRates, retentionSums } from './parts/revenue-retention.ts';
import { readWindows } from './parts/revenue-windows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, cohorts, groupBy } from '../parameters.ts';

export const revenueRetentionGroups = defineMetric({
  id: 'revenue_retention_groups',
  question: both('Which group of customers keeps its revenue?', '哪组客户的销售额留得住？'),
  grain: ['group_name'],
  columns: {
    group_name: column.text(
      both('Group', '分组'),
      both(
        'Owner, region, industry … of the customer; empty where the files do not say.',
        '客户的负责人、地区、行业等；文件未提供时为空。',
      ),
    ),
    ...windowColumns,
    ...retentionColumns,
  },
  requires: [['orders.ordered_at'], ['orders.amount']],
  uses: ['order_totals', 'customer_profile'],
  source: 'As revenue_retention, for the window that ends with the as-of date; a customer counts for the owner it has now.',
  parameters: z.object({ as_of: asOf, cohorts, group_by: groupBy }),
  compute: async (parameters, rows) => {
    const [window] = await readWindows(rows, parameters);
    if (window === undefined) return [];
    const name = sql`coalesce(profile.${identifier(parameters.group_by)}, '')`;
    const sums = await rows(sql`
      select ${name} as group_name, ${retentionSums}
      from (${customerRevenues([window])}) as revenues
      join customer_profile as profile on profile.customer_id = revenues.customer_id
      group by ${name}`);
    const latest = { last_on: addDays(window.to, -1), months: window.months };
    return sums.map((row) => ({ group_name: row['group_name'] ?? '', ...latest, ...retentionRates(row) }));
  },
});
