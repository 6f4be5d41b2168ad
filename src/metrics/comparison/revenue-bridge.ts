import { z } from 'zod';
import { join, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { bridgeSteps } from './parts/bridge-steps.ts';

export const revenueBridge = defineMetric({
  id: 'revenue_bridge',
  question: both('Where does the change of revenue come from?', '销售额的变化来自哪里？'),
  grain: ['step'],
  columns: {
    step: column.id(
      both('Step', '步骤'),
      both(
        'before + gained + returned + expansion + contraction + lost + returns_only = after, each with its sign.',
        'before + gained + returned + expansion + contraction + lost + returns_only = after，各步带正负号。',
      ),
    ),
    step_order: column.count(both('Order', '顺序'), both('The order of the steps.', '步骤顺序。')),
    customers: column.count(both('Customers', '客户数'), both('Customers behind the step.', '该步骤涉及的客户数。'), { unit: 'customers' }),
    amount: column.money(
      both('Revenue', '销售额'),
      both('What the step adds, below zero where it takes away; exact to the last digit.', '该步骤增加的金额，减少为负；精确无舍入。'),
      { better: 'high' },
    ),
  },
  requires: [],
  uses: ['customer_periods'],
  source: 'Revenue bridge by customer: gained, won back, expansion, contraction and not bought, as in reports of net revenue retention.',
  parameters: z.object({}),
  sql: () => {
    const sums = bridgeSteps.map(
      (step, index) => sql`
      select
        ${step.id} as step,
        ${index + 1} as step_order,
        count(*) filter (where ${step.customers}) as customers,
        coalesce(${step.amount}, 0) as amount
      from customer_periods`,
    );
    return join(sums, ' union all ');
  },
});
