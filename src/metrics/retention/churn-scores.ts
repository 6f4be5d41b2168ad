import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { openContest } from '../../forecast/churn/contest.ts';
import { alarmCycles, lateCustomers } from '../../forecast/churn/silence.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn, retention } from '../parameters.ts';
import { contestSettings } from './parts/contest-settings.ts';
import { probabilityByGap, usualProbability } from './parts/usual-probability.ts';

const customers = { unit: 'customers' };

export const churnScores = defineMetric({
  id: 'churn_scores',
  question: both('How likely is each customer to buy nothing within the horizon?', '每位客户在预测窗口内不再购买的概率是多少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    probability: column.ratio(
      both('Model probability', '模型概率'),
      both(
        'Probability that nothing is bought within the horizon, corrected by the last past window where the contender does not learn from outcomes itself.',
        '预测窗口内不再购买的概率；所用方法自身不从结果学习时，按最近一个历史窗口校准。',
      ),
    ),
    contender: column.id(
      both('Scored by', '评估方法'),
      both(
        'The contender that says so, the same in every row; churn_contest has all.',
        '给出该概率的方法，各行相同；全部方法见 churn_contest。',
      ),
    ),
    usual_probability: usualProbability,
    late_customers: column.count(
      both('Late before', '以往沉默客户数'),
      both(
        `Customers of past windows silent for more than ${alarmCycles} usual gaps, and not lost; the same in every row.`,
        `历史窗口中沉默超过通常间隔 ${alarmCycles} 倍且未流失的客户数，各行相同。`,
      ),
      customers,
    ),
    late_silent: column.count(
      both('Of them silent', '其中未再购买'),
      both(
        'Those of them who then bought nothing within the horizon; the same in every row.',
        '其中此后一个窗口内未再购买的客户数，各行相同。',
      ),
      customers,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['churn_status', 'purchase_fits', 'purchase_history', 'purchase_outcome'],
  source:
    'Purchase models (see purchase_fits), a ridge logistic regression and naive rules on past windows of the same customers; the best by area under the curve, then Brier score, in the last window scores.',
  parameters: z.object({ as_of: asOf, retention, churn }),
  compute: async (parameters, rows) => {
    const settings = contestSettings(parameters);
    if (settings === null) return [];
    const { asOf: today, past, scoresAt } = await openContest(rows, settings);
    const { probabilities, contender } = scoresAt(today);
    const late = lateCustomers(past, parameters.churn);
    const gaps = new Map(
      (await rows(sql`select customer_id, cycle_days from churn_status where status = 'scored'`)).map((row) => [
        row['customer_id'],
        Number(row['cycle_days']),
      ]),
    );
    return today.ids.map((customer_id, row) => ({
      customer_id,
      probability: probabilities[row]!,
      contender: contender.id,
      usual_probability: gaps.has(customer_id) ? probabilityByGap(parameters.churn.horizon_days, gaps.get(customer_id)!) : null,
      late_customers: late.customers,
      late_silent: late.silent,
    }));
  },
});
