import { describe, expect, it } from 'vitest';
import { pair } from '../../src/views/pairs.ts';

const score = pair(
  'score',
  {
    type: 'number',
    unit: 'points',
    title: { en: 'Score', 'zh-CN': '得分' },
    basis: { before: { en: 'In May.', 'zh-CN': '5 月。' }, after: { en: 'In June.', 'zh-CN': '6 月。' } },
  },
  { before: { metric: 'earlier_scores', column: 'score' }, after: { metric: 'customer_scores', column: 'score' } },
);

describe('pair', () => {
  it('names both ends and what lies between them, in both languages', () => {
    expect(
      [score.before, score.after, score.change].map(({ id, title, type, unit }) => [id, title.en, title['zh-CN'], type, unit]),
    ).toEqual([
      ['score_before', 'Score before', '原得分', 'number', 'points'],
      ['score_after', 'Score after', '现得分', 'number', 'points'],
      ['score_difference', 'Change of score', '得分变化', 'number', 'points'],
    ]);
    expect([score.before, score.after, score.change].map(({ basis }) => [basis.en, basis['zh-CN']])).toEqual([
      ['In May.', '5 月。'],
      ['In June.', '6 月。'],
      ['Score after less score before.', '现得分 − 原得分。'],
    ]);
  });

  it('takes either end from its own table as it is, and subtracts the earlier from the later', () => {
    expect([score.before, score.after].map(({ reads, cell }) => [reads, cell])).toEqual([
      [[{ metric: 'earlier_scores', column: 'score' }], null],
      [[{ metric: 'customer_scores', column: 'score' }], null],
    ]);
    expect(score.change.reads).toEqual([...score.before.reads, ...score.after.reads]);
    expect(score.change.cell?.(40, 31.5)).toBe(-8.5);
    expect([score.change.cell?.(null, 31.5), score.change.cell?.(40, null), score.change.cell?.(0, 0)]).toEqual([null, null, 0]);
  });
});
