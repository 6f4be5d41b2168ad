import { describe, expect, it } from 'vitest';
import { backtestAnswer } from '../../../src/pipelines/backtest/answer.ts';
import type { ListOrder } from '../../../src/views/forecast/order-verdict.ts';
import { foldOf, type PlainFold } from '../../forecast/churn/fold.ts';

/** 400 customers, half of whom stop; ranked wrongly in so many of 100. */
const silent = Array.from({ length: 400 }, (_, row) => Number(row % 4 < 2));
const wrongIn = (share: number): number[] => silent.map((value, row) => ((row * 37) % 100 < share * 100 ? 1 - value : value));
const base: PlainFold = { silent, own: wrongIn(0.1), recency: wrongIn(0.3), actual: { orders: 100, revenue: 1000 } };
const at = (revenue: number, last: number | null, brought = 50): PlainFold => ({
  ...base,
  forecast: { orders: 100, revenue },
  lastPeriod: { orders: 100, revenue: last },
  newcomers: { orders: 5, revenue: brought },
});
const said = (plain: readonly PlainFold[], lang: 'en' | 'zh-CN' = 'en', order: ListOrder = 'risk') =>
  backtestAnswer(plain.map(foldOf), order, { latest: { orders: 80, revenue: 1234 }, horizonDays: 90 }).map((sentence) => sentence[lang]);

describe('the answer of backtest', () => {
  it('is the verdict, what to go by, and how far the totals were off in all windows', () => {
    expect(said([at(1160, 1300), at(1050, 1060, 400), at(970, 990)])).toEqual([
      expect.stringMatching(/^On the past, the churn list put/),
      'Work down the churn list in its order: it tells more than the simple rule “recency alone”.',
      'Over 3 past windows the forecast of revenue of the customers known by then was off by 3–16%; plan with at least that much to spare; new customers brought 50 to 400 more.',
    ]);
    expect(said([at(1160, 1300)], 'zh-CN').slice(1)).toEqual([
      '可按流失名单的顺序跟进：优于简单规则“仅看最近购买”。',
      '唯一的历史窗口中，对当时已有客户的销售额预测偏差 16%；作计划时请留出至少同样的余地；新客户另带来 50。',
    ]);
  });

  it('goes by the period before where that came nearer in most windows', () => {
    expect(said([at(1160, 1110), at(1050, 1040), at(970, 900)])[2]).toBe(
      'Over 3 past windows the forecast of revenue of the customers known by then was off by 3–16%; what known customers had brought in the window before came nearer, so plan with that (1,234 in the last 90 days); new customers brought 50 more.',
    );
  });

  it('does not plan with what was off by half or more', () => {
    expect(said([at(1600, 2000)])[2]).toBe(
      'Over the one past window the forecast of revenue of the customers known by then was off by 60%; that is too far off to plan with; new customers brought 50 more.',
    );
  });

  it('holds no period before against the forecast where nobody was known when it began', () => {
    expect(said([at(1160, null)])[2]).toContain('was off by 16%; plan with at least that much to spare;');
  });

  it('goes by the naive rule where that told more, and by the value where the list told nothing', () => {
    expect(said([{ ...base, own: wrongIn(0.3), recency: wrongIn(0.1) }])[1]).toBe(
      'Go by the simple rule “recency alone” rather than by the list: it told more.',
    );
    const random = silent.map((_, row) => (row * 7919) % 13);
    expect(said([{ ...base, own: random, recency: random }], 'en', 'chance')[1]).toBe(
      'Go by the value of customers, not by their probability.',
    );
    expect(said([{ ...base, own: random, recency: wrongIn(0.1) }], 'en', 'chance')[1]).toBe(
      'Go by the value of customers, not by their probability; the simple rule “recency alone” told more.',
    );
  });

  it('goes by the value, as the lists do, where the probabilities are all the same now', () => {
    expect(said([at(1160, 1300)], 'en', 'same')[1]).toBe(
      'Go by the value of customers, for the probabilities of those listed now are all the same.',
    );
    expect(said([at(1160, 1300)], 'zh-CN', 'same')[1]).toBe('请按客户金额安排跟进：目前名单中各客户的概率相同。');
  });

  it('speaks of orders where no amount is known', () => {
    const plain = {
      ...base,
      actual: { orders: 100, revenue: null },
      forecast: { orders: 90, revenue: null },
      lastPeriod: { orders: 80, revenue: null },
    };
    expect(said([plain])[2]).toContain('the forecast of orders of the customers known by then was off by 10%');
  });

  it('says that the data are too short where nothing could be held out', () => {
    expect(said([])).toEqual([
      'The data are too short: a back-test needs 90 days of orders before 90 days to hold out; try a shorter --horizon.',
    ]);
  });
});
