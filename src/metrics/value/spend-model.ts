import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { fitSpend } from '../../stats/spend/fit-spend.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { readSpenders } from '../../forecast/value/spenders.ts';
import { fitColumns, parameterColumns } from '../retention/parts/purchase-fit-columns.ts';
import { fitRows } from '../../forecast/purchases/fit-rows.ts';

export const spendModel = defineMetric({
  id: 'spend_model',
  question: both('For how much do customers buy, each time?', '客户每次买多少？'),
  grain: ['position'],
  columns: {
    position: column.count(both('Position', '序号'), both('Of the parameter, from 1.', '参数的序号，从 1 起。')),
    model: column.id(both('Model', '模型'), both('Always gamma-gamma.', '固定为 gamma-gamma。')),
    ...parameterColumns,
    ...fitColumns,
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers whose repeat purchases have a mean value above 0, at most 20,000 of them.', '复购均值大于 0 的客户，至多取 2 万。'),
      { unit: 'customers' },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['value_histories'],
  source: 'Gamma-Gamma: Fader & Hardie, note 025 (2013).',
  parameters: z.object({}),
  compute: async (_, rows) => fitRows('gamma-gamma', fitSpend(await readSpenders(rows))),
});

/** The rows of `spend_model` in their order. */
export const spendModelRows = sql`select * from spend_model order by position`;
