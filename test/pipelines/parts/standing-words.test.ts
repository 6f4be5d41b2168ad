import { describe, expect, it } from 'vitest';
import { daysAgo, fewPurchasesText } from '../../../src/pipelines/parts/standing-words.ts';

describe('how long ago something was', () => {
  it('is said as people say it', () => {
    expect([0, 1, 2, 1234].map((days) => daysAgo(days).en)).toEqual(['today', '1 day ago', '2 days ago', '1,234 days ago']);
    expect([0, 1].map((days) => daysAgo(days)['zh-CN'])).toEqual(['当天', ' 1 天前']);
    expect(fewPurchasesText(2, 64)).toEqual({ en: 'bought twice, the last 64 days ago', 'zh-CN': '仅购买两次，最近一次在 64 天前' });
    expect(fewPurchasesText(1, 0).en).toBe('bought once, today');
  });
});
