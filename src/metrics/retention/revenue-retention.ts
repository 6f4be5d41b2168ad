import { z } from 'zod';
import { retentionColumns, windowColumns } from './parts/revenue-columns.ts';
import { retentionOver } from './parts/revenue-retention.ts';
import { readWindows } from './parts/revenue-windows.ts';
import { both } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, cohorts } from '../parameters.ts';

export const revenueRetention = defineMetric({
  id: 'revenue_retention',
  question: both("How much of last year's revenue do the same customers bring this year?", '去年的客户今年还带来多少销售额？'),
  grain: ['last_on'],
  columns: { ...windowColumns, ...retentionColumns },
  requires: [['orders.ordered_at'], ['orders.amount']],
  uses: ['order_totals'],
  source:
    'Definition per customer, as no contract sets a baseline: base = customers with revenue in the earlier window; GRR = Σ min(later, earlier) / Σ earlier, NRR = Σ later / Σ earlier.',
  parameters: z.object({ as_of: asOf, cohorts }),
  compute: async (parameters, rows) => retentionOver(await readWindows(rows, parameters), rows),
});
