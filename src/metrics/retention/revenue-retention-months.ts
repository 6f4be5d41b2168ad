import { z } from 'zod';
import { defineMetric } from '../define.ts';
import { both } from '../columns.ts';
import { asOf } from '../parameters.ts';
import { courseMonths } from '../windows.ts';
import { retentionColumns, windowColumns } from './parts/revenue-columns.ts';
import { retentionOver } from './parts/revenue-retention.ts';
import { readWindows } from './parts/revenue-windows.ts';

export const revenueRetentionMonths = defineMetric({
  id: 'revenue_retention_months',
  question: both('How has the revenue kept over twelve months moved, month by month?', '近 12 个月收入留存逐月如何变化？'),
  grain: ['last_on'],
  columns: { ...windowColumns, ...retentionColumns },
  requires: [['orders.ordered_at'], ['orders.amount']],
  uses: ['order_totals'],
  source:
    'As revenue_retention, for the twelve months up to the as-of date and to the ends of the twelve months before it, as far as the orders tell of every month.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of }, rows) => {
    const windows = await readWindows(rows, { as_of, cohorts: { unit: 'month', range: null } });
    return retentionOver(windows.filter(({ months, isWhole }) => months === 12 && isWhole).slice(0, courseMonths), rows);
  },
});
