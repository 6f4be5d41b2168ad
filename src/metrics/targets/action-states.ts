import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { daysBetween, type IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
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
    action_id: column.id(both('Action id', '任务编号'), both('As the file has it.', '按文件原样。'), notSaid),
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
    'actions.action_id',
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
  compute: async ({ as_of: until }, rows) => {
    const found = await rows(sql`
      with tasks as (select action_id, action, rep as key, due_on, done_on, state, target, customer, expected_value from actions where action is not null),
      listed as (select key, rep from rep_names)
      select tasks.*, coalesce(listed.rep, tasks.key) as rep
      from tasks
      left join listed on listed.key = tasks.key`);
    return found
      .map((row) => judged(row, until))
      .toSorted(inOrder)
      .map((row, index) => ({ action_order: index + 1, ...row }));
  },
});

function judged(
  { action_id = null, action = null, rep = null, due_on: due = null, done_on: done = null, state: said = null, ...row }: Row,
  today: IsoDate | null,
): Row {
  const isDone = typeof done === 'string' ? today === null || done <= today : said === 'done';
  const isPast = typeof due === 'string' && today !== null && due < today;
  const state = said === 'cancelled' ? 'cancelled' : isDone ? 'done' : isPast ? 'overdue' : 'open';
  const { target = null, customer = null, expected_value: value = null } = row;
  const until = state === 'done' ? done : state === 'cancelled' ? null : today;
  const days = typeof due === 'string' && typeof until === 'string' ? Math.max(0, daysBetween(due, until)) : null;
  return { action_id, action, rep, due_on: due, state, done_on: done, late_days: days, target, customer, expected_value: value };
}

const states = ['overdue', 'open', 'done', 'cancelled'];

/** By state, then the one due first; rows that are alike are the same. */
function inOrder(one: Row, other: Row): number {
  const keys = (row: Row): (string | number)[] => [
    states.indexOf(String(row['state'])),
    ...['due_on', 'action', 'action_id', 'rep', 'done_on', 'target', 'customer', 'expected_value'].map((name) =>
      String(row[name] ?? '\uffff'),
    ),
  ];
  const [first, second] = [keys(one), keys(other)];
  const index = first.findIndex((key, place) => key !== second[place]);
  return index === -1 ? 0 : first[index]! < second[index]! ? -1 : 1;
}
