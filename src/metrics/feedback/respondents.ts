import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { surveyReview } from './parts/survey-review.ts';

const nobody = { empty: both('There is no such customer.', '没有这样的客户。') };

export const respondents = defineMetric({
  id: 'respondents',
  question: both('Who did not answer, and do they differ from those who did?', '谁没有回答，与回答者有何不同？'),
  grain: ['answered'],
  columns: {
    answered: column.id(
      both('Answered', '是否回答'),
      both('answered: a customer with an answer in the period; silent: one without.', 'answered 本期有回答的客户；silent 没有回答的。'),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers with an order in the period.', '本期有订单的客户数。'), {
      unit: 'customers',
    }),
    share: column.ratio(
      both('Share of customers', '客户占比'),
      both('Of all customers with an order in the period.', '占本期有订单客户的比例。'),
      nobody,
    ),
    share_low: column.ratio(
      both('Share of customers, low', '客户占比下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      nobody,
    ),
    share_high: column.ratio(both('Share of customers, high', '客户占比上限'), both('Upper end of it.', '区间上限。'), nobody),
    revenue: column.money(both('Revenue', '销售额'), both('What they bought in the period.', '其本期销售额。'), {
      empty: both('No order has an amount.', '订单均无金额。'),
    }),
    revenue_share: column.ratio(both('Share of revenue', '销售额占比'), both('Of all revenue of the period.', '占本期全部销售额的比例。'), {
      empty: both('There is no revenue above zero.', '没有大于零的销售额。'),
    }),
    revenue_per_customer: column.average(
      both('Revenue per customer', '人均销售额'),
      both('Revenue ÷ customers.', '销售额 ÷ 客户数。'),
      nobody,
    ),
    orders_per_customer: column.number(
      both('Orders per customer', '人均订单数'),
      both('Orders of the period ÷ customers.', '本期订单数 ÷ 客户数。'),
      nobody,
    ),
    repeat_customers: column.count(
      both('Repeat customers', '复购客户数'),
      both('Those with at least two orders in the period.', '本期至少 2 单的客户数。'),
      {
        unit: 'customers',
      },
    ),
    repeat_rate: column.ratio(both('Repeat share', '复购率'), both('Repeat customers ÷ customers.', '复购客户数 ÷ 客户数。'), nobody),
    repeat_low: column.ratio(both('Repeat share, low', '复购率下限'), both('95% interval of Wilson.', 'Wilson 95% 区间下限。'), nobody),
    repeat_high: column.ratio(both('Repeat share, high', '复购率上限'), both('Upper end of it.', '区间上限。'), nobody),
  },
  requires: [['feedback.nps', 'feedback.csat'], ['feedback.customer_id'], ['feedback.at'], ['orders.customer_id'], ['orders.ordered_at']],
  uses: ['feedback_rows', 'order_totals'],
  source:
    'Definition: customers with an order in the period, by whether they answered in it; what those who are silent think is not known.',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, read) => {
    const current = surveyReview(asked, as_of)?.current;
    const rows = await read(sql`
      with bought as (
        select customer_id, count(*) filter (where amount >= 0 or amount is null) as orders, sum(amount) as revenue
        from order_totals
        where ${within(sql`ordered_on`, current)}
        group by customer_id
      ),
      answering as (
        select customer_id, count(*) as answers
        from feedback_rows
        where (nps is not null or csat is not null) and customer_id is not null and ${within(sql`day`, current)}
        group by customer_id
      )
      select
        case when answering.answers > 0 then 'answered' else 'silent' end as answered,
        count(*) as customers, sum(bought.orders)::bigint as orders, sum(bought.revenue) as revenue,
        count(*) filter (where bought.orders > 1) as repeat_customers
      from bought
      left join answering on answering.customer_id = bought.customer_id
      where bought.orders > 0
      group by case when answering.answers > 0 then 'answered' else 'silent' end
      order by answered`);
    const number = (row: (typeof rows)[number] | undefined, name: string): number => Number(row?.[name] ?? 0);
    const all = rows.reduce((sum, row) => sum + number(row, 'customers'), 0);
    const money = rows.reduce((sum, row) => sum + Math.round(number(row, 'revenue') * 10_000), 0) / 10_000;
    if (all === 0) return [];
    return ['answered', 'silent'].map((answered) => {
      const row = rows.find((own) => own['answered'] === answered);
      const customers = number(row, 'customers');
      const [share, repeat] = [wilson(customers, all), wilson(number(row, 'repeat_customers'), customers)];
      return {
        answered,
        customers,
        share: customers / all,
        share_low: share?.low ?? null,
        share_high: share?.high ?? null,
        revenue: row?.['revenue'] ?? null,
        revenue_share: money > 0 ? number(row, 'revenue') / money : null,
        revenue_per_customer: customers === 0 ? null : number(row, 'revenue') / customers,
        orders_per_customer: customers === 0 ? null : number(row, 'orders') / customers,
        repeat_customers: number(row, 'repeat_customers'),
        repeat_rate: customers === 0 ? null : number(row, 'repeat_customers') / customers,
        repeat_low: repeat?.low ?? null,
        repeat_high: repeat?.high ?? null,
      };
    });
  },
});
