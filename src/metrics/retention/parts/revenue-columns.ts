import { both, column } from '../../columns.ts';
import type { MetricColumn } from '../../define.ts';

const customers = { unit: 'customers' };
const noBase = { empty: both('No customer has revenue in the earlier window.', '前一时段没有有销售额的客户。') };
const noInterval = {
  empty: both(
    'Fewer than two customers have revenue in the earlier window, one of them has more than four fifths of it, or they do not differ.',
    '前一时段有销售额的客户不足两家、其中一家占五分之四以上，或客户之间没有差异。',
  ),
};

/** What `retentionRates` yields. */
export const retentionColumns: Readonly<Record<string, MetricColumn>> = {
  customers: column.count(
    both('Customers at the start', '期初客户数'),
    both(
      'Customers with net revenue above zero in the earlier window: the base of all three rates.',
      '前一时段净销售额大于零的客户数，为三个比率的基数。',
    ),
    customers,
  ),
  gross_retention: column.ratio(
    both('GRR', '毛留存率 GRR'),
    both(
      'Gross revenue retention: (start − lost − contraction) / start, per customer: never above 100%, below 0 where returns outweigh what is left.',
      '毛收入留存率：（期初 − 流失 − 缩减）÷ 期初，逐客户计算，不超过 100%；退货超过留存销售额时为负。',
    ),
    noBase,
  ),
  gross_low: column.ratio(
    both('GRR, lower bound', 'GRR 下限'),
    both('Lower end of the 95% interval of the GRR over customers (linearised).', 'GRR 按客户计算的 95% 区间下限（线性化）。'),
    noInterval,
  ),
  gross_high: column.ratio(
    both('GRR, upper bound', 'GRR 上限'),
    both('Upper end of the 95% interval of the GRR over customers (linearised).', 'GRR 按客户计算的 95% 区间上限（线性化）。'),
    noInterval,
  ),
  net_retention: column.ratio(
    both('NRR', '净留存率 NRR'),
    both(
      'Net revenue retention: end / start; expansion counts, new and returning customers do not.',
      '净收入留存率：期末 ÷ 期初，含扩展，不含新客户与回流客户。',
    ),
    noBase,
  ),
  net_low: column.ratio(
    both('NRR, lower bound', 'NRR 下限'),
    both('Lower end of the 95% interval of the NRR over customers (linearised).', 'NRR 按客户计算的 95% 区间下限（线性化）。'),
    noInterval,
  ),
  net_high: column.ratio(
    both('NRR, upper bound', 'NRR 上限'),
    both('Upper end of the 95% interval of the NRR over customers (linearised).', 'NRR 按客户计算的 95% 区间上限（线性化）。'),
    noInterval,
  ),
  logo_retention: column.ratio(
    both('Logo retention', '客户数留存率'),
    both('Customers kept divided by customers at the start.', '留住的客户数 ÷ 期初客户数。'),
    noBase,
  ),
  logo_low: column.ratio(
    both('Logo retention, lower bound', '客户数留存率下限'),
    both('Lower end of the 95% Wilson interval of the logo retention.', '客户数留存率 95% Wilson 置信区间下限。'),
    noBase,
  ),
  logo_high: column.ratio(
    both('Logo retention, upper bound', '客户数留存率上限'),
    both('Upper end of the 95% Wilson interval of the logo retention.', '客户数留存率 95% Wilson 置信区间上限。'),
    noBase,
  ),
  start_revenue: column.money(
    both('Start', '期初销售额'),
    both('Net revenue of the base in the earlier window.', '基数客户在前一时段的净销售额。'),
  ),
  churned: column.money(
    both('Lost', '流失金额'),
    both(
      'Start less end of the customers whose net revenue is not above zero in the later window: more than their start where returns outweigh their orders.',
      '后一时段净销售额不大于零的客户的期初 − 期末；退货超过订单时大于其期初销售额。',
    ),
  ),
  contraction: column.money(both('Contraction', '缩减金额'), both('What the customers kept bring less.', '留住的客户减少的销售额。')),
  expansion: column.money(both('Expansion', '扩展金额'), both('What the customers kept bring more.', '留住的客户增加的销售额。')),
  end_revenue: column.money(
    both('End', '期末销售额'),
    both(
      'Start − lost − contraction + expansion: net revenue of the base in the later window, that of new customers left out.',
      '期初 − 流失 − 缩减 + 扩展：基数客户在后一时段的净销售额，不含新客户。',
    ),
  ),
  retained: column.count(
    both('Customers kept', '留住的客户数'),
    both('Customers of the base with net revenue above zero in the later window.', '基数客户中后一时段净销售额大于零的客户数。'),
    customers,
  ),
  excluded: column.count(
    both('Left out', '不计入的客户数'),
    both(
      'Customers with orders in the earlier window whose net revenue is not above zero (returns, free orders): no base to compare with.',
      '前一时段有订单但净销售额不大于零（退货、赠品）的客户数：没有可比基数。',
    ),
    customers,
  ),
};

/** The window a row is about. */
export const windowColumns: Readonly<Record<string, MetricColumn>> = {
  last_on: column.date(
    both('Up to', '截至'),
    both(
      'Last day of the later window: the as-of date, and the ends of the calendar periods before it that the data cover, at most 60 in all.',
      '后一时段的最后一天：截止日，以及此前数据覆盖的各自然期末，最多 60 个。',
    ),
  ),
  months: column.count(
    both('Months', '月数'),
    both(
      'Length of the later window, and of the earlier one right before it: 12 months; 6, 3 or 1 where the data are too short, and then seasons weigh in.',
      '后一时段及紧邻的前一时段的长度：12 个月；数据不足时为 6、3 或 1 个月，此时含季节影响。',
    ),
  ),
};
