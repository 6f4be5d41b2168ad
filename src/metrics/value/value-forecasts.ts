import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { fittedPurchases, readChoice } from '../../forecast/value/choice.ts';
import { forecastRows } from '../../forecast/value/outlook.ts';
import { spendOf } from '../../forecast/value/spenders.ts';
import { asOf, value } from '../parameters.ts';
import { estimatesOf, type FitRow } from '../../forecast/purchases/fit-rows.ts';
import { historyOf } from '../../forecast/purchases/models.ts';
import { spendModelRows } from './spend-model.ts';

const noSpend = {
  empty: both('The values cannot carry the model, or their mean is infinite (q ≤ 1).', '金额不足以拟合模型，或均值无穷大（q ≤ 1）。'),
};
const noInterval = { empty: both('The values cannot carry the model.', '金额不足以拟合模型。') };
const counted = { unit: 'purchases' };

export const valueForecasts = defineMetric({
  id: 'value_forecasts',
  question: both('What will a customer with a given history buy, and what will it be worth?', '具有某种历史的客户会买多少、价值多少？'),
  grain: ['history_id'],
  columns: {
    history_id: column.id(both('History', '历史'), both('As in value_histories.', '同 value_histories。')),
    customers: column.count(both('Customers', '客户数'), both('Customers with this history.', '具有该历史的客户数。'), {
      unit: 'customers',
    }),
    probability_alive: column.ratio(
      both('P(alive)', '存活概率'),
      both(
        'Probability that the customer has not stopped buying for good. Churn asks whether it buys nothing for a time: one who buys rarely can have both high.',
        '客户尚未永久流失的概率。churn 的“不购概率”指一段时间内是否不购买：购买间隔长的客户两者可以同时较高。',
      ),
    ),
    expected_orders: column.number(
      both('Expected orders', '预期订单数'),
      both('Mean number of days with a purchase within the horizon.', '预测期内有购买的天数的期望。'),
      counted,
    ),
    expected_orders_low: column.count(
      both('Expected orders, low', '预期订单数下限'),
      both('Lower end of the 95% prediction interval of one customer.', '单个客户 95% 预测区间下限。'),
      counted,
    ),
    expected_orders_high: column.count(
      both('Expected orders, high', '预期订单数上限'),
      both('Upper end of the 95% prediction interval of one customer.', '单个客户 95% 预测区间上限。'),
      counted,
    ),
    purchase_value: column.average(
      both('Value of a purchase', '预期单次金额'),
      both(
        'Expected value of a future purchase day, p (v + x m) / (p x + q − 1): the mean of the own repeat purchases, drawn to that of all.',
        '未来一个购买日的预期金额 p(v + x·m)/(p·x + q − 1)：自身复购均值向总体均值收缩。',
      ),
      noSpend,
    ),
    expected_value: column.average(
      both('Expected value', '预期销售额'),
      both(
        'Expected orders × value of a purchase: revenue within the horizon, not discounted.',
        '预期订单数 × 预期单次金额：预测期内的销售额，未折现。',
      ),
      noSpend,
    ),
    expected_value_low: column.average(
      both('Expected value, low', '预期销售额下限'),
      both('Lower end of the 95% prediction interval of one customer.', '单个客户 95% 预测区间下限。'),
      noInterval,
    ),
    expected_value_high: column.average(
      both('Expected value, high', '预期销售额上限'),
      both('Upper end of the 95% prediction interval of one customer.', '单个客户 95% 预测区间上限。'),
      noInterval,
    ),
    discounted_orders: column.number(
      both('Discounted orders', '折现订单数'),
      both(
        'Expected orders of each month, divided by (1 + discount) to the power of the years until the end of the month.',
        '各月预期订单数 ÷ (1 + 年折现率)^(至该月末的年数)，再合计。',
      ),
      counted,
    ),
    discounted_value: column.average(
      both('Discounted value', '折现销售额'),
      both('Discounted orders × value of a purchase.', '折现订单数 × 预期单次金额。'),
      noSpend,
    ),
    total_orders_low: column.number(
      both('All orders, low', '全部订单数下限'),
      both(
        'Lower end of the 95% prediction interval of all customers together; the same in every row.',
        '全部客户合计的 95% 预测区间下限，各行相同。',
      ),
      counted,
    ),
    total_orders_high: column.number(
      both('All orders, high', '全部订单数上限'),
      both(
        'Upper end of the 95% prediction interval of all customers together; the same in every row.',
        '全部客户合计的 95% 预测区间上限，各行相同。',
      ),
      counted,
    ),
    total_value_low: column.average(
      both('All value, low', '全部销售额下限'),
      both(
        'Lower end of the 95% prediction interval of all customers together; the same in every row.',
        '全部客户合计的 95% 预测区间下限，各行相同。',
      ),
      noInterval,
    ),
    total_value_high: column.average(
      both('All value, high', '全部销售额上限'),
      both(
        'Upper end of the 95% prediction interval of all customers together; the same in every row.',
        '全部客户合计的 95% 预测区间上限，各行相同。',
      ),
      noInterval,
    ),
    draws: column.count(
      both('Draws', '模拟次数'),
      both(
        'Simulated futures behind each interval: 200 for up to 7,500 histories, fewer for more, 50 at least; the seed is fixed.',
        '每个区间的模拟次数：历史组数不超过 7500 时为 200，更多时减少，至少 50；随机种子固定。',
      ),
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['value_histories', 'purchase_fits', 'value_holdout', 'spend_model'],
  source:
    'Batislam, Denizel & Filiztekin (2007); Fader & Hardie, note 025 (2013), eq. (5). Months of 30.4375 days, discounted from their end.',
  parameters: z.object({ as_of: asOf, value }),
  compute: async (parameters, rows) => {
    const purchases = fittedPurchases(await readChoice(rows, parameters));
    if (purchases === null) return [];
    const groups = await rows(sql`
      select history_id, repeat_days, recency_days, age_days, valued_days, valued_sum, count(*) as customers
      from value_histories
      group by history_id, repeat_days, recency_days, age_days, valued_days, valued_sum
      order by history_id`);
    const spend = estimatesOf((await rows(spendModelRows)) as unknown as readonly FitRow[]);
    return forecastRows(
      (groups as unknown as readonly GroupRow[]).map((row) => ({
        id: row.history_id,
        ...historyOf(row),
        spend: spendOf(row),
        customers: row.customers,
      })),
      { purchases, spend },
      parameters.value,
    );
  },
});

interface GroupRow {
  readonly history_id: string;
  readonly repeat_days: number;
  readonly recency_days: number;
  readonly age_days: number;
  readonly valued_days: number;
  readonly valued_sum: number | null;
  readonly customers: number;
}
