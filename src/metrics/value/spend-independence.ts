import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { spendIndependence as independence } from '../../stats/spend/independence.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { readSpenders } from '../../forecast/value/spenders.ts';

const noCorrelation = {
  empty: both('There are too few repeat customers, or they are all alike.', '复购客户过少，或取值全部相同。'),
};

export const spendIndependence = defineMetric({
  id: 'spend_independence',
  question: both('Do customers who buy more often spend more each time?', '买得更勤的客户，每次是否也买得更多？'),
  grain: ['scope'],
  columns: {
    scope: column.id(both('Scope', '范围'), both('"all": one row for all customers.', '“all”：全部客户一行。')),
    correlation: column.number(
      both('Correlation', '相关系数'),
      both(
        'Of the number of repeat purchases with their mean value; the Gamma-Gamma model takes it to be 0.',
        '复购次数与复购均值的相关系数；Gamma-Gamma 模型假定为 0。',
      ),
      noCorrelation,
    ),
    n: column.count(both('Customers', '客户数'), both('Repeat customers with a mean value above 0.', '复购均值大于 0 的客户。'), {
      unit: 'customers',
    }),
    low: column.number(
      both('Low', '下限'),
      both('Lower end of the 95% interval (Fisher z).', '95% 区间下限（Fisher z 变换）。'),
      noCorrelation,
    ),
    high: column.number(
      both('High', '上限'),
      both('Upper end of the 95% interval (Fisher z).', '95% 区间上限（Fisher z 变换）。'),
      noCorrelation,
    ),
    without_value: column.count(
      both('Without value', '无正金额的复购客户'),
      both('Repeat customers whose repeat purchases have no value above 0; left out.', '复购金额不大于 0 或未知的复购客户，不参与。'),
      { unit: 'customers' },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['value_histories'],
  source: 'Fader & Hardie, note 025 (2013): the value of purchases is independent of their number; R. A. Fisher (1921).',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const spenders = await readSpenders(rows);
    const [left] = await rows(
      sql`select count(*) as customers from value_histories where repeat_days > 0 and (valued_days = 0 or valued_sum <= 0)`,
    );
    const found = independence(spenders);
    return [
      {
        scope: 'all',
        correlation: found?.coefficient ?? null,
        n: spenders.filter(({ mean }) => mean > 0).length,
        low: found?.interval?.low ?? null,
        high: found?.interval?.high ?? null,
        without_value: left?.['customers'] ?? 0,
      },
    ];
  },
});
