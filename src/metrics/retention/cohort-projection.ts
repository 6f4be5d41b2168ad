import { z } from 'zod';
import type { Row } from '../../lib/rows.ts';
import { projectSurvival, retentionRate } from '../../stats/retention-projection.ts';
import type { RetentionFit } from '../../stats/shifted-beta-geometric.ts';
import { fitCohorts, readCohorts } from './parts/cohort-counts.ts';
import { type Survival, survivorsAtAge } from '../../forecast/retention/survival.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, cohorts } from '../parameters.ts';
import { age } from './cohort-activity.ts';

/** Periods beyond the oldest survival that is known. */
const horizon = 12;

const notObserved = { empty: both('No cohort is old enough for it to be known who survived.', '没有批次达到可判断存续的期龄。') };
const cannotTell = { empty: both('The data cannot tell.', '数据不足以判断。') };

export const cohortProjection = defineMetric({
  id: 'cohort_projection',
  question: both('How many new customers will still be customers after each period?', '新客户在之后各期预计还剩多少？'),
  grain: ['age'],
  columns: {
    age,
    customers: column.count(
      both('Customers', '客户数'),
      both('All customers of the cohorts whose survival to this period is known.', '该期存续情况可判断的批次的全部客户数。'),
      { unit: 'customers' },
    ),
    observed: column.ratio(
      both('Survival seen', '实际存续率'),
      both(
        'Those with an order in the period or later, divided by all customers of these cohorts.',
        '在该期或之后仍有订单的客户数 ÷ 这些批次的全部客户数。',
      ),
      notObserved,
    ),
    projected: column.ratio(
      both('Projected survival', '预测存续率'),
      both(
        'Share of new customers expected to buy in the period or later, by the shifted beta-geometric model fitted to all cohorts. There is no contract that ends: this is a projection of "buys again", not of a renewal.',
        '预计在该期或之后仍会购买的新客户占比，由拟合全部批次的 sBG 模型得出。交易型客户没有合同到期：预测的是“会再购买”，而非续约。',
      ),
      cannotTell,
    ),
    low: column.ratio(
      both('Projected survival, lower bound', '预测存续率下限'),
      both(
        'Lower end of the 95% interval of the projection: what the parameters leave open, if the model holds.',
        '预测存续率的 95% 区间下限：仅含参数不确定性，以模型成立为前提。',
      ),
      cannotTell,
    ),
    high: column.ratio(
      both('Projected survival, upper bound', '预测存续率上限'),
      both(
        'Upper end of the 95% interval of the projection: what the parameters leave open, if the model holds.',
        '预测存续率的 95% 区间上限：仅含参数不确定性，以模型成立为前提。',
      ),
      cannotTell,
    ),
    step: column.ratio(
      both('Projected step', '预测逐期存续率'),
      both('Share of the survivors of the period before that is expected to survive this one too.', '上期存续客户中预计本期仍存续的占比。'),
      { empty: both('It is period 0, or the data cannot tell.', '首购当期，或数据不足以判断。') },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['order_totals', 'cohort_returns'],
  source: 'Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1), 76-90.',
  parameters: z.object({ as_of: asOf, cohorts }),
  compute: async (parameters, rows) => {
    const counts = await readCohorts(rows, parameters);
    if (counts === null) return [];
    const { survival, fit } = fitCohorts(counts);
    const oldest = [...survival.cohorts.values()].reduce((most, ages) => Math.max(most, ages.length - 1), 0);
    const ages = fit.kind === 'undetermined' ? oldest : oldest + horizon;
    return Array.from({ length: ages + 1 }, (_, at) => projection(fit, survival, at));
  },
});

function projection(fit: RetentionFit, survival: Survival, at: number): Row {
  const { customers, survivors } = survivorsAtAge(survival, at);
  const projected = fit.kind === 'undetermined' ? null : projectSurvival(fit, at);
  return {
    age: at,
    customers,
    observed: customers === 0 ? null : survivors / customers,
    projected: projected?.value ?? null,
    low: projected?.interval.low ?? null,
    high: projected?.interval.high ?? null,
    step: fit.kind === 'undetermined' || at === 0 ? null : retentionRate(fit, at),
  };
}
