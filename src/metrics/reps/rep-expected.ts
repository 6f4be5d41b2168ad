import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { expectedRows } from './parts/expected.ts';
import { repCustomers } from './rep-customers.ts';

export const repExpected = defineMetric({
  id: 'rep_expected',
  question: both('What would the book of each rep have brought with others?', '同样的客户由他人负责会带来多少？'),
  grain: ['rep'],
  columns: {
    rep: repCustomers.columns['rep']!,
    book: column.count(
      both('Customers in the book', '在管客户数'),
      both('Of the period (rep_customers).', '本期在管客户数（rep_customers）。'),
      {
        unit: 'customers',
      },
    ),
    revenue: column.money(both('Revenue', '销售额'), both('Sold to them by the rep in the period.', '本期由其成交的销售额。')),
    expected: column.average(
      both('Expected', '期望销售额'),
      both(
        'What customers of the same industry, region and level bring other reps on average, summed over the book; kinds with few customers are pulled to the mean of all.',
        '同行业、地区、级别的客户在其他销售处的平均销售额，按在管客户合计；客户少的类别向总体均值收缩。',
      ),
    ),
    like_for_like: column.number(
      both('Like for like', '同口径指数'),
      both(
        'Revenue ÷ expected: above 1, more than others with such a book.',
        '销售额 ÷ 期望销售额：大于 1 表示多于他人在同样客户上的业绩。',
      ),
      { empty: both('Nothing is expected.', '没有期望值。') },
    ),
    like_rank: column.count(both('Rank, like for like', '同口径名次'), both('1 is the highest.', '最高为 1。'), {
      empty: both('Nothing is expected.', '没有期望值。'),
    }),
  },
  requires: [],
  uses: ['rep_customers', 'customer_profile'],
  source: 'Indirect standardisation: expected sums by the means of others, shrunk by the method of moments (Bühlmann credibility).',
  parameters: z.object({}),
  compute: async (_, rows) =>
    expectedRows(
      await rows(sql`
      select * from (
        select
          held.rep, coalesce(profile.industry, '') as industry, coalesce(profile.region, '') as region, coalesce(profile.level, '') as level,
          count(*) as customers, coalesce(sum(held.current_revenue), 0) as revenue
        from rep_customers as held
        left join customer_profile as profile on profile.customer_id = held.customer_id
        where held.rep <> '' and held.current_in_book
        group by held.rep, coalesce(profile.industry, ''), coalesce(profile.region, ''), coalesce(profile.level, '')
      ) as cells
      order by rep, industry, region, level`),
    ),
});
