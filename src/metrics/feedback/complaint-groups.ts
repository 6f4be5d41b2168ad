import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, groupBy, period } from '../parameters.ts';
import { complaintCounts } from './parts/complaint-counts.ts';
import { groupColumns } from './parts/group-columns.ts';
import { groupRows } from './parts/group-rows.ts';
import { shareFigure } from './parts/share-figure.ts';
import { surveyReview } from './parts/survey-review.ts';

const noOrders = { empty: both('No customer ordered in the period.', '本期没有客户下单。') };

const orders = shareFigure('complaints', 'orders');

const customers = shareFigure('complaining', 'customers');

export const complaintGroups = defineMetric({
  id: 'complaint_groups',
  question: both(
    'How many orders and customers lead to complaints, whose and since when?',
    '有多少订单、多少客户发生投诉，谁的客户、何时起变化？',
  ),
  grain: ['breakdown', 'group_name'],
  columns: {
    ...groupColumns({
      en: 'Complaints per order',
      zh: '投诉率（按订单）',
      base: { en: 'Orders', zh: '订单数' },
      better: 'low',
      kind: 'share',
      meaning: {
        en: 'Complaints of the period ÷ orders of the period; a rep stands for the customers it owns.',
        zh: '本期投诉数 ÷ 本期订单数；按销售时为其负责的客户。',
      },
      interval: {
        en: 'Lower end of the 95% interval (Wilson); none where there are more complaints than orders.',
        zh: '95% 区间下限（Wilson）；投诉多于订单时没有区间。',
      },
    }),
    complaints: column.count(both('Complaints', '投诉数'), both('Complaints that came in within the period.', '本期收到的投诉数。'), {
      better: 'low',
    }),
    previous_complaints: column.count(
      both('Complaints in the period before', '上期投诉数'),
      both('Those that came in then.', '上期收到的投诉数。'),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers with an order in the period.', '本期有订单的客户数。'), {
      unit: 'customers',
    }),
    complaining: column.count(
      both('Complained', '投诉客户数'),
      both('Those of them who complained in the period.', '其中本期有投诉的客户数。'),
      {
        unit: 'customers',
        better: 'low',
      },
    ),
    customer_rate: column.ratio(
      both('Customers who complained', '投诉率（按客户）'),
      both('Complained ÷ customers with an order in the period.', '有投诉的客户数 ÷ 本期有订单的客户数。'),
      { better: 'low', ...noOrders },
    ),
    customer_rate_low: column.ratio(
      both('Customers who complained, low', '投诉率（按客户）下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noOrders,
    ),
    customer_rate_high: column.ratio(
      both('Customers who complained, high', '投诉率（按客户）上限'),
      both('Upper end of it.', '区间上限。'),
      noOrders,
    ),
    previous_customer_rate: column.ratio(
      both('Customers who complained in the period before', '上期投诉率（按客户）'),
      both('The same of the period before.', '上期的同一比率。'),
      { empty: both('No customer ordered then.', '上期没有客户下单。') },
    ),
  },
  requires: [['feedback.kind'], ['feedback.at'], ['orders.customer_id'], ['orders.ordered_at']],
  uses: ['feedback_rows', 'order_totals', 'rep_names'],
  usesIfComputed: ['customer_profile'],
  source:
    'Definition: complaints ÷ orders, and customers with a complaint ÷ customers with an order; Wilson (1927), Newcombe (1998), Holm (1979).',
  parameters: z.object({ as_of: asOf, period, group_by: groupBy }),
  compute: async ({ as_of, period: asked, group_by: attribute }, rows) => {
    const counted = await rows(complaintCounts(attribute, surveyReview(asked, as_of)));
    return groupRows(counted, orders, { worst: 'high' }).map((row) => {
      const counts = (of: string): Record<string, number> => ({
        complaining: Number(row[`${of}_complaining`] ?? 0),
        customers: Number(row[`${of}_customers`] ?? 0),
      });
      const interval = customers.interval(counts('current'));
      return {
        ...row,
        complaints: row['current_complaints'] ?? 0,
        previous_complaints: row['previous_complaints'] ?? 0,
        ...counts('current'),
        customer_rate: customers.value(counts('current')),
        customer_rate_low: interval?.low ?? null,
        customer_rate_high: interval?.high ?? null,
        previous_customer_rate: customers.value(counts('previous')),
      };
    });
  },
});
