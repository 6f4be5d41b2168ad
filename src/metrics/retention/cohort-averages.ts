import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { age } from './cohort-activity.ts';

const customers = { unit: 'customers' };
const unsettled = {
  empty: both('No cohort is old enough for it to be known who survived.', '没有批次达到可判断存续的期龄。'),
};

export const cohortAverages = defineMetric({
  id: 'cohort_averages',
  question: both('How many customers are left after each period, over all cohorts?', '合计各批次，客户在之后各期还剩多少？'),
  grain: ['age'],
  columns: {
    age,
    cohorts: column.count(
      both('Cohorts', '批次数'),
      both('Cohorts for which this period is over; younger ones do not count.', '该期已结束的批次数，更新的批次不计入。'),
    ),
    customers: column.count(both('Customers', '客户数'), both('All customers of these cohorts.', '这些批次的全部客户数。'), customers),
    retention: column.ratio(
      both('Retention', '留存率'),
      both('Active customers divided by all customers of the cohorts that are old enough.', '活跃客户数 ÷ 期龄足够的批次的全部客户数。'),
    ),
    low: column.ratio(
      both('Retention, lower bound', '留存率下限'),
      both('Lower end of the 95% Wilson interval of the retention.', '留存率 95% Wilson 置信区间下限。'),
    ),
    high: column.ratio(
      both('Retention, upper bound', '留存率上限'),
      both('Upper end of the 95% Wilson interval of the retention.', '留存率 95% Wilson 置信区间上限。'),
    ),
    survival: column.ratio(
      both('Survival', '存续率'),
      both('Survivors divided by all customers of the cohorts whose survival is known.', '存续客户数 ÷ 存续情况可判断的批次的全部客户数。'),
      unsettled,
    ),
    survival_low: column.ratio(
      both('Survival, lower bound', '存续率下限'),
      both('Lower end of the 95% Wilson interval of the survival.', '存续率 95% Wilson 置信区间下限。'),
      unsettled,
    ),
    survival_high: column.ratio(
      both('Survival, upper bound', '存续率上限'),
      both('Upper end of the 95% Wilson interval of the survival.', '存续率 95% Wilson 置信区间上限。'),
      unsettled,
    ),
    step: column.ratio(
      both('Survival step', '逐期存续率'),
      both('Survivors divided by the survivors of the same cohorts one period earlier.', '存续客户数 ÷ 相同批次上一期的存续客户数。'),
      {
        empty: both(
          'It is period 0, the survival is not known, or nobody was left before.',
          '首购当期；或存续情况不可判断；或上期已无存续客户。',
        ),
      },
    ),
    step_low: column.ratio(
      both('Step, lower bound', '逐期存续率下限'),
      both('Lower end of the 95% Wilson interval of the step.', '逐期存续率 95% Wilson 置信区间下限。'),
      { empty: both('As for the step.', '同逐期存续率。') },
    ),
    step_high: column.ratio(
      both('Step, upper bound', '逐期存续率上限'),
      both('Upper end of the 95% Wilson interval of the step.', '逐期存续率 95% Wilson 置信区间上限。'),
      { empty: both('As for the step.', '同逐期存续率。') },
    ),
    revenue_per_customer: column.average(
      both('Cumulative revenue per customer', '人均累计销售额'),
      both(
        'Net order amounts up to the end of the period divided by all customers of the cohorts that are old enough.',
        '期龄足够的批次截至该期末的订单净额合计 ÷ 其全部客户数。',
      ),
      { empty: both('No order has an amount.', '订单均无金额。') },
    ),
    active: column.count(both('Active', '活跃客户数'), both('Those with an order in the period.', '其中该期有订单的客户数。'), customers),
    survival_base: column.count(
      both('Customers (survival)', '客户数（存续）'),
      both('All customers of the cohorts whose survival to this period is known.', '该期存续情况可判断的批次的全部客户数。'),
      customers,
    ),
    survivors: column.count(
      both('Survivors', '存续客户数'),
      both('Those with an order in the period or in a later one.', '其中在该期或之后仍有订单的客户数。'),
      { ...customers, ...unsettled },
    ),
    step_base: column.count(
      both('Survivors before', '上期存续客户数'),
      both('Survivors of the same cohorts one period earlier.', '相同批次上一期的存续客户数。'),
      { ...customers, empty: both('It is period 0, or the survival is not known.', '首购当期，或存续情况不可判断。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['cohort_cells'],
  source: 'Definition: weighted by customers, each period over the cohorts old enough to have it. Interval: Wilson (1927).',
  parameters: z.object({}),
  compute: async (_parameters, rows) => {
    const found = await rows(sql`
      select
        cells.age,
        count(*) as cohorts,
        sum(cells.customers) as customers,
        sum(cells.active) as active,
        sum(cells.customers) filter (where cells.survivors is not null) as survival_base,
        sum(cells.survivors) as survivors,
        sum(earlier.survivors) filter (where cells.survivors is not null) as step_base,
        sum(cells.cumulative_revenue) as cumulative_revenue
      from cohort_cells as cells
      left join cohort_cells as earlier on earlier.cohort_on = cells.cohort_on and earlier.age = cells.age - 1
      where cells.complete
      group by cells.age
      order by cells.age`);
    return found.map(average);
  },
});

function average(row: Row): Row {
  const count = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const [base, stepBase, survivalBase] = [count('customers') ?? 0, count('step_base'), count('survival_base') ?? 0];
  const [active, survivors, revenue] = [count('active'), count('survivors'), count('cumulative_revenue')];
  const [retention, survival, step] = [rate(active, base), rate(survivors, survivalBase), rate(survivors, stepBase ?? 0)];
  return {
    age: Number(row['age']),
    cohorts: Number(row['cohorts']),
    customers: base,
    active,
    retention: retention.value,
    low: retention.low,
    high: retention.high,
    survival_base: survivalBase,
    survivors,
    survival: survival.value,
    survival_low: survival.low,
    survival_high: survival.high,
    step_base: stepBase,
    step: step.value,
    step_low: step.low,
    step_high: step.high,
    revenue_per_customer: revenue === null ? null : revenue / base,
  };
}

function rate(part: number | null, whole: number): { value: number | null; low: number | null; high: number | null } {
  if (part === null || whole === 0) return { value: null, low: null, high: null };
  const interval = wilson(part, whole);
  return { value: part / whole, low: interval?.low ?? null, high: interval?.high ?? null };
}
