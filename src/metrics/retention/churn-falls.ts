import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { fallsOf, testedCustomers, windowAmounts } from '../../forecast/churn/falls.ts';
import { alarmCycles } from '../../forecast/churn/silence.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn } from '../parameters.ts';
import { lateByOwnCycle } from './parts/late.ts';

const noFall = {
  empty: both('It did not fall, or chance explains the fall as easily.', '没有下降，或下降可能出于偶然。'),
};

export const churnFalls = defineMetric({
  id: 'churn_falls',
  question: both('Did the purchases of very late customers fall more than chance explains?', '沉默已久的客户，购买是否显著减少？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    spend_before: column.average(
      both('Spend before', '此前购买额'),
      both(
        'Repeat purchases per horizon in the four horizons before the last two, where spend fell (p < 0.05).',
        '最近两个窗口之前四个窗口内每个窗口的复购金额，仅列显著下降者（p < 0.05）。',
      ),
      noFall,
    ),
    spend_after: column.average(
      both('Spend since', '近期购买额'),
      both('The same in the last two horizons.', '最近两个窗口内每个窗口的复购金额。'),
      noFall,
    ),
    spend_p: column.number(
      both('p of spend', '金额的 p 值'),
      both('How easily chance explains a fall as large as that (two-sided).', '偶然出现同等程度下降的概率（双侧）。'),
      noFall,
    ),
    frequency_before: column.number(
      both('Purchases before', '此前购买次数'),
      both(
        'Repeat purchase days per horizon in the four horizons before the last two, where they fell (p < 0.05).',
        '最近两个窗口之前四个窗口内每个窗口的复购天数，仅列显著下降者（p < 0.05）。',
      ),
      noFall,
    ),
    frequency_after: column.number(
      both('Purchases since', '近期购买次数'),
      both('The same in the last two horizons.', '最近两个窗口内每个窗口的复购天数。'),
      noFall,
    ),
    frequency_p: column.number(
      both('p of purchases', '次数的 p 值'),
      both('How easily chance explains a fall as large as that (two-sided).', '偶然出现同等程度下降的概率（双侧）。'),
      noFall,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['churn_status', 'churn_windows', 'purchase_days'],
  source: `Customers silent for more than ${alarmCycles} usual gaps, the ${testedCustomers} of the largest usual spend. Purchases: Przyborowski & Wilenski (1940); spend: Fisher's randomisation of purchases with their amounts over the two windows.`,
  parameters: z.object({ as_of: asOf, churn }),
  compute: async ({ as_of: origin, churn: { horizon_days: horizonDays } }, rows) => {
    if (origin === null) return [];
    const tested = sql`
      select churn_status.customer_id from churn_status where ${lateByOwnCycle}
      order by churn_status.expected_value desc nulls last, churn_status.customer_id limit ${testedCustomers}`;
    const amounts = await windowAmounts(rows, { origin, horizonDays }, tested);
    const windows = await rows(sql`
      with tested as (${tested})
      select churn_windows.* from churn_windows join tested on tested.customer_id = churn_windows.customer_id
      order by churn_windows.customer_id`);
    return windows.map((row) => {
      const id = String(row['customer_id']);
      const { spend, frequency } = fallsOf(row, amounts.get(id), horizonDays);
      return {
        customer_id: id,
        spend_before: spend?.before ?? null,
        spend_after: spend?.after ?? null,
        spend_p: spend?.p ?? null,
        frequency_before: frequency?.before ?? null,
        frequency_after: frequency?.after ?? null,
        frequency_p: frequency?.p ?? null,
      };
    });
  },
});
