import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { scorePartAnswer } from '../../../src/pipelines/score/part-answer.ts';
import type { Section } from '../../../src/result/result.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { columnOf, scoreFiles, table } from '../run-score.ts';

/** Ten customers who order every ten days; the best, C9, has been silent since day 100, its complaint is open. */
const orders = lines(
  'Order ID,Customer ID,Customer,Order Date,Amount',
  ...Array.from({ length: 10 }, (_, index) =>
    Array.from({ length: 15 }, (__, turn) => {
      const day = new Date(Date.UTC(2026, 0, 1 + turn * 10));
      return index === 9 && turn > 9
        ? []
        : [`S${index}-${turn},C${index},Firm ${index},${day.toISOString().slice(0, 10)},${index === 9 ? 9000 : 100 + index}`];
    }).flat(),
  ).flat(),
);

const feedback = lines('反馈编号,客户编号,反馈时间,反馈类型,处理状态', 'F1,C9,2026-05-01,投诉,处理中');

describe('the answer of a score', () => {
  it('says who of the best tier needs something now, why, and what it is worth', async () => {
    const result = await scoreFiles({ 'orders.csv': orders, 'feedback.csv': feedback }, { score: { weights: { revenue: 1 } } });
    // Ten orders of 9,000 within the first 90 days: nine repeats in 90 days are nine purchases of 9,000 each 90 days.
    expect(result.answer).toEqual([
      '1 of the 2 customers of tier High needs action now, worth 81,000 every 90 days: first Firm 9 (silent for 50 days, usually orders every 10, never more than 10; 1 complaint open). To do: settle the complaint this week; the manager calls.',
      'The 2 customers of tier High brought 88% of all revenue in the files, 104,040 since 2026-01-01; the period above is that of growth alone.',
    ]);
    expect(columnOf(result, 'act_now', 'customer_id')).toEqual(['C9']);
    expect(columnOf(result, 'act_now', 'action_code')).toEqual(['maintain_complaint']);
    expect(columnOf(result, 'tiers', 'act_now')).toEqual([1, 0, 0]);
    const row = table(result, 'ranking').rows.find(({ customer_id: id }) => id === 'C9');
    expect(row).toMatchObject({
      state: 'Complaint open',
      state_code: 'complaint',
      action: 'Settle the complaint this week; the manager calls',
    });
  });

  it('says what to do with the tier where nobody of it needs anything', async () => {
    const result = await scoreFiles({ 'orders.csv': orders }, { lang: 'zh-CN', asOf: '2026-04-05', score: { weights: { revenue: 1 } } });
    expect(result.answer[0]).toBe('高层级的 2 位客户均无需额外处理。维护：重点服务，保持沟通，深度合作。');
  });

  it('says with lifetime values three sentences, and the same value at own pace', async () => {
    const result = await scoreFiles(
      { 'orders.csv': orders, 'feedback.csv': feedback },
      { score: { weights: { revenue: 1 } }, value: defaultConfig().config.value },
    );
    expect(result.answer).toHaveLength(3);
    expect(result.answer[0]).toContain('worth 81,000 every 90 days');
    expect(result.answer[2]).toMatch(/^What customers are still worth|^In the next 12 months/);
  });

  it('says of a part how many of its customers need something now, what they bring, and who comes first', async () => {
    const { sections, lang } = await scoreFiles({ 'orders.csv': orders, 'feedback.csv': feedback }, { score: { weights: { revenue: 1 } } });
    const { score: settings, churn } = defaultConfig().config;
    const said = (own: readonly Section[]): string[] => scorePartAnswer(own, { settings, churn, lang }).map(({ en }) => en);
    expect(said(sections)).toEqual([
      '1 customer of tier High needs action now, worth 81,000 every 90 days: first Firm 9 (silent for 50 days, usually orders every 10, never more than 10; 1 complaint open). To do: settle the complaint this week; the manager calls.',
    ]);
    expect(said(sections.filter(({ id }) => id !== 'act_now'))).toEqual([
      'No customer of tier High needs action now: first Firm 9. To do: settle the complaint this week; the manager calls.',
    ]);
    expect(said([])).toEqual([]);
  });
});
