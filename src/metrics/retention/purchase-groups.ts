import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { origin } from './purchase-history.ts';

const days = { unit: 'days' };

export const purchaseGroups = defineMetric({
  id: 'purchase_groups',
  question: both('How many customers share the same purchase history?', '购买历史相同的客户各有多少？'),
  grain: ['origin', 'repeat_days', 'recency_days', 'age_days'],
  columns: {
    origin,
    repeat_days: column.count(
      both('Repeat purchases (x)', '复购次数（x）'),
      both('As in purchase_history.', '同 purchase_history。'),
      days,
    ),
    recency_days: column.count(
      both('Age at last purchase (t_x)', '末次购买时的客龄（t_x）'),
      both('As in purchase_history.', '同 purchase_history。'),
      days,
    ),
    age_days: column.count(both('Age (T)', '客龄（T）'), both('As in purchase_history.', '同 purchase_history。'), days),
    customers: column.count(both('Customers', '客户数'), both('Customers with this history.', '具有该历史的客户数。'), {
      unit: 'customers',
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_history'],
  source: 'Definition: a likelihood depends on x, t_x and T alone, so equal histories are fitted once.',
  parameters: z.object({}),
  sql: () => sql`
    select origin, repeat_days, recency_days, age_days, count(*) as customers
    from purchase_history
    group by origin, repeat_days, recency_days, age_days`,
});
