import { describe, expect, it } from 'vitest';
import { explainAnswer } from '../../../src/pipelines/explain/answer.ts';
import { tierWords } from '../../../src/pipelines/parts/scoring-words.ts';
import { madeFacts, madeTable } from '../made-sections.ts';

const figures = {
  customer_id: 'C1',
  customer_name: 'Acme',
  score: 71.43,
  rank: 26,
  tier: { value: 'High', code: 'tier_1' },
  revenue: 5_167_401.46,
  revenue_share: 0.1366,
  recency_days: 143,
  cycle_days: 16.5,
  longest_gap_days: 33,
  overdue_after_days: 33,
  purchases: 50,
  state: { value: 'Complaint open', code: 'complaint' },
  open_complaints: 3,
  overdue_amount: 295_953.4,
};
const factors = madeTable('factors', [
  { factor: 'base', contribution: 50, customers: null },
  { factor: 'revenue', contribution: 10.4, customers: 144 },
  { factor: 'profit', contribution: 5.2, customers: 144 },
  { factor: 'recency', contribution: -3.6, customers: 144 },
  { factor: 'frequency', contribution: 7.6, customers: 144 },
  { factor: 'stability', contribution: -0.4, customers: 103 },
  { factor: 'nps', contribution: null, customers: 0 },
  { factor: 'score', contribution: 71.4, customers: null },
]);
const said = (more: Parameters<typeof madeFacts>[1] = {}, lang: 'en' | 'zh-CN' = 'en') =>
  explainAnswer([madeFacts('customer', { ...figures, ...more }), factors], tierWords(3, lang)).map((each) => each[lang]);

describe('the answer of explain', () => {
  it('says where the customer stands, why, and what to do', () => {
    expect(said()).toEqual([
      'Acme is number 26 of 144 with 71.4 of 100 points (50 is average; tier High) and brought 5,167,401, 14% of the revenue.',
      'For it: high revenue, more orders than most; against it: has not bought for long; silent for 143 days, usually orders every 17, never more than 33.',
      'To do: settle the complaint this week; the manager calls.',
    ]);
    expect(said({}, 'zh-CN')).toEqual([
      'Acme在 144 个客户中排名第 26，得分 71.4（满分 100，平均 50，High层级），累计贡献 5,167,401，占销售额 14%。',
      '加分：销售额高、订单数多于多数客户；减分：很久没有购买；已 143 天未购，通常 17 天一单，以往最长间隔 33 天。',
      '建议：处理投诉：本周内解决，主管回访。',
    ]);
  });

  it('goes by the tier where nothing is open, late or new', () => {
    const quiet = { state: { value: 'On schedule', code: 'steady' }, recency_days: 33, open_complaints: null, overdue_amount: 0 };
    expect(said(quiet).slice(1)).toEqual([
      'For it: high revenue, more orders than most; against it: has not bought for long.',
      'To do: maintain: keep close, serve first, deepen.',
    ]);
    expect(said({ ...quiet, state: { value: 'new', code: 'new' } })[2]).toBe('To do: welcome: call, secure the next order.');
    expect(said({ ...quiet, state: { value: 'lost', code: 'lost' } })[2]).toBe('To do: win back: visit, find out why it left.');
  });

  it('says that too little is known where there is no score', () => {
    expect(said({ score: null, rank: null, tier: null })[0]).toBe(
      'Acme has no score, for too little is known of it; it brought 5,167,401, 14% of the revenue.',
    );
  });
});
