import { describe, expect, it } from 'vitest';
import { tierWords } from '../../../src/pipelines/parts/scoring-words.ts';
import { lines } from '../../ingest/ingest-files.ts';
import { columnOf, scoreFiles, table } from '../run-score.ts';

const orders = lines(
  'Order ID,Customer ID,Order Date,Amount',
  ...Array.from({ length: 10 }, (_, index) => `S${index},C${index},2026-01-${String(index + 10)},${(index + 1) * 100}`),
);

describe('the words of tiers', () => {
  it('are high, medium and low for three, letters for any other number', () => {
    expect(tierWords(3, 'zh-CN').map((tier) => tier.name)).toEqual(['高', '中', '低']);
    expect(tierWords(4, 'en').map((tier) => tier.name)).toEqual(['A', 'B', 'C', 'D']);
    expect(tierWords(2, 'en').map((tier) => tier.actions.steady.text.split(':')[0])).toEqual(['Maintain', 'Screen']);
    expect(tierWords(3, 'zh-CN').map((tier) => tier.actions.steady.text.slice(0, 2))).toEqual(['维护', '培育', '筛选']);
  });

  it('have codes that neither language nor names of the config change', () => {
    const codes = (names?: string[]) =>
      tierWords(3, names === undefined ? 'en' : 'zh-CN', { tier_names: names }).flatMap(({ actions }) => [
        actions.steady.code,
        actions.overdue.code,
      ]);
    expect(codes()).toEqual(['maintain', 'maintain_overdue', 'develop', 'develop_overdue', 'screen', 'screen_overdue']);
    expect(codes(['S', 'A', 'B'])).toEqual(codes());
  });

  it('are those of the config where it has any', () => {
    const words = tierWords(3, 'en', {
      tier_names: ['S', 'A', 'B'],
      tier_actions: ['x', 'y', 'z'],
      state_actions: { overdue: ['call', 'write', 'wait'] },
    });
    expect(words.map(({ name, actions }) => [name, actions.steady, actions.overdue])).toEqual([
      ['S', { text: 'x', code: 'action_1', way: null }, { text: 'call', code: 'action_1_overdue', way: null }],
      ['A', { text: 'y', code: 'action_2', way: null }, { text: 'write', code: 'action_2_overdue', way: null }],
      ['B', { text: 'z', code: 'action_3', way: null }, { text: 'wait', code: 'action_3_overdue', way: null }],
    ]);
    expect(words[1]?.actions.lost).toEqual({ text: 'Win back: one call with an offer', code: 'develop_lost', way: 'call' });
    // Nobody calls customers of the last tier, nor those of whom nothing is known but a purchase or two.
    expect(words.map(({ actions }) => [actions.lost.way, actions.once_or_twice.way])).toEqual([
      ['call', 'other'],
      ['call', 'other'],
      ['other', 'other'],
    ]);
  });
});

describe('the settings of a score', () => {
  it('cut the tiers by cumulative revenue', async () => {
    const result = await scoreFiles({ 'orders.csv': orders }, { score: { tiers: { method: 'revenue', cuts: [0.5, 0.8] } } });
    const rows = table(result, 'tiers').rows;
    expect(rows.map((row) => row['tier'])).toEqual(['High', 'Medium', 'Low']);
    expect(rows.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(10);
    expect(Number(rows[0]?.['revenue_share'])).toBeGreaterThanOrEqual(0.5);
    expect(Number(rows[0]?.['customers'])).toBeLessThan(Number(rows[2]?.['customers']) + 10);
  });

  it('name the tiers, and the actions of each by state', async () => {
    const result = await scoreFiles(
      { 'orders.csv': orders },
      {
        score: {
          tier_names: ['金', '银', '铜'],
          tier_actions: ['护', '养', '筛'],
          state_actions: { new: ['迎', '荐', '问'] },
        },
      },
    );
    expect(columnOf(result, 'tiers', 'tier')).toEqual(['金', '银', '铜']);
    expect(columnOf(result, 'tiers', 'tier_code')).toEqual(['tier_1', 'tier_2', 'tier_3']);
    expect(columnOf(result, 'tiers', 'action_code')).toEqual(['action_1', 'action_2', 'action_3']);
    expect(columnOf(result, 'tiers', 'action')).toEqual(['护', '养', '筛']);
    expect(columnOf(result, 'ranking', 'tier_code')[0]).toBe('tier_1');
    expect(new Set(columnOf(result, 'ranking', 'action'))).toEqual(new Set(['迎', '荐', '问']));
    const byTier = new Map(table(result, 'ranking').rows.map((row) => [row['tier'], row['action']]));
    expect(byTier).toEqual(
      new Map([
        ['金', '迎'],
        ['银', '荐'],
        ['铜', '问'],
      ]),
    );
  });

  it('weigh the factors: by revenue alone the ranking is that of revenue', async () => {
    const result = await scoreFiles({ 'orders.csv': orders }, { score: { weights: { revenue: 1 } } });
    expect(columnOf(result, 'ranking', 'revenue')).toEqual([1000, 900, 800, 700, 600, 500, 400, 300, 200, 100]);
    expect(columnOf(result, 'ranking', 'score')).toEqual([95, 85, 75, 65, 55, 45, 35, 25, 15, 5]);
    expect(columnOf(result, 'ranking', 'coverage')).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('cut RFM where the user says, and the cut points are shown', async () => {
    const cuts = { recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], monetary: [150, 350, 550, 950] };
    const result = await scoreFiles({ 'orders.csv': orders }, { score: { rfm: { method: 'cuts', cuts } } });
    expect(columnOf(result, 'cut_points', 'value')).toEqual([1, 2, 3, 4, null, 1, 2, 3, 4, null, 150, 350, 550, 950, null]);
    const byRevenue = new Map(table(result, 'ranking').rows.map((row) => [row['revenue'], row['monetary_score']]));
    expect([100, 200, 300, 400, 500, 600, 900, 1000].map((revenue) => byRevenue.get(revenue))).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  });
});
