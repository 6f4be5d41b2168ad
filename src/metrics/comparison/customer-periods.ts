import { z } from 'zod';
import { join, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { Period } from '../../lib/dates.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { asOf, comparison } from '../parameters.ts';
import { periodsOf, type Side, within } from './parts/periods.ts';

const noProfit = { empty: both('It is known for no order of the period.', '该期订单均无利润或成本。') };
const noAmount = { empty: both('Orders of the period have no amount.', '该期订单均无金额。') };

/** The figures of one period, under the names `before_…` and `after_…`. */
function figures(side: Side): Record<string, MetricColumn> {
  const [en, zh] = side === 'before' ? ['before', '对比期'] : ['after', '本期'];
  const title = (text: string, chinese: string) => both(`${text} ${en}`, `${zh}${chinese}`);
  return {
    [`${side}_orders`]: column.count(
      title('Orders', '订单数'),
      both('Orders of the period; returns do not count.', '该期订单数，退货不计。'),
      {
        unit: 'orders',
      },
    ),
    [`${side}_returns`]: column.count(
      title('Returns', '退货单数'),
      both('Orders of the period with an amount below zero.', '该期金额为负的订单数。'),
      {
        unit: 'orders',
      },
    ),
    [`${side}_days`]: column.count(title('Purchase days', '购买天数'), both('Days of the period with an order.', '该期有订单的天数。'), {
      unit: 'days',
    }),
    [`${side}_revenue`]: column.money(
      title('Revenue', '销售额'),
      both(
        'Sum of the order amounts of the period, returns taken off; 0 without an order.',
        '该期订单金额合计，已扣除退货；没有订单为 0。',
      ),
      noAmount,
    ),
    [`${side}_sales`]: column.money(
      title('Sales', '订单金额'),
      both(
        'Revenue of the period before returns: sum of the orders with an amount of 0 or more; 0 without an order.',
        '该期未扣退货的销售额：金额不为负的订单合计；没有订单为 0。',
      ),
      noAmount,
    ),
    [`${side}_profit`]: column.money(
      title('Profit', '利润'),
      both('Sum of the profit of the lines for which it is known.', '利润已知的各行的利润合计。'),
      noProfit,
    ),
    [`${side}_profit_base`]: column.money(
      title('Base of the profit', '利润对应销售额'),
      both('Revenue of the lines whose profit is known.', '利润已知的各行的销售额。'),
      noProfit,
    ),
  };
}

export const customerPeriods = defineMetric({
  id: 'customer_periods',
  question: both('What did each customer buy in one period and in the other?', '每位客户在两个时期各买了多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    movement: column.id(
      both('Movement', '变动'),
      both(
        'kept: bought in both periods; lost: in the earlier one only; gained: in the later one, and never before the end of the earlier one; returned: in the later one, and before the earlier one; returns_only: took goods back and bought nothing; absent: neither.',
        'kept 两期均购买；lost 仅对比期购买；gained 本期购买且此前（至对比期）从未购买；returned 本期购买、对比期未购买、更早购买过；returns_only 仅有退货；absent 两期均无订单。',
      ),
    ),
    first_on: column.date(both('First purchase', '首次购买'), both('Day of the first order in the files.', '数据文件中首张订单的日期。'), {
      empty: both('The customer has returns only.', '该客户只有退货。'),
    }),
    ...figures('before'),
    ...figures('after'),
    revenue_difference: column.money(
      both('Difference of revenue', '销售额增减'),
      both('Revenue after less revenue before; orders without an amount do not count.', '本期销售额 − 对比期销售额；无金额的订单不计。'),
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals'],
  source:
    'Definition: half-open periods, orders by the day of their first line; every customer with a dated order up to the end of the later period.',
  parameters: z.object({ as_of: asOf, comparison }),
  sql: ({ as_of, comparison: asked }) => {
    const periods = periodsOf(asked, as_of);
    return sql`
    with customer_days as (
      select
        customer_id,
        ordered_on,
        count(*) filter (where amount >= 0 or amount is null) as orders,
        count(*) filter (where amount < 0) as returns,
        sum(amount) as revenue,
        sum(amount) filter (where amount >= 0) as sales,
        sum(profit) as profit,
        sum(profit_base) as profit_base
      from order_totals
      where ${periods === null ? sql`ordered_on is not null` : sql`ordered_on < ${periods.after.to}::date`}
      group by customer_id, ordered_on
    ),
    sums as (
      select
        customer_id,
        min(ordered_on) filter (where orders > 0) as first_on,
        ${join([...sumsIn('before', periods?.before), ...sumsIn('after', periods?.after)])}
      from customer_days
      group by customer_id
    )
    select
      sums.*,
      coalesce(after_revenue, 0) - coalesce(before_revenue, 0) as revenue_difference,
      case
        when before_orders > 0 and after_orders > 0 then 'kept'
        when before_orders > 0 then 'lost'
        when after_orders > 0 and ${periods === null ? sql`false` : sql`first_on < ${periods.before.from}::date`} then 'returned'
        when after_orders > 0 then 'gained'
        when before_returns + after_returns > 0 then 'returns_only'
        else 'absent'
      end as movement
    from sums`;
  },
});

function sumsIn(side: Side, period: Period | undefined): Sql[] {
  const inside = within(sql`ordered_on`, period);
  const summed = (figure: string) => sql`sum(${trusted(figure)}) filter (where ${inside})`;
  return [
    sql`coalesce(${summed('orders')}, 0) as ${trusted(`${side}_orders`)}`,
    sql`coalesce(${summed('returns')}, 0) as ${trusted(`${side}_returns`)}`,
    sql`count(*) filter (where orders > 0 and ${inside}) as ${trusted(`${side}_days`)}`,
    sql`case when count(*) filter (where ${inside}) = 0 then 0 else ${summed('revenue')} end as ${trusted(`${side}_revenue`)}`,
    sql`case when coalesce(${summed('orders')}, 0) = 0 then 0 else ${summed('sales')} end as ${trusted(`${side}_sales`)}`,
    sql`${summed('profit')} as ${trusted(`${side}_profit`)}`,
    sql`${summed('profit_base')} as ${trusted(`${side}_profit_base`)}`,
  ];
}
