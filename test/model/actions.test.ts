import { describe, expect, it } from 'vitest';
import { entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';

/** What a table of these headers is, without help from a name. */
function roleOf(headers: string): string | null {
  const choice = chooseRole(rankRoles(headers.split(','), [], ''));
  return choice.kind === 'role' ? choice.candidate.role : null;
}

function pairsOf(headers: string): Record<string, string> {
  const columns = headers.split(',');
  const { matches } = matchHeaders(entityById('actions'), columns);
  return Object.fromEntries([...matches].map(([field, { index }]) => [field, columns[index]!]));
}

describe('action plans', () => {
  it('are known by the headers of plans in Chinese', () => {
    const headers = '任务,负责人,时间节点,状态,完成日期,所属目标,客户,预期金额';
    expect(roleOf(headers)).toBe('actions');
    expect(pairsOf(headers)).toEqual({
      action: '任务',
      rep: '负责人',
      due_on: '时间节点',
      state: '状态',
      done_on: '完成日期',
      target: '所属目标',
      customer: '客户',
      expected_value: '预期金额',
    });
    for (const other of ['行动项,截止日期,责任人', '里程碑,计划完成日期,状态', '行动计划,时间节点,负责人,完成情况'])
      expect(roleOf(other)).toBe('actions');
  });

  it('are known by those of project tools', () => {
    const headers =
      'Task ID,Created At,Completed At,Last Modified,Task Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Status';
    expect(roleOf(headers)).toBe('actions');
    expect(pairsOf(headers)).toEqual({
      action_id: 'Task ID',
      action: 'Task Name',
      rep: 'Assignee',
      due_on: 'Due Date',
      done_on: 'Completed At',
      state: 'Status',
    });
    expect(roleOf('Milestone,Owner,Due Date,Status')).toBe('actions');
  });

  it('are no contacts, complaints or targets', () => {
    expect(roleOf('Task Owner,Subject,Created Time,Due Date,Status,Modified Time')).toBe('activities');
    expect(roleOf('subject,type,task_subtype,status,activity_date,owner_id,who_id,what_id,account_id')).toBe('activities');
    expect(roleOf('反馈编号,客户编号,负责人,反馈时间,反馈类型,改进措施,措施负责人,计划完成日期,处理状态,关闭日期')).toBe('feedback');
    expect(roleOf('Feedback ID,Customer ID,Owner,Feedback Date,Feedback Type,Action,Action Owner,Due Date,State,Closed Date')).toBe(
      'feedback',
    );
    expect(roleOf('目标对象,上级目标,指标,开始日期,截止日期,目标值')).toBe('targets');
  });
});
