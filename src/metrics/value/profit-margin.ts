import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { value } from '../parameters.ts';

const fromProfit = sql`
      case when profit_base > 0 then profit::double precision / profit_base::double precision else 1 end as margin,
      case when profit_base > 0 then 'profit' else 'revenue' end as basis`;

export const profitMargin = defineMetric({
  id: 'profit_margin',
  question: both('Which share of revenue is profit?', '销售额中有多少是利润？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    margin: column.ratio(
      both('Margin', '利润率'),
      both(
        'The margin that was set; else profit divided by the revenue whose profit is known; else 1, so that values are revenue.',
        '配置的利润率；未配置时为利润 ÷ 利润已知部分的销售额；均无时为 1，即价值按销售额计。',
      ),
    ),
    basis: column.id(
      both('Basis', '依据'),
      both(
        '"given": set by the user; "profit": from the profit of the files; "revenue": none is known.',
        '“given”：用户设定；“profit”：由文件中的利润得出；“revenue”：利润未知。',
      ),
    ),
    profit: column.money(both('Profit', '利润'), both('Profit of all customers, as far as it is known.', '全部客户已知的利润合计。'), {
      empty: both('No profit is known.', '利润未知。'),
    }),
    profit_base: column.money(
      both('Base of the profit', '利润对应销售额'),
      both('Revenue whose profit is known.', '利润已知部分的销售额。'),
      { empty: both('No profit is known.', '利润未知。') },
    ),
  },
  requires: [['customers.customer_id', 'orders.customer_id']],
  uses: ['customer_profile'],
  source: 'Definition: ratio of sums over the order lines with a known profit.',
  parameters: z.object({ value }),
  sql: ({ value: { margin } }) => sql`
    with known as (
      select sum(profit) as profit, sum(profit_base) as profit_base
      from customer_profile
      where profit is not null and profit_base is not null
    )
    select
      'all' as scope,
      ${margin === null ? fromProfit : sql`${margin}::double precision as margin, 'given' as basis`},
      profit,
      profit_base
    from known`,
});
