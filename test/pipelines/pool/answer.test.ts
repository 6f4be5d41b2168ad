import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/result/result.ts';
import { poolAnswer } from '../../../src/pipelines/pool/answer.ts';
import type { Signal } from '../../../src/pipelines/pool/flow.ts';

const table = (id: string, rows: readonly object[], columns: readonly object[] = []) =>
  ({ id, kind: 'table', rows, columns, total: rows.length }) as unknown as Section;
const facts = (id: string, values: Readonly<Record<string, number>>) =>
  ({ id, kind: 'facts', facts: Object.entries(values).map(([name, value]) => ({ id: name, value })) }) as unknown as Section;

const overview = facts('overview', { leads: 800, conversion_rate_all: 0.105, entered: 101 });
const periods = { before: { from: '2026-04-01', to: '2026-07-01' }, after: { from: '2026-07-01', to: '2026-10-01' } };
const changes = table('changes', [{ rate: 'conversion_rate', before: 0.128, after: 0.089, verdict_code: 'within_chance' }]);
const flow = table('flow', [
  { rep: '赵志强', taken: 262, action: '先处理完在手线索，再允许领取新线索' },
  { rep: '马天宇', taken: 63, action: null },
]);
const signal: Signal = { rep: '赵志强', rate: 'recycle', isBad: true, isFar: true, value: 0.897, others: 0.478 };
const conversion = table(
  'conversion',
  [
    { dimension: '全部', dimension_code: 'all', value: '全部', incidence: 0.099 },
    { dimension: '来源', dimension_code: 'source', value: '展会', incidence: 0.13, others: 0.09, verdict_code: 'above' },
    {
      dimension: '来源',
      dimension_code: 'source',
      value: '百度推广',
      incidence: 0.047,
      others: 0.119,
      verdict_code: 'below',
      p_adjusted: 0.01,
    },
    { dimension: '来源', dimension_code: 'source', value: '官网', incidence: 0.08, others: 0.1, verdict_code: 'below', p_adjusted: 0.04 },
    {
      dimension: '来源',
      dimension_code: 'source',
      value: '未填写',
      value_code: 'not_said',
      incidence: 0,
      others: 0.1,
      verdict_code: 'below',
      p_adjusted: 0.001,
    },
    { dimension: '负责人', dimension_code: 'rep', value: '赵志强', incidence: 0.019, others: 0.09, verdict_code: 'below' },
  ],
  [{ id: 'incidence', title: '60 天内转化率' }],
);

describe('the answer of the pool', () => {
  it('says how the pool is used, who works it differently and which leads convert less, with what to do', () => {
    const answer = poolAnswer([flow, conversion, changes, overview], periods, [signal]);
    expect(answer.map((sentence) => sentence['zh-CN'])).toEqual([
      '共 800 条线索，已转化 11%；2026 年第三季度：新进 101 条，其中已转化 8.9%（上期 12.8%，未超出随机波动）。',
      '赵志强取得 262 条线索（占 81%）：被回收 90%（其他人 48%），超出随机波动。建议：先处理完在手线索，再允许领取新线索。',
      '来源“百度推广” 60 天内转化 4.7%，其余 11.9%；来源“展会” 60 天内转化 13%，其余 9%，超出随机波动。建议：百度推广的线索先筛选再分配，或减少投入。',
    ]);
    expect(answer[1]?.en).toBe(
      '赵志强 took 262 leads (81% of all): recycled 90% (others 48%), more than chance. To do: 先处理完在手线索，再允许领取新线索.',
    );
  });

  it('says less where nobody and nothing differs, or nothing is dated', () => {
    const answer = poolAnswer([flow, overview], null, [{ ...signal, isFar: false }]);
    expect(answer.map(({ en }) => en)).toEqual(['800 leads, 11% of them converted.']);
    expect(poolAnswer([facts('overview', { leads: 0 })], null, [])).toEqual([]);
  });
});
