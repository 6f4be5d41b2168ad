import { sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import type { Action, ActionSource, ActionState } from './action.ts';

const states: Readonly<Record<string, ActionState>> = { overdue: 'late', open: 'open', done: 'done', cancelled: 'dropped' };

/** The tasks of the user's own action plans, with the states that their file gives them. */
export const tasksOfPlans: ActionSource = {
  subject: 'task',
  find: async ({ engine, people }) => {
    const rows = await engine.rows<ResultRow>(sql`
      select states.*, owned.customer_id
      from action_states as states
      left join (
        select customer_name as customer, min(customer_id) as customer_id
        from customer_profile
        where customer_name is not null
        group by customer_name
      ) as owned on owned.customer = states.customer
      where ${people.chosen(sql`coalesce(states.rep, '')`)}
      order by states.action_order`);
    return { actions: rows.map(actionOf), further: 0 };
  },
};

function actionOf(row: ResultRow): Action {
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
  const [task, rep, due, done] = [text('action'), text('rep'), text('due_on'), text('done_on')];
  const [target, customer, value] = [row['target'] ?? null, row['customer'] ?? null, numberOf(row['expected_value'])];
  const serves = [target, customer].filter((each) => each !== null).map(String);
  return {
    subject: 'task',
    // A file without numbers tells its tasks apart by what they say, whose they are and when they are due.
    id: String(row['action_id'] ?? [task, rep, due].join(' · ')),
    rep: rep ?? '',
    kind: 'task',
    what: both(task ?? '', task ?? ''),
    about: serves.length === 0 ? null : both(serves.join(', '), serves.join('，')),
    why: both('a task of the plan', '行动计划任务'),
    days: 0,
    value,
    estimate: value === null ? null : both('as the plan has it', '按行动计划'),
    customer: text('customer_id'),
    given: { dueOn: due, state: states[String(row['state'])] ?? 'open', doneOn: done },
  };
}
