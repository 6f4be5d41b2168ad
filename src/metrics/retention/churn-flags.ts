import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';

const notGiven = { empty: both('The customer file does not say.', '客户文件未提供。') };

export const churnFlags = defineMetric({
  id: 'churn_flags',
  question: both('What does the customer file say of losses, contracts and debts?', '客户文件中关于流失、合同与欠款的信息有哪些？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    lost: column.count(
      both('Marked as lost', '流失标记'),
      both('1: marked as lost; 0: marked as kept.', '1：标记为已流失；0：标记为未流失。'),
      notGiven,
    ),
    lost_on: column.date(both('Lost on', '流失日期'), both('Day the customer was marked as lost.', '客户被标记为流失的日期。'), notGiven),
    lost_reason: column.text(both('Reason lost', '流失原因'), both('Why the customer left.', '客户流失的原因。'), notGiven),
    contract_end_on: column.date(both('Contract ends on', '合同到期日'), both('Last day of the contract.', '合同的最后一天。'), notGiven),
    overdue_amount: column.money(
      both('Overdue amount', '逾期金额'),
      both('What the customer owes past its due date.', '已过期未付的欠款。'),
      notGiven,
    ),
  },
  requires: [['customers.lost', 'customers.lost_on', 'customers.lost_reason', 'customers.contract_end_on', 'customers.overdue_amount']],
  reads: ['customers.customer_id'],
  uses: [],
  source: 'The customer file, as it stands.',
  parameters: z.object({}),
  sql: () => sql`
    select
      customer_id,
      case when lost then 1 when not lost then 0 end as lost,
      lost_on,
      lost_reason,
      contract_end_on,
      overdue_amount
    from customers
    where customer_id is not null`,
});
