import { z } from 'zod';
import type { Row } from '../../lib/rows.ts';
import type { RetentionFit } from '../../stats/shifted-beta-geometric.ts';
import { periodStart } from './parts/cohort-calendar.ts';
import { type CohortCounts, fitCohorts, readCohorts } from './parts/cohort-counts.ts';
import { holdOut } from '../../forecast/retention/holdout.ts';
import type { Survival } from '../../forecast/retention/survival.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, cohorts } from '../parameters.ts';

const notEstimated = {
  empty: both('Retention is constant, or the data cannot tell.', '各期留存率相同，或数据不足以判断。'),
};
const noCheck = { empty: both('Of the fit to all periods, or the data cannot tell.', '用于全部期的拟合，或数据不足以判断。') };

export const cohortModel = defineMetric({
  id: 'cohort_model',
  question: both('How does the loss of customers go on, and can the model be believed?', '客户流失如何发展，模型可信吗？'),
  grain: ['fit'],
  columns: {
    fit: column.id(
      both('Fit', '拟合'),
      both(
        '"all": to all settled periods; "held_out": to what was known before the last periods, to check it against them.',
        '“all”：拟合全部可判断的期；“held_out”：只用最近几期之前的数据拟合，再与实际对照。',
      ),
    ),
    kind: column.text(
      both('Kind', '类型'),
      both(
        '"estimated": customers differ, so that the loss slows down; "constant": the same share is lost in every period; "undetermined": the data cannot tell.',
        '“estimated”：客户有差异，流失逐期放缓；“constant”：每期流失比例相同；“undetermined”：数据不足以判断。',
      ),
    ),
    reason: column.text(both('Reason', '原因'), both('Why the data cannot tell.', '数据不足以判断的原因。'), {
      empty: both('The data can tell.', '数据足以判断。'),
    }),
    customers: column.count(both('Customers', '客户数'), both('Customers of the cohorts it is fitted to.', '参与拟合的批次的客户数。'), {
      unit: 'customers',
    }),
    periods: column.count(both('Periods', '期数'), both('Longest age it is fitted to.', '参与拟合的最大期龄。')),
    settling_periods: column.count(
      both('Periods until settled', '判断存续所需期数'),
      both(
        'Periods until 95% of those who come back have been seen; the last ones, one fewer, are left out of survival.',
        '待 95% 的回头客现身所需的期数；最近（该数 − 1）期不判断存续。',
      ),
    ),
    settled_on: column.date(
      both('Settled through', '存续可判断至'),
      both('First day of the last period to which it is known who survived.', '可判断存续的最后一期的第一天。'),
    ),
    alpha: column.number(both('alpha', '参数 alpha'), both('α of the shifted beta-geometric model.', 'sBG 模型的 α。'), notEstimated),
    alpha_error: column.number(
      both('Standard error of alpha', 'alpha 标准误'),
      both('From the Hessian.', '由 Hessian 矩阵得出。'),
      notEstimated,
    ),
    beta: column.number(both('beta', '参数 beta'), both('β of the shifted beta-geometric model.', 'sBG 模型的 β。'), notEstimated),
    beta_error: column.number(
      both('Standard error of beta', 'beta 标准误'),
      both('From the Hessian.', '由 Hessian 矩阵得出。'),
      notEstimated,
    ),
    churn_rate: column.ratio(
      both('Constant loss', '恒定流失率'),
      both('Share of the survivors that is lost in every period.', '每期流失的存续客户占比。'),
      { empty: both('The loss is not constant, or the data cannot tell.', '流失率并非恒定，或数据不足以判断。') },
    ),
    log_likelihood: column.number(both('Log-likelihood', '对数似然'), both('At the maximum.', '最大值处。'), {
      empty: both('The data cannot tell.', '数据不足以判断。'),
    }),
    held_periods: column.count(
      both('Periods held back', '回测期数'),
      both('Last periods that the fit does not know.', '拟合时未使用的最近期数。'),
      noCheck,
    ),
    target_on: column.date(
      both('Checked period', '检验期'),
      both('First day of the period that was predicted.', '被预测的期的第一天。'),
      noCheck,
    ),
    base: column.count(
      both('Customers checked', '检验客户数'),
      both('Customers of the cohorts that were predicted.', '被预测的批次的客户数。'),
      { unit: 'customers', ...noCheck },
    ),
    expected: column.number(
      both('Expected survivors', '预测存续客户数'),
      both('Customers predicted to buy in that period or later.', '预测在检验期或之后仍会购买的客户数。'),
      { unit: 'customers', ...noCheck },
    ),
    expected_low: column.number(
      both('Expected, lower bound', '预测下限'),
      both('Lower end of the 95% prediction interval.', '95% 预测区间下限。'),
      { unit: 'customers', ...noCheck },
    ),
    expected_high: column.number(
      both('Expected, upper bound', '预测上限'),
      both('Upper end of the 95% prediction interval.', '95% 预测区间上限。'),
      { unit: 'customers', ...noCheck },
    ),
    actual: column.count(
      both('Actual survivors', '实际存续客户数'),
      both('Customers who did buy in that period or later.', '实际在检验期或之后购买的客户数。'),
      { unit: 'customers', ...noCheck },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals', 'cohort_returns'],
  source: 'Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1), 76-90.',
  parameters: z.object({ as_of: asOf, cohorts }),
  compute: async (parameters, rows) => {
    const counts = await readCohorts(rows, parameters);
    return counts === null ? [] : [toAll(counts), ...heldOut(counts)];
  },
});

const unchecked = {
  held_periods: null,
  target_on: null,
  base: null,
  expected: null,
  expected_low: null,
  expected_high: null,
  actual: null,
};

function toAll(counts: CohortCounts): Row {
  const { survival, fit } = fitCohorts(counts);
  return { fit: 'all', ...fitted(fit, survival, counts), ...unchecked };
}

function heldOut(counts: CohortCounts): Row[] {
  const check = holdOut(counts.returns, counts.known);
  if (check === null) return [];
  return [
    {
      fit: 'held_out',
      ...fitted(check.fit, check.survival, counts),
      held_periods: check.periods,
      target_on: periodStart(counts.unit, check.target),
      base: check.customers,
      expected: check.expected?.value ?? null,
      expected_low: check.expected?.low ?? null,
      expected_high: check.expected?.high ?? null,
      actual: check.actual,
    },
  ];
}

function fitted(fit: RetentionFit, { settlingPeriods, settledThrough }: Survival, { unit }: CohortCounts): Row {
  const estimated = fit.kind === 'estimated' ? fit : null;
  return {
    kind: fit.kind,
    reason: fit.kind === 'undetermined' ? fit.reason : null,
    customers: fit.customers,
    periods: fit.periods,
    settling_periods: settlingPeriods,
    settled_on: periodStart(unit, settledThrough),
    alpha: estimated?.alpha ?? null,
    alpha_error: estimated?.standardErrors.alpha ?? null,
    beta: estimated?.beta ?? null,
    beta_error: estimated?.standardErrors.beta ?? null,
    churn_rate: fit.kind === 'constant' ? fit.churnRate : null,
    log_likelihood: fit.kind === 'undetermined' ? null : fit.logLikelihood,
  };
}
