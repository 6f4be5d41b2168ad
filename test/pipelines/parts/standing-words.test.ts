import { describe, expect, it } from 'vitest';
import { daysAgo, fewPurchasesText } from '../../../src/pipelines/parts/standing-words.ts';

describe('how long ago something was', () => {
  it('is said as people say it', () => {
    expect([0, 1, 2, 1234].map((days) => daysAgo(days).en)).toEqual(['today', '1 day ago', '2 days ago', '1,234 days ago']);
    expect([0, 1].map((days) => daysAgo(days)['zh-CN'])).toEqual(['当天', ' 1 天前']);
  });
});

describe('a customer with few purchases', () => {
  it('bought on so many days, however many orders it gave on them; without the days the orders are said', () => {
    expect(fewPurchasesText({ days: 2, orders: 5 }, 64)).toEqual({
      en: 'bought on two days, the last 64 days ago',
      'zh-CN': '仅 2 天有购买，最近一次在 64 天前',
    });
    expect(fewPurchasesText({ days: 1, orders: 3 }, 0)).toEqual({ en: 'bought on one day, today', 'zh-CN': '仅 1 天有购买，在当天' });
    expect(fewPurchasesText({ days: null, orders: 2 }, 64).en).toBe('bought twice, the last 64 days ago');
    expect(fewPurchasesText({ days: null, orders: 1 }, 1)['zh-CN']).toBe('仅购买一次，在 1 天前');
  });
});
