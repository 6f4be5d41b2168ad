import { z } from 'zod';
import { sql, trusted } from '../../engine/sql.ts';
import { daysSince, ordersPerYear } from '../as-of.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, customerSummaries } from '../parameters.ts';
import { customerOrders } from './customer-orders.ts';

const attributes = ['team', 'level', 'industry', 'size', 'source', 'created_on', 'lost_on', 'need_type', 'csat', 'nps'] as const;

/** Figures that the orders give, else the summary column of the same name in the customer file. */
const summarised = ['orders', 'revenue', 'profit', 'first_order_on', 'last_order_on'] as const;

/** Figures that only orders give. */
const ordersOnly = ['returns', 'lines', 'largest_order', 'paid_ratio'] as const;

const notGiven = { empty: both('The customer file does not say.', '客户文件未提供。') };
const neither = both('Neither the orders nor the customer file say.', '订单与客户文件均未提供。');
const noLines = both('The customer has no order lines.', '该客户没有订单明细。');
const figures = customerOrders.columns;

const fromOrders = sql`orders.customer_id is not null`;
const fromSummary = sql`orders.customer_id is null`;

const summaryBasis = sql`when coalesce(customers.orders::double precision, customers.revenue::double precision, customers.profit::double precision) is not null
            or coalesce(customers.first_order_on, customers.last_order_on) is not null
            or customers.recency_days is not null
            then 'summary'`;

export const customerProfile = defineMetric({
  id: 'customer_profile',
  question: both('What is known of each customer?', '每位客户的基本情况如何？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    customer_name: column.text(
      both('Customer', '客户名称'),
      both('Name in the customer file, else on the latest order.', '客户文件中的名称；没有时取最近订单上的名称。'),
      notGiven,
    ),
    owner: column.text(
      both('Owner', '负责人'),
      both('Owner in the customer file, else the rep of the latest order.', '客户文件中的负责人；没有时取最近订单的销售。'),
      notGiven,
    ),
    team: column.text(both('Team', '团队'), both('Team in the customer file.', '客户文件中的团队。'), notGiven),
    level: column.text(both('Level', '客户级别'), both('Level in the customer file.', '客户文件中的级别。'), notGiven),
    industry: column.text(both('Industry', '行业'), both('Industry in the customer file.', '客户文件中的行业。'), notGiven),
    region: column.text(
      both('Region', '地区'),
      both('Region in the customer file, else on the latest order.', '客户文件中的地区；没有时取最近订单上的地区。'),
      notGiven,
    ),
    size: column.text(both('Size', '规模'), both('Company size in the customer file.', '客户文件中的公司规模。'), notGiven),
    source: column.text(both('Source', '来源'), both('Source in the customer file.', '客户文件中的来源。'), notGiven),
    created_on: column.date(both('Created on', '创建日期'), both('Day the customer was entered.', '客户建档日期。'), notGiven),
    lost_on: column.date(both('Lost on', '流失日期'), both('Day the customer was marked as lost.', '客户被标记为流失的日期。'), notGiven),
    need_type: column.text(both('Need', '需求类型'), both('Need type in the customer file.', '客户文件中的需求类型。'), notGiven),
    csat: column.exact(
      both('Satisfaction', '满意度'),
      both('Satisfaction score in the customer file.', '客户文件中的满意度评分。'),
      notGiven,
    ),
    nps: column.exact(
      both('NPS answer', 'NPS 评分'),
      both('Likelihood to recommend in the customer file.', '客户文件中的推荐意愿评分。'),
      notGiven,
    ),
    basis: column.text(
      both('Basis', '数据来源'),
      both(
        '"orders": the figures come from the order lines; "summary": from the columns of the customer file.',
        '“orders”：数据来自订单明细；“summary”：来自客户文件的汇总列。',
      ),
      { empty: both('The customer has neither orders nor summary columns.', '该客户既无订单也无汇总列。') },
    ),
    orders: column.count(figures['orders']!.title, figures['orders']!.meaning, { unit: 'orders', empty: neither }),
    returns: { ...figures['returns']!, empty: noLines },
    lines: { ...figures['lines']!, empty: noLines },
    revenue: column.money(figures['revenue']!.title, figures['revenue']!.meaning, { empty: neither }),
    profit: column.money(
      figures['profit']!.title,
      both(
        'Sum of the profit of the order lines for which it is known; else that of the customer file.',
        '利润已知的订单行的利润合计；没有订单时取客户文件中的利润。',
      ),
      { empty: both('It is known for no order line, nor does the customer file say.', '所有订单行均无利润或成本，客户文件也未提供。') },
    ),
    profit_base: column.money(
      figures['profit_base']!.title,
      both(
        'Revenue that the profit belongs to: that of the order lines whose profit is known; else that of the customer file.',
        '利润所对应的销售额：利润已知的订单行的销售额；没有订单时取客户文件中的销售额。',
      ),
      { empty: both('The profit, or the revenue it belongs to, is not known.', '利润或其对应的销售额未知。') },
    ),
    average_order: figures['average_order']!,
    largest_order: figures['largest_order']!,
    paid_ratio: figures['paid_ratio']!,
    first_order_on: column.date(figures['first_order_on']!.title, figures['first_order_on']!.meaning, { empty: neither }),
    last_order_on: column.date(figures['last_order_on']!.title, figures['last_order_on']!.meaning, { empty: neither }),
    tenure_days: column.count(
      figures['tenure_days']!.title,
      both(
        'Days from the first order to the as-of date; else the months of the customer file × 365 / 12.',
        '首次下单至截止日的天数；没有时按客户文件的月数 × 365 ÷ 12。',
      ),
      { unit: 'days', empty: neither },
    ),
    recency_days: column.count(
      both('Recency', '距上次购买天数'),
      both('Days from the last order to the as-of date.', '最近下单至截止日的天数。'),
      { unit: 'days', empty: neither },
    ),
    orders_per_year: column.number(
      both('Orders a year', '年均订单数'),
      both('Orders divided by the years since the first order, at least one year.', '订单数 ÷ 首单以来的年数（不足一年按一年计）。'),
      { unit: 'orders a year', empty: both('The first order date or the number of orders is not known.', '首单日期或订单数未知。') },
    ),
  },
  requires: [['customers.customer_id', 'orders.customer_id']],
  reads: [
    'customers.name',
    'customers.owner',
    'customers.region',
    'customers.recency_days',
    'customers.tenure_months',
    ...[...attributes, ...summarised].map((field) => `customers.${field}`),
  ],
  uses: [],
  usesIfComputed: ['customer_orders', 'latest_order'],
  source: 'Definition: every customer of the customer file and every customer with an order, one row each.',
  parameters: z.object({ as_of: asOf, customer_summaries: customerSummaries }),
  sql: ({ as_of, customer_summaries: summaries }) => sql`
    with known as (
      select
        coalesce(customers.customer_id, orders.customer_id) as customer_id,
        customers.name as customer_name,
        customers.owner,
        customers.region,
        ${trusted(attributes.map((field) => `customers.${field}`).join(', '))},
        case
          when ${fromOrders} then 'orders'
          ${summaries ? summaryBasis : sql``}
        end as basis,
        ${trusted(summarised.map((field) => `case when orders.customer_id is not null then orders.${field} ${summaries ? `else customers.${field}` : ''} end as ${field}`).join(', '))},
        case when ${fromOrders} then orders.profit_base ${summaries ? sql`when customers.profit is not null then customers.revenue` : sql``} end as profit_base,
        ${trusted(ordersOnly.map((field) => `orders.${field}`).join(', '))},
        case when ${summaries ? fromSummary : sql`false`} then customers.recency_days end as given_recency_days,
        case when ${summaries ? fromSummary : sql`false`} then customers.tenure_months end as given_tenure_months
      from (select * from customers where customer_id is not null) as customers
      full join customer_orders as orders on orders.customer_id = customers.customer_id
    ),
    dated as (
      select
        known.*,
        coalesce(${daysSince('first_order_on', as_of)}, floor((given_tenure_months * 365)::double precision / 12)) as tenure_days,
        coalesce(${daysSince('last_order_on', as_of)}, given_recency_days) as recency_days
      from known
    )
    select
      dated.customer_id,
      coalesce(dated.customer_name, latest_order.customer_name) as customer_name,
      coalesce(dated.owner, latest_order.rep) as owner,
      coalesce(dated.region, latest_order.region) as region,
      ${trusted([...attributes, 'basis', ...summarised, 'profit_base', ...ordersOnly].map((field) => `dated.${field}`).join(', '))},
      dated.tenure_days,
      dated.recency_days,
      dated.revenue::double precision / nullif(dated.orders, 0)::double precision as average_order,
      ${ordersPerYear('dated.orders', 'dated.tenure_days')} as orders_per_year
    from dated
    left join latest_order on latest_order.customer_id = dated.customer_id`,
});
