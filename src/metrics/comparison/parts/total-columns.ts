import { both, column } from '../../columns.ts';

const noPeriod = { empty: both('There is no date to go by.', '没有可依据的日期。') };
const noCustomer = { empty: both('Nobody bought in the period.', '该期无人购买。') };
const noOrder = { empty: both('There is no order in the period, or none has an amount.', '该期没有订单，或均无金额。') };
const noProfit = { empty: both('The profit of no line of the period is known.', '该期没有利润已知的行。') };
const shortHistory = {
  empty: both(
    'The files begin less than one length of the period before it: anybody would look new.',
    '数据起点距该期不足一个同长度时期，任何客户看起来都是新客户。',
  ),
};

/** What `period_totals` says of a period. */
export const totalColumns = {
  period: column.id(both('Period', '时期'), both('before: the earlier one; after: the later one.', 'before 对比期；after 本期。')),
  first_day: column.date(both('First day', '起始日'), both('First day of the period.', '该期第一天。'), noPeriod),
  last_day: column.date(both('Last day', '截止日'), both('Last day of the period.', '该期最后一天。'), noPeriod),
  days: column.count(both('Days', '天数'), both('Days of the period.', '该期天数。'), { unit: 'days', ...noPeriod }),
  customers: column.count(both('Customers buying', '购买客户数'), both('Customers with an order in the period.', '该期有订单的客户数。'), {
    better: 'high',
    unit: 'customers',
  }),
  new_customers: column.count(
    both('New customers', '新客户数'),
    both('Customers whose first order in the files lies in the period.', '首张订单（以数据文件为准）在该期内的客户数。'),
    { better: 'high', unit: 'customers', ...shortHistory },
  ),
  repeat_customers: column.count(
    both('Customers with two orders', '复购客户数'),
    both('Customers with at least two orders in the period.', '该期至少有 2 张订单的客户数。'),
    { better: 'high', unit: 'customers' },
  ),
  orders: column.count(both('Orders', '订单数'), both('Orders of the period; returns do not count.', '该期订单数，退货不计。'), {
    better: 'high',
    unit: 'orders',
  }),
  returns: column.count(both('Returns', '退货单数'), both('Orders of the period with an amount below zero.', '该期金额为负的订单数。'), {
    better: 'low',
    unit: 'orders',
  }),
  orders_and_returns: column.count(
    both('Orders and returns', '订单与退货单数'),
    both('Orders and returns of the period together.', '该期订单数与退货单数之和。'),
    { unit: 'orders' },
  ),
  purchase_days: column.count(
    both('Purchase days', '购买次数（按天）'),
    both('Days with an order of each customer, summed over the customers.', '各客户有订单的天数之和，同一天多单计一次。'),
  ),
  revenue: column.money(
    both('Revenue', '销售额'),
    both('Sum of the order amounts of the period, returns taken off.', '该期订单金额合计，已扣除退货。'),
    { better: 'high', empty: both('No order of the period has an amount.', '该期订单均无金额。') },
  ),
  profit: column.money(
    both('Profit', '利润'),
    both('Sum of the profit of the lines for which it is known.', '利润已知的各行的利润合计。'),
    { better: 'high', ...noProfit },
  ),
  profit_base: column.money(
    both('Base of the profit', '利润对应销售额'),
    both('Revenue of the lines whose profit is known.', '利润已知的各行的销售额。'),
    noProfit,
  ),
  average_order: column.average(both('Average order', '客单价'), both('Revenue divided by orders.', '销售额 ÷ 订单数。'), {
    better: 'high',
    ...noOrder,
  }),
  revenue_per_customer: column.average(
    both('Revenue per customer', '客均销售额'),
    both('Revenue divided by the customers buying.', '销售额 ÷ 购买客户数。'),
    { better: 'high', ...noOrder },
  ),
  orders_per_customer: column.number(
    both('Orders per customer', '客均订单数'),
    both('Orders divided by the customers buying.', '订单数 ÷ 购买客户数。'),
    { better: 'high', unit: 'orders', ...noCustomer },
  ),
  margin: column.ratio(
    both('Margin', '利润率'),
    both('Profit divided by the revenue of the lines whose profit is known.', '利润 ÷ 利润已知的各行的销售额。'),
    { better: 'high', ...noProfit },
  ),
  repeat_rate: column.ratio(
    both('Repeat purchase rate', '复购率'),
    both('Customers with at least two orders in the period divided by the customers buying.', '该期至少 2 单的客户数 ÷ 购买客户数。'),
    { better: 'high', ...noCustomer },
  ),
  new_customer_share: column.ratio(
    both('Share of new customers', '新客户占比'),
    both('New customers divided by the customers buying.', '新客户数 ÷ 购买客户数。'),
    { empty: both('As for new customers, or nobody bought.', '同新客户数，或该期无人购买。') },
  ),
  return_rate: column.ratio(
    both('Return rate', '退货率'),
    both('Returns divided by orders and returns.', '退货单数 ÷ 订单与退货单数之和。'),
    { better: 'low', empty: both('There is neither order nor return.', '该期既无订单也无退货。') },
  ),
};
