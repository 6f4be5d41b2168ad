import { describe, expect, it } from 'vitest';
import type { ResultRow, Section } from '../../../src/result/result.ts';
import { type PoolFigures, poolAdvice } from '../../../src/pipelines/pool/advice/section.ts';
import { poolAnswer } from '../../../src/pipelines/pool/answer.ts';
import type { Localized } from '../../../src/lib/localized.ts';
import type { ComparedPeriods } from '../../../src/metrics/windows.ts';
import type { Signal } from '../../../src/pipelines/pool/flow.ts';

const table = (id: string, rows: readonly object[]) => ({ id, kind: 'table', rows, columns: [], total: rows.length }) as unknown as Section;
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
const group = (dimension: string, value: string, incidence: number, more: ResultRow = {}): ResultRow => ({
  dimension,
  value,
  measure: 'incidence',
  age: 60,
  incidence,
  verdict: 'no_difference',
  ...more,
});
/** In the order of the section. */
const groups = [
  group('all', '', 0.099),
  group('source', '展会', 0.13, { others: 0.09, verdict: 'above', p_adjusted: 0.02 }),
  group('source', '官网', 0.08, { others: 0.1, verdict: 'below', p_adjusted: 0.04 }),
  group('source', '百度推广', 0.047, { others: 0.119, verdict: 'below', p_adjusted: 0.01 }),
  group('source', '', 0, { others: 0.1, verdict: 'below', p_adjusted: 0.001 }),
  group('month', '2026-03', 0.019, { others: 0.09, verdict: 'below', p_adjusted: 0.0001 }),
];

const none = { choice: undefined, plans: [], reps: [], title: { en: '', 'zh-CN': '' } };

/** What is said of these figures, the advice with it. */
function said(figures: Partial<Omit<PoolFigures, 'serviceHours'>>, of: ComparedPeriods | null = null): readonly Localized[] {
  const { sections = [overview], signals = [], groups: rows = [], allocation = none, chosen } = figures;
  const advice = poolAdvice({ sections, signals, groups: rows, allocation, chosen, serviceHours: 8 });
  return poolAnswer({ sections, periods: of, advice, forgotten: 0 });
}

describe('the answer of the pool', () => {
  it('says how the pool is used, who works it differently and which leads convert less, with what to do', () => {
    const answer = said({ sections: [flow, changes, overview], signals: [signal], groups }, periods);
    expect(answer.map((sentence) => sentence['zh-CN'])).toEqual([
      '共 800 条线索，已转化 11%；2026 年第三季度：新进 101 条，其中转化 8.9%（上期 12.8%，未超出随机波动）。',
      '赵志强取得线索 262 次（占全部次数的 81%）：被回收 90%（其他人 48%），超出随机波动。建议：先处理完在手线索，再允许领取新线索。',
      '来源“百度推广” 60 天内转化 4.7%，其他 11.9%；“展会”转化 13%，其他 9%，超出随机波动。建议：百度推广的线索先筛选再分配，或减少投入。',
    ]);
    expect(answer[1]?.en).toBe(
      '赵志强 took leads 262 times (81% of all times): recycled 90% (others 48%), more than chance. To do: 先处理完在手线索，再允许领取新线索.',
    );
  });

  it('says less where nobody and nothing differs, or nothing is dated', () => {
    const answer = said({ sections: [flow, overview], signals: [{ ...signal, isFar: false }], groups: groups.slice(0, 1) });
    expect(answer.map(({ en }) => en)).toEqual(['800 leads, 11% of them converted.']);
    expect(said({ sections: [facts('overview', { leads: 0 })] })).toEqual([]);
  });

  it('names the group that converts more where none converts less, and of two groups only one', () => {
    const two = [
      group('size', '大', 0.2, { others: 0.1, verdict: 'above', p_adjusted: 0.01 }),
      group('size', '小', 0.1, { others: 0.2, verdict: 'below' }),
    ];
    const saying = (rows: readonly ResultRow[]): string | undefined => said({ groups: rows })[1]?.en;
    expect(saying(two)).toBe(
      'Size 小 converts 10% by day 60, all others 20%: more than chance. To do: screen leads of 小 before they are handed out, or buy fewer.',
    );
    expect(saying(two.slice(0, 1))).toBe('Size 大 converts 20% by day 60, all others 10%: more than chance.');
    expect(saying([{ ...two[0]!, measure: 'rate', rate: 0.25 }])).toBe('Size 大 converts 25% so far, all others 10%: more than chance.');
  });
});
