import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { within } from '../comparison/parts/periods.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { columnOf, type Review, reviewed, type Reviewed, reviewOf } from './parts/review.ts';

const names: Readonly<Record<Reviewed, readonly [en: string, zh: string]>> = {
  current: ['the period', '本期'],
  previous: ['the period before', '上期'],
  year_ago: ['the year before', '去年同期'],
};

/** Money that is summed by period. */
const sums = ['sales', 'revenue', 'profit', 'profit_base', 'payments', 'payments_base'] as const;

const unknown = { empty: both('No line says.', '各行均无此项。') };

/** The figures of one period. */
function figures(of: Reviewed): Record<string, MetricColumn> {
  const [en, zh] = names[of];
  const title = (text: string, chinese: string) => both(`${text}, ${en}`, `${zh}${chinese}`);
  const money = (text: string, chinese: string, meaning: ReturnType<typeof both>): MetricColumn =>
    column.money(title(text, chinese), meaning, unknown);
  return {
    [`${of}_in_book`]: column.flag(
      title('In the book', '在管'),
      both(
        'Whether the customer bought from the rep in the period, or the rep owns it now and it was known by the end of the period and not lost before.',
        '该期向其购买过，或现由其负责、期末前已建档（或已下单）且期初前未流失。',
      ),
    ),
    [`${of}_orders`]: column.count(
      title('Orders', '订单数'),
      both('Orders sold by the rep; returns do not count.', '由其成交的订单数，退货不计。'),
      {
        unit: 'orders',
      },
    ),
    [`${of}_all_orders`]: column.count(
      title('Orders with anybody', '全部订单数'),
      both('Orders of the customer, whoever sold them.', '该客户的全部订单，不论由谁成交。'),
      { unit: 'orders' },
    ),
    [`${of}_sales`]: money('Sales', '订单金额', both('Sum of the orders that are not below 0.', '金额不为负的订单合计。')),
    [`${of}_revenue`]: money('Revenue', '销售额', both('Sum of the amounts, returns taken off.', '金额合计，已扣除退货。')),
    [`${of}_profit`]: money('Profit', '利润', both('Sum of the profit of the lines for which it is known.', '利润已知各行的利润合计。')),
    [`${of}_profit_base`]: money('Base of the profit', '利润对应销售额', both('Revenue of those lines.', '上述各行的销售额。')),
    [`${of}_payments`]: money('Paid', '回款', both('Sum of what was paid for the lines.', '已付金额合计。')),
    [`${of}_payments_base`]: money(
      'Base of what was paid',
      '回款对应销售额',
      both('Revenue of the lines that say what was paid.', '有付款信息各行的销售额。'),
    ),
  };
}

export const repCustomers = defineMetric({
  id: 'rep_customers',
  question: both('What did each customer buy from each rep, and whose book is it in?', '每位客户向每位销售各买了多少，由谁负责？'),
  grain: ['customer_id', 'rep'],
  columns: {
    customer_id: customerId,
    rep: column.text(
      both('Rep', '销售'),
      both(
        'Who sold by the order, else who owns the customer, as in rep_names; empty where neither is known.',
        '订单上的销售，没有时取客户负责人，写法同 rep_names；均不详时为空文本。',
      ),
    ),
    is_owner: column.flag(both('Owner now', '现负责'), both('Whether the rep owns the customer now.', '该客户现在是否由其负责。')),
    first_on: column.date(
      both('First purchase', '首次购买'),
      both('Day of the first order, whoever sold it.', '首张订单的日期，不论由谁成交。'),
      {
        empty: both('The customer has no order.', '该客户没有订单。'),
      },
    ),
    ...figures('current'),
    ...figures('previous'),
    ...figures('year_ago'),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals', 'customer_profile', 'rep_names', 'order_sales'],
  source:
    'Definition: order lines by customer and rep in half-open windows, by the day of their order; customers a rep owns now belong to its book from the day they were entered or first bought.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const review = reviewOf(asked, as_of);
    return sql`
    with sold as (
      select
        customer_id, seller as rep, ordered_on, sum(amount) as amount, sum(profit) as profit, sum(paid_amount) as payments,
        sum(profit_base) as profit_base, sum(paid_base) as payments_base
      from order_sales
      where ordered_on is not null
      group by customer_id, order_id, seller, ordered_on
    ),
    owners as (select key as owner, rep from rep_names),
    pairs as (
      select customer_id, rep, ${join(reviewed.flatMap((of) => sumsIn(of, review?.[of])))}
      from sold
      group by customer_id, rep
    ),
    anybody as (
      select
        customer_id,
        min(ordered_on) filter (where ${isOrder}) as first_on,
        ${join(reviewed.map((of) => sql`count(*) filter (where ${isOrder} and ${within(sql`ordered_on`, review?.[of])}) as ${columnOf(of, 'all_orders')}`))}
      from order_totals
      group by customer_id
    ),
    owned as (
      select profile.customer_id, owners.rep, coalesce(profile.created_on, profile.first_order_on) as since, profile.lost_on
      from customer_profile as profile
      join owners on owners.owner = profile.owner
    ),
    pairings as (select customer_id, rep from pairs union select customer_id, rep from owned)
    select
      pairings.customer_id, pairings.rep, owned.rep is not null as is_owner, anybody.first_on,
      ${join(reviewed.flatMap((of) => columnsIn(of, review)))}
    from pairings
    left join pairs on pairs.customer_id = pairings.customer_id and pairs.rep = pairings.rep
    left join owned on owned.customer_id = pairings.customer_id and owned.rep = pairings.rep
    left join anybody on anybody.customer_id = pairings.customer_id`;
  },
});

const isOrder = sql`(amount >= 0 or amount is null)`;

function sumsIn(of: Reviewed, window: Period | undefined): Sql[] {
  const inside = within(sql`ordered_on`, window);
  const read: Readonly<Record<(typeof sums)[number], Sql>> = {
    sales: sql`sum(amount) filter (where amount >= 0 and ${inside})`,
    revenue: sql`sum(amount) filter (where ${inside})`,
    profit: sql`sum(profit) filter (where ${inside})`,
    profit_base: sql`sum(profit_base) filter (where ${inside})`,
    payments: sql`sum(payments) filter (where ${inside})`,
    payments_base: sql`sum(payments_base) filter (where ${inside})`,
  };
  return [
    sql`count(*) filter (where ${isOrder} and ${inside}) as ${columnOf(of, 'orders')}`,
    ...sums.map((figure) => sql`${read[figure]} as ${columnOf(of, figure)}`),
  ];
}

function columnsIn(of: Reviewed, review: Review | null): Sql[] {
  const pairs = (figure: string): Sql => sql`pairs.${columnOf(of, figure)}`;
  const owns =
    review === null
      ? sql`false`
      : sql`(
          owned.rep is not null and (owned.since is null or owned.since < ${review[of].to}::date)
          and (owned.lost_on is null or owned.lost_on >= ${review[of].from}::date)
        )`;
  return [
    sql`coalesce(${pairs('orders')}, 0) > 0 or ${owns} as ${columnOf(of, 'in_book')}`,
    sql`coalesce(${pairs('orders')}, 0) as ${columnOf(of, 'orders')}`,
    sql`coalesce(anybody.${columnOf(of, 'all_orders')}, 0) as ${columnOf(of, 'all_orders')}`,
    ...sums.map((figure) => sql`${pairs(figure)} as ${columnOf(of, figure)}`),
  ];
}
