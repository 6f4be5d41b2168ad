import { sql } from '../../engine/sql.ts';
import type { TableSection } from '../../result/result.ts';
import { from } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending } from '../../views/list-source.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';
import { actionColumn, stateColumns, stateReasonColumn } from '../parts/state-column.ts';

/** Customers of the earlier period who did not buy in the later one and have been silent for longer than is usual for them: those who bought most first. */
export async function toCallSection(input: ScoreInput): Promise<TableSection> {
  const { engine, lang } = input;
  await engine.create('to_call', toCall);
  return list(input, {
    id: 'to_call',
    place: 'headline',
    title: { en: 'Not bought this period and overdue', 'zh-CN': '本期未购且已超期的客户' },
    of: 'to_call',
    by: 'customer_id',
    order: ascending('to_call', 'turn'),
    columns: [
      ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
      ...stateColumns(lang),
      ...from('customer_periods', 'before_revenue'),
      stateReasonColumn(input),
      actionColumn(tiersOf(input)),
      ...from('customer_profile', 'recency_days'),
      ...from('churn_status', 'cycle_days', 'longest_gap_days', 'expected_value'),
      ...from('churn_feedback', 'open_complaints'),
      ...from('churn_flags', 'overdue_amount'),
    ],
    glance: { first: ['customer_name', 'customer_id', 'owner', 'state', 'before_revenue'], most: 5, below: ['why', 'action'] },
  });
}

const toCall = sql`
  select
    periods.customer_id,
    row_number() over (order by periods.before_revenue desc nulls last, periods.customer_id) as turn
  from customer_periods as periods
  join customer_state as states on states.customer_id = periods.customer_id
  where periods.movement = 'lost' and states.rhythm in ('overdue', 'lost')`;
