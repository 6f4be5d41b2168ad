import { describe, expect, it } from 'vitest';
import { isLateName } from '../../../src/forecast/leads/late-names.ts';

describe('names of columns that are written while a lead is worked', () => {
  it.each([
    'Tags',
    'Lead Quality',
    'Lead Profile',
    'Last Activity',
    'Last Notable Activity',
    'Asymmetrique Activity Index',
    'Asymmetrique Profile Score',
    'lead_score',
    'LastTouch',
    'Stage',
    'Lost Reason',
    'Remarks',
    '最后活动',
    '最近跟进结果',
    '客户标签',
    '线索质量',
    '意向评分',
    '意向度',
    '无效原因',
    '销售阶段',
    '线索状态',
  ])('%s is one', (name) => {
    expect(isLateName(name)).toBe(true);
  });

  it.each([
    'Lead Origin',
    'Do Not Email',
    'TotalVisits',
    'Total Time Spent on Website',
    'What is your current occupation',
    'What matters most to you in choosing a course',
    'A free copy of Mastering The Interview',
    'How did you hear about X Education',
    'Specialization',
    'City',
    'Stage name'.replace('Stage', 'Village'),
    'Marital status',
    'Statement',
    'Elastic',
    '婚姻状况',
    '职业',
    '来源页面',
    '意向产品',
    '咨询原因',
    'State',
    'Reason for inquiry',
    'leads.source',
    'leads.pool',
  ])('%s is none', (name) => {
    expect(isLateName(name)).toBe(false);
  });
});
