import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { wilson } from '../../stats/wilson.ts';
import { periodNumber, periodStart } from './parts/cohort-calendar.ts';
import { type CohortCounts, readCohorts } from './parts/cohort-counts.ts';
import { survivalAt } from '../../forecast/retention/survival.ts';
import { both, column } from '../columns.ts';
import { defineMetric, type MetricColumn } from '../define.ts';
import { asOf, cohorts } from '../parameters.ts';
import { age, cohortOn } from './cohort-activity.ts';

const running = { empty: both('The period is not over by the as-of date.', '截至日时该期尚未结束。') };
const unsettled = {
  empty: both(
    'The period is not over, or too recent: customers who are silent since may still come back.',
    '该期尚未结束或距今太近：此后未购买的客户仍可能回来。',
  ),
};
const noAmount = {
  empty: both('The period is not over by the as-of date, or no order has an amount.', '截至日时该期尚未结束，或订单均无金额。'),
};
const customers = { unit: 'customers' };

const complete: MetricColumn = {
  type: 'boolean',
  shows: 'flag',
  title: both('Period over', '已结束'),
  meaning: both(
    'Whether the calendar period was over by the as-of date; figures of one that still runs are left out, not shown as a drop.',
    '截至日时该自然期是否已结束；未结束的期不显示数值，以免误读为下降。',
  ),
};

export const cohortCells = defineMetric({
  id: 'cohort_cells',
  question: both('How much of each cohort is left after each period?', '每批客户在之后各期还剩多少？'),
  grain: ['cohort_on', 'age'],
  columns: {
    cohort_on: cohortOn,
    age,
    customers: column.count(both('Customers', '客户数'), both('All customers of the cohort.', '该批次的全部客户数。'), customers),
    active: column.count(
      both('Active', '活跃客户数'),
      both('Customers of the cohort with an order in the period; may rise again.', '该期有订单的客户数，可能回升。'),
      { ...customers, ...running },
    ),
    retention: column.ratio(
      both('Retention', '留存率'),
      both('Active customers divided by all customers of the cohort.', '活跃客户数 ÷ 该批次全部客户数。'),
      running,
    ),
    low: column.ratio(
      both('Retention, lower bound', '留存率下限'),
      both('Lower end of the 95% Wilson interval of the retention.', '留存率 95% Wilson 置信区间下限。'),
      running,
    ),
    high: column.ratio(
      both('Retention, upper bound', '留存率上限'),
      both('Upper end of the 95% Wilson interval of the retention.', '留存率 95% Wilson 置信区间上限。'),
      running,
    ),
    survivors: column.count(
      both('Survivors', '存续客户数'),
      both(
        'Customers of the cohort with an order in the period or in a later one; never rises.',
        '在该期或之后仍有订单的客户数，只降不升。',
      ),
      { ...customers, ...unsettled },
    ),
    survival: column.ratio(
      both('Survival', '存续率'),
      both(
        'Survivors divided by all customers of the cohort. Left out for the last periods, until 95% of those who come back have been seen; a little low even then.',
        '存续客户数 ÷ 该批次全部客户数。最近几期待 95% 的回头客现身后才显示，此后仍略偏低。',
      ),
      unsettled,
    ),
    revenue: column.money(
      both('Revenue', '销售额'),
      both('Net order amounts of the cohort in the period; 0 without an order.', '该批次当期订单净额；没有订单为 0。'),
      noAmount,
    ),
    cumulative_revenue: column.money(
      both('Cumulative revenue', '累计销售额'),
      both('Net order amounts of the cohort from the first purchase to the end of the period.', '该批次自首购至该期末的订单净额合计。'),
      noAmount,
    ),
    revenue_per_customer: column.average(
      both('Cumulative revenue per customer', '人均累计销售额'),
      both('Cumulative revenue divided by all customers of the cohort.', '累计销售额 ÷ 该批次全部客户数。'),
      noAmount,
    ),
    complete,
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals', 'cohort_activity', 'cohort_returns'],
  source:
    'Definition: retention divides by the size of the cohort, not by the period before; a running period is masked. Interval: Wilson (1927).',
  parameters: z.object({ as_of: asOf, cohorts }),
  compute: async (parameters, rows) => {
    const counts = await readCohorts(rows, parameters);
    if (counts === null) return [];
    return cells(counts, await rows(sql`select cohort_on, age, sum(revenue) as revenue from cohort_activity group by cohort_on, age`));
  },
});

function cells({ unit, returns, known }: CohortCounts, sums: readonly Row[]): Row[] {
  const { cohorts: survivors } = survivalAt(returns, known);
  const actives = new Map<number, number[]>();
  for (const { cohort, age: at, customers: count } of returns) {
    const ages = actives.get(cohort) ?? [];
    ages[at] = (ages[at] ?? 0) + count;
    actives.set(cohort, ages);
  }
  const revenues = new Map(sums.map((row) => [`${periodNumber(unit, String(row['cohort_on']))} ${row['age']}`, row['revenue']]));
  const priced = sums.some((row) => row['revenue'] !== null);
  return [...survivors].flatMap(([cohort, surviving]) => {
    const size = surviving[0]!;
    let cumulative = 0;
    return Array.from({ length: known.through - cohort + 1 }, (_, at): Row => {
      const over = cohort + at <= known.complete;
      const active = actives.get(cohort)?.[at] ?? 0;
      const revenue = Number(revenues.get(`${cohort} ${at}`) ?? 0);
      cumulative += revenue;
      const interval = over ? wilson(active, size) : null;
      const survived = over ? (surviving[at] ?? null) : null;
      return {
        cohort_on: periodStart(unit, cohort),
        age: at,
        customers: size,
        active: over ? active : null,
        retention: over ? active / size : null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        survivors: survived,
        survival: survived === null ? null : survived / size,
        revenue: over && priced ? revenue : null,
        cumulative_revenue: over && priced ? cumulative : null,
        revenue_per_customer: over && priced ? cumulative / size : null,
        complete: over,
      };
    });
  });
}
