import { describe, expect, it } from 'vitest';
import { lifetimeValueAnswer } from '../../../../src/pipelines/parts/lifetime-value/answer.ts';
import { madeFacts, madeTable } from '../../made-sections.ts';

const figures = {
  expected_value: { value: 14_915_161, n: 144, low: 12_231_356, high: 17_924_158 },
  lifetime_value: 6_389_652,
  horizon_months: 12,
  margin: 0.451,
};
const holdout = madeTable('lifetime_value_holdout', [{ revenue_error: 0.0635 }, { revenue_error: 0.2 }]);

describe('the answer on lifetime values', () => {
  it('says what the customers are still worth, and how far that can be believed', () => {
    expect(lifetimeValueAnswer([madeFacts('lifetime_value', figures), holdout])).toEqual([
      {
        en: "In the next 12 months today's customers are expected to bring 14,915,161 (12,231,356 to 17,924,158), today worth 6,389,652 of profit (margin 45%); tested on the past, revenue was forecast 6% too much.",
        'zh-CN':
          '未来 12 个月，现有客户预计带来 14,915,161（12,231,356 至 17,924,158），折现后利润 6,389,652（利润率 45%）；用历史检验，销售额预测偏高 6%。',
      },
    ]);
  });

  it('speaks of no profit without a margin, and takes what the past could not test as rough', () => {
    const [worth] = lifetimeValueAnswer([madeFacts('lifetime_value', { ...figures, margin: null })]);
    expect(worth?.en).toMatch(/, today worth 6,389,652; the past could not test this, so take it as rough\.$/);
  });

  it('says that it cannot be told where no model holds, and nothing where it was not asked for', () => {
    expect(lifetimeValueAnswer([madeFacts('lifetime_value', { ...figures, expected_value: null })])[0]?.en).toMatch(/cannot be told/);
    expect(lifetimeValueAnswer([])).toEqual([]);
  });
});
