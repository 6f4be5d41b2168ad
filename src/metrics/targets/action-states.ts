import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const notSaid = { empty: both('The file does not say.', '文件中没有。') };

export const actionStates = defineMetric({
  id: 'action_states',
  question: both('Which tasks of the plans are open, overdue or done?', '行动计划中哪些任务未完成、已逾期、已完成？'),
  grain: ['action_order'],
  columns: {
    action_order: column.count(both('Number', '序号'), both('Overdue ones first, the latest first.', '逾期在前，逾期越久越靠前。')),
    action: column.text(both('Action', '任务'), both('As the file has it.', '按文件原样。')),
    rep: column.text(
      both('Owner', '负责人'),
      both('By the list of reps, else as the file has it.', '按销售人员表，没有时按文件原样。'),
      notSaid,
    ),
    due_on: column.date(both('Due on', '计划完成日期'), both('Day it is to be done by.', '应完成的日期。'), notSaid),
    state: column.id(
      both('State', '状态'),
      both(
        'overdue: not done on the as-of date though due before; open; done; cancelled. Done where the file says so, or has a day of it not after the as-of date.',
        'overdue 已逾期：到截止日期未完成且已过期；open 未完成；done 已完成；cancelled 已取消。文件写明完成，或完成日期不晚于截止日期，视为完成。',
      ),
    ),
    done_on: column.date(both('Done on', '完成日期'), both('As the file has it.', '按文件原样。'), notSaid),
    late_days: column.count(
      both('Days late', '逾期天数'),
      both('From the day due to the day done, or to the as-of date; 0 in time.', '从应完成日至完成日或截止日期的天数；按时为 0。'),
      { unit: 'days', empty: both('A day is missing, or it is cancelled.', '缺少日期，或已取消。') },
    ),
    target: column.text(both('Target', '所属目标'), both('As the file has it.', '按文件原样。'), notSaid),
    customer: column.text(both('Customer', '客户'), both('As the file has it.', '按文件原样。'), notSaid),
    expected_value: column.money(both('Expected value', '预期金额'), both('As the file has it.', '按文件原样。'), notSaid),
  },
  requires: [['actions.action']],
  reads: [
    'actions.rep',
    'actions.due_on',
    'actions.state',
    'actions.done_on',
    'actions.target',
    'actions.customer',
    'actions.expected_value',
  ],
  uses: ['rep_names'],
  source: 'Definition: milestones of action plans against the as-of date.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with tasks as (
      select
        actions.action, coalesce(names.rep, actions.rep) as rep, actions.due_on, actions.done_on, actions.target, actions.customer,
        actions.expected_value,
        case
          when actions.state = 'cancelled' then 'cancelled'
          when ${as_of === null ? sql`actions.done_on is not null` : sql`actions.done_on <= ${as_of}::date`} or (actions.state = 'done' and actions.done_on is null) then 'done'
          when actions.due_on < ${as_of}::date then 'overdue'
          else 'open'
        end as state
      from actions
      left join rep_names as names on names.key = actions.rep
      where actions.action is not null
    ),
    timed as (
      select
        tasks.*,
        case state
          when 'cancelled' then null
          when 'done' then case when done_on > due_on then done_on - due_on when done_on is not null and due_on is not null then 0 end
          else case when due_on < ${as_of}::date then ${as_of}::date - due_on when due_on is not null then 0 end
        end as late_days
      from tasks
    )
    select
      row_number() over (
        order by case state when 'overdue' then 1 when 'open' then 2 when 'done' then 3 else 4 end, due_on nulls last, action,
          rep nulls last, target nulls last, customer nulls last, done_on nulls last, expected_value nulls last
      ) as action_order,
      action, rep, due_on, state, done_on, late_days, target, customer, expected_value
    from timed`,
});
