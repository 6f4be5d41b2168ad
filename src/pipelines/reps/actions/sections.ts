import { both, type Localized } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { table } from '../../../views/table.ts';
import type { RepsInput } from '../run.ts';
import { nobody } from '../words.ts';
import type { ActionState } from './action.ts';
import type { Gathered, ListedAction } from './gathered.ts';
import type { JudgedAction } from './last-review.ts';

const stateWords: Readonly<Record<ActionState, Localized>> = {
  open: both('open', '待办'),
  late: both('late', '逾期'),
  done: both('done', '已完成'),
  dropped: both('no longer applies', '已不适用'),
};

type Common = Pick<ListedAction, 'key' | 'rep' | 'dueOn' | 'raisedOn' | 'value' | 'customer'>;

const repColumn: Column<Common> = {
  title: both('Rep', '销售'),
  type: 'text',
  basis: both('Whose action it is, as in rep_names.', '由谁完成，写法同 rep_names。'),
  value: ({ rep }) => (rep === '' ? nobody : rep),
};

const aboutHeading = {
  title: both('About', '对象'),
  type: 'text',
  basis: both('Customer, target or what a task serves, by name.', '客户、目标或任务所服务的对象。'),
} as const;

const stateHeading = {
  title: both('State', '状态'),
  type: 'text',
  basis: both(
    'open; late: past its day and not done; done: the files show it; dropped: what it was about does not hold any more, or the plan cancels it.',
    'open 待办；late 逾期未做；done 数据显示已完成；dropped 已不适用，或计划已取消。',
  ),
} as const;

const value: Column<Common> = {
  title: both('Expected value', '预期金额'),
  type: 'money',
  basis: both(
    'What it is expected to bring, by rates of the same files; see the column beside it.',
    '按同一批数据的比率估算的预期金额，方法见“估算方法”列。',
  ),
  value: (action) => action.value,
};

const days: Columns<Common> = {
  raised_on: {
    title: both('Raised on', '提出日期'),
    type: 'date',
    basis: both('As-of date of the review that first had it.', '首次提出该行动的复盘截止日期。'),
    value: ({ raisedOn }) => raisedOn,
  },
  due_on: {
    title: both('Due on', '截止日期'),
    type: 'date',
    basis: both(
      'Working days after the day it was raised (targets.calendar): 2 for complaints and late leads, 3 for overdue deals and calls, 5 for falls and slow deals, 10 for coaching and targets, or as many as are left of their period.',
      '自提出日起的工作日（targets.calendar）：投诉与逾期线索 2 天，逾期商机与联系 3 天，减购与过久商机 5 天，辅导与目标 10 天或期末前。',
    ),
    value: ({ dueOn }) => dueOn,
  },
};

const ids: Columns<Common> = {
  action_id: {
    title: both('Action id', '行动编号'),
    type: 'id',
    basis: both('What it is about and the number of that: the same from review to review.', '行动对象及其编号，历次复盘保持一致。'),
    value: ({ key }) => key,
  },
  customer_id: {
    title: both('Customer id', '客户编号'),
    type: 'id',
    basis: both('Of the customer it is about.', '涉及客户的编号。'),
    value: ({ customer }) => customer,
  },
};

/** What each rep should do, by when, and what that is expected to bring. */
export function actionsSection({ lang, rep }: RepsInput, { listed, further }: Gathered): TableSection {
  const open = listed.filter(({ state }) => state === 'open' || state === 'late').length;
  return table<ListedAction>(
    lang,
    {
      id: 'actions',
      name: both('Actions', '行动清单'),
      title:
        further === 0
          ? both(`${open} actions, the largest expected value first`, `${open} 项行动（按预期金额）`)
          : both(
              `${open} actions, the largest expected value first; ${further} smaller ones left out`,
              `${open} 项行动（按预期金额），另有 ${further} 项较小的未列出`,
            ),
      glance: {
        first: [
          ...(rep === null ? ['rep'] : []),
          'action',
          'about',
          'due_on',
          'expected_value',
          ...(listed.some(({ state }) => state !== 'open') ? ['state'] : []),
        ],
        most: rep === null ? 5 : 10,
        below: ['why'],
        hidden: rep === null ? [] : ['rep'],
      },
    },
    {
      rep: repColumn,
      action: {
        title: both('Action', '行动'),
        type: 'text',
        basis: both('What to do first.', '首先要做的事。'),
        value: ({ what }) => what,
        code: ({ kind }) => kind,
      },
      about: { ...aboutHeading, value: ({ about }) => about },
      ...days,
      expected_value: value,
      state: { ...stateHeading, value: ({ state }) => stateWords[state], code: ({ state }) => state },
      why: {
        title: both('Why', '原因'),
        type: 'text',
        basis: both('The figures behind it.', '依据的数据。'),
        value: ({ why }) => why,
      },
      estimate: {
        title: both('Estimated by', '估算方法'),
        type: 'text',
        basis: both(
          'How the expected value comes about; an expectation, not what the action causes.',
          '预期金额的算法；为期望值，不代表行动的因果效果。',
        ),
        value: ({ estimate }) => estimate,
      },
      done_on: {
        title: both('Done on', '完成日期'),
        type: 'date',
        basis: both('Of a task of a plan, as the file has it.', '行动计划任务的完成日期，按文件原样。'),
        value: ({ doneOn }) => doneOn,
      },
      ...ids,
    },
    listed,
  );
}

/** What became of the actions of the last review. */
export function lastReviewSection({ lang }: RepsInput, judged: readonly JudgedAction[]): TableSection {
  const order: readonly ActionState[] = ['late', 'open', 'done', 'dropped'];
  const sorted = judged.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  const count = (state: ActionState): number => judged.filter((each) => each.state === state).length;
  return table<JudgedAction>(
    lang,
    {
      id: 'last_review',
      name: both('Actions of the last review', '上次复盘的行动'),
      title: both(
        `Of ${judged.length} actions of the last review ${count('done')} are done and ${count('late')} late`,
        `上次复盘的 ${judged.length} 项行动：完成 ${count('done')} 项，逾期 ${count('late')} 项`,
      ),
      glance: { first: ['rep', 'action', 'about', 'due_on', 'state', 'revenue_since'], below: ['evidence'], most: 5 },
    },
    {
      rep: repColumn,
      action: {
        title: both('Action', '行动'),
        type: 'text',
        basis: both('As the last review had it.', '按上次复盘原样。'),
        value: ({ what }) => what,
        code: ({ kind }) => kind,
      },
      about: { ...aboutHeading, value: ({ about }) => about },
      ...days,
      state: { ...stateHeading, value: ({ state }) => stateWords[state], code: ({ state }) => state },
      evidence: {
        title: both('What the files show', '数据依据'),
        type: 'text',
        basis: both('Contacts, orders and deals after the day it was raised.', '提出日期之后的联系、订单与商机。'),
        value: ({ evidence }) => evidence,
      },
      done_on: {
        title: both('Done on', '完成日期'),
        type: 'date',
        basis: both('First day on which the files show it.', '数据首次显示完成的日期。'),
        value: ({ doneOn }) => doneOn,
      },
      revenue_since: {
        title: both('Revenue since', '此后销售额'),
        type: 'money',
        basis: both(
          'What the customer has bought after the day it was raised: beside the action, not because of it.',
          '提出日期之后该客户的销售额；仅为并列关系，不代表因果。',
        ),
        value: ({ revenueSince }) => revenueSince,
      },
      expected_value: value,
      ...ids,
    },
    sorted,
  );
}
