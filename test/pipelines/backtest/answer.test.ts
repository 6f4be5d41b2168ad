import { describe, expect, it } from 'vitest';
import { backtestAnswer } from '../../../src/pipelines/backtest/answer.ts';
import { foldOf, type PlainFold } from '../../forecast/churn/fold.ts';

/** 400 customers, half of whom stop; ranked wrongly in so many of 100. */
const silent = Array.from({ length: 400 }, (_, row) => Number(row % 4 < 2));
const wrongIn = (share: number): number[] => silent.map((value, row) => ((row * 37) % 100 < share * 100 ? 1 - value : value));
const base: PlainFold = { silent, own: wrongIn(0.1), recency: wrongIn(0.3), actual: { orders: 100, revenue: 1000 } };
const at = (revenue: number, last: number): PlainFold => ({
  ...base,
  forecast: { orders: 100, revenue },
  lastPeriod: { orders: 100, revenue: last },
});
const said = (plain: readonly PlainFold[], lang: 'en' | 'zh-CN' = 'en') =>
  backtestAnswer(plain.map(foldOf), 90).map((sentence) => sentence[lang]);

describe('the answer of backtest', () => {
  it('is the verdict, what to go by, and how far the totals were off in all windows', () => {
    expect(said([at(1160, 1300), at(1050, 1060), at(970, 990)])).toEqual([
      expect.stringMatching(/^On the past, the churn list put/),
      'Work down the churn list in its order: it tells more than the simple rule “recency alone”.',
      'Over 3 past windows the forecast of revenue was off by 3% to 16%; plan with at least that much to spare.',
    ]);
    expect(said([at(1160, 1300)], 'zh-CN').slice(1)).toEqual([
      '可按流失名单的顺序跟进：优于简单规则“仅看最近购买”。',
      '唯一的历史窗口中，销售额预测偏差 16%；作计划时请留出至少同样的余地。',
    ]);
  });

  it('goes by the period before where that came nearer in most windows', () => {
    expect(said([at(1160, 1110), at(1050, 1040), at(970, 900)])[2]).toBe(
      'Over 3 past windows the forecast of revenue was off by 3% to 16%; the figure of the period before came nearer, so plan with that.',
    );
  });

  it('does not plan with what was off by half or more', () => {
    expect(said([at(1600, 2000)])[2]).toBe(
      'Over the one past window the forecast of revenue was off by 60%; that is too far off to plan with.',
    );
  });

  it('goes by the naive rule where that told more, and by the value where the list told nothing', () => {
    expect(said([{ ...base, own: wrongIn(0.3), recency: wrongIn(0.1) }])[1]).toBe(
      'Go by the simple rule “recency alone” rather than by the list: it told more.',
    );
    const random = silent.map((_, row) => (row * 7919) % 13);
    expect(said([{ ...base, own: random, recency: random }])[1]).toBe('Go by the value of customers, not by their probability.');
  });

  it('speaks of orders where no amount is known', () => {
    const plain = {
      ...base,
      actual: { orders: 100, revenue: null },
      forecast: { orders: 90, revenue: null },
      lastPeriod: { orders: 80, revenue: null },
    };
    expect(said([plain])[2]).toContain('the forecast of orders was off by 10%');
  });

  it('says that the data are too short where nothing could be held out', () => {
    expect(said([])).toEqual([
      'The data are too short: a back-test needs 90 days of orders before 90 days to hold out; try a shorter --horizon.',
    ]);
  });
});
