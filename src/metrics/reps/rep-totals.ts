import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { columnOf, isKnown, type Review, reviewed, type Reviewed, reviewOf } from './parts/review.ts';
import { repCustomers } from './rep-customers.ts';

const noProfit = { empty: both('It is known for no line.', '各行均无利润或成本。') };
const noPayment = { empty: both('No line says what was paid.', '各行均无付款信息。') };

export const repTotals = defineMetric({
  id: 'rep_totals',
  question: both('What did each rep bring in each period, and from how large a book?', '每位销售在各时期的业绩如何，手中有多少客户？'),
  grain: ['rep', 'period'],
  columns: {
    rep: repCustomers.columns['rep']!,
    period: column.id(
      both('Period', '时期'),
      both(
        'current: the period under review; previous: as many months or days right before; year_ago: the same a year earlier. One that the orders do not reach back to has no row.',
        'current 本期；previous 上期（紧接在前的同长时期）；year_ago 去年同期。订单未覆盖的时期没有行。',
      ),
    ),
    period_order: column.count(both('Order', '顺序'), both('The order of the periods.', '时期顺序。')),
    book: column.count(
      both('Customers in the book', '在管客户数'),
      both(
        'Customers that bought from the rep in the period or are owned by it (rep_customers).',
        '该期向其购买或由其负责的客户数（见 rep_customers）。',
      ),
      { unit: 'customers' },
    ),
    customers: column.count(
      both('Customers buying', '购买客户数'),
      both('Customers with an order sold by the rep in the period.', '该期有其成交订单的客户数。'),
      { unit: 'customers' },
    ),
    new_customers: column.count(
      both('New customers', '新客户数'),
      both('Of them those whose first order of all lies in the period.', '其中首张订单在该期内的客户数。'),
      { unit: 'customers' },
    ),
    orders: column.count(both('Orders', '订单数'), both('Orders sold by the rep; returns do not count.', '由其成交的订单数，退货不计。'), {
      unit: 'orders',
    }),
    sales: column.money(
      both('Sales', '订单金额'),
      both('Sum of the orders that are not below 0; 0 without one.', '金额不为负的订单合计；没有订单为 0。'),
    ),
    revenue: column.money(
      both('Revenue', '销售额'),
      both('Sum of the amounts, returns taken off; 0 without one.', '金额合计，已扣除退货；没有为 0。'),
    ),
    profit: column.money(
      both('Profit', '利润'),
      both('Sum of the profit of the lines for which it is known.', '利润已知各行的利润合计。'),
      noProfit,
    ),
    profit_base: column.money(
      both('Base of the profit', '利润对应销售额'),
      both('Revenue of those lines.', '上述各行的销售额。'),
      noProfit,
    ),
    payments: column.money(both('Paid', '回款'), both('Sum of what was paid for the lines.', '已付金额合计。'), noPayment),
    payments_base: column.money(
      both('Base of what was paid', '回款对应销售额'),
      both('Revenue of the lines that say what was paid.', '有付款信息各行的销售额。'),
      noPayment,
    ),
  },
  requires: [],
  uses: ['rep_customers'],
  source: 'Definition: rep_customers summed by rep.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    return sql`
    with starts as (select min(first_on) as first_on from rep_customers)
    ${join(
      reviewed.map((of, index) => totalsOf(of, index, review)),
      ' union all ',
    )}`;
  },
});

function totalsOf(of: Reviewed, index: number, review: Review | null): Sql {
  const read = (figure: string): Sql => sql`totals.${columnOf(of, figure)}`;
  const sum = (figure: string): Sql => sql`sum(${columnOf(of, figure)}) as ${columnOf(of, figure)}`;
  const isNew = sql`${columnOf(of, 'orders')} > 0 and ${within(sql`first_on`, review?.[of])}`;
  return sql`
    select
      totals.rep, ${of} as period, ${index + 1} as period_order,
      ${read('book')} as book, ${read('customers')} as customers, ${read('new_customers')} as new_customers, ${read('orders')} as orders,
      coalesce(${read('sales')}, 0) as sales, coalesce(${read('revenue')}, 0) as revenue,
      ${read('profit')} as profit, ${read('profit_base')} as profit_base,
      ${read('payments')} as payments, ${read('payments_base')} as payments_base
    from (
      select
        rep,
        count(*) filter (where ${columnOf(of, 'in_book')}) as ${columnOf(of, 'book')},
        count(*) filter (where ${columnOf(of, 'orders')} > 0) as ${columnOf(of, 'customers')},
        count(*) filter (where ${isNew}) as ${columnOf(of, 'new_customers')},
        ${join(['orders', 'sales', 'revenue', 'profit', 'profit_base', 'payments', 'payments_base'].map(sum))}
      from rep_customers
      group by rep
    ) as totals
    cross join starts
    where ${isKnown(of, review)}`;
}
