import { describe, expect, it } from 'vitest';
import { earlierWords, periodWords } from '../../src/lib/period-words.ts';

describe('a period in words', () => {
  it.each([
    ['2025-01-01', '2026-01-01', '2025', '2025 年'],
    ['2026-07-01', '2026-10-01', 'the third quarter of 2026', '2026 年第三季度'],
    ['2026-12-01', '2027-01-01', 'December 2026', '2026 年 12 月'],
    ['2026-02-01', '2026-05-01', '2026-02-01 to 2026-04-30', '2026-02-01 至 2026-04-30'],
    ['2026-09-01', '2026-09-16', '2026-09-01 to 2026-09-15', '2026-09-01 至 2026-09-15'],
    ['2025-07-01', '2026-07-01', '2025-07-01 to 2026-06-30', '2025-07-01 至 2026-06-30'],
  ])('%s up to %s is %s', (from, to, en, zh) => {
    expect(periodWords({ from, to })).toEqual({ en, 'zh-CN': zh });
  });
});

describe('an earlier period beside a later one', () => {
  it.each([
    ['2026-09-01', '2026-10-01', 'September', '9 月'],
    ['2025-10-01', '2025-11-01', 'October 2025', '2025 年 10 月'],
    ['2026-04-01', '2026-07-01', 'the second quarter', '第二季度'],
    ['2026-01-01', '2027-01-01', '2026', '2026 年'],
    ['2026-09-02', '2026-10-01', '2026-09-02 to 2026-09-30', '2026-09-02 至 2026-09-30'],
  ])('%s up to %s is %s', (from, to, en, zh) => {
    expect(earlierWords({ from, to }, { from: '2026-10-01', to: '2026-11-01' })).toEqual({ en, 'zh-CN': zh });
  });
});
