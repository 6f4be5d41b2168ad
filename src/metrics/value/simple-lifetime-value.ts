import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { value } from '../parameters.ts';

export const simpleLifetimeValue = defineMetric({
  id: 'simple_lifetime_value',
  question: both('What is each customer worth by the textbook formula?', '按教科书公式，每位客户价值多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    simple_value: column.average(
      both('Textbook value', '教科书公式价值'),
      both(
        'Average order × orders a year × years of a customer life × margin; nobody is taken to leave sooner, nothing is discounted.',
        '平均购买额 × 年购买频率 × 客户寿命（年）× 利润率；不考虑提前流失，也不折现。',
      ),
      { empty: both('One of the factors is not known.', '公式中有因素未知。') },
    ),
    lifetime_years: column.number(
      both('Customer life', '客户寿命'),
      both(
        'The years that were set; else the mean of first to last order over the customers who came back, in years of 365 days; the same for all, and short where the files are.',
        '配置的年数；未配置时为复购客户首单至末单的平均时长（每年按 365 天）；所有客户相同，数据历史短则偏小。',
      ),
      { unit: 'years', empty: both('Nobody came back on a later day.', '没有客户在之后的日期再次购买。') },
    ),
    lifetime_customers: column.count(
      both('Customers behind it', '寿命样本客户数'),
      both('Customers with orders on different days, over whom the life is averaged.', '用于计算平均寿命的客户：在不同日期下过单。'),
      { unit: 'customers' },
    ),
  },
  requires: [['customers.customer_id', 'orders.customer_id']],
  uses: ['customer_profile', 'profit_margin'],
  source: 'Textbook formula: average purchase × purchase frequency × customer lifespan.',
  parameters: z.object({ value }),
  sql: ({ value: { lifetime_years: years } }) => sql`
    with spans as (
      select count(*) as customers, sum(last_order_on - first_order_on) as days
      from customer_profile
      where last_order_on > first_order_on
    ),
    life as (
      select
        customers,
        ${years === null ? sql`days::double precision / nullif(customers, 0)::double precision / 365::double precision` : sql`${years}::double precision`} as years
      from spans
    )
    select
      customer_profile.customer_id,
      customer_profile.average_order * customer_profile.orders_per_year * life.years * profit.margin as simple_value,
      life.years as lifetime_years,
      life.customers as lifetime_customers
    from customer_profile
    cross join life
    cross join (select margin from profit_margin) as profit`,
});
