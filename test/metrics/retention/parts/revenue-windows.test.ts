import { describe, expect, it } from 'vitest';
import { revenueWindows } from '../../../../src/metrics/retention/parts/revenue-windows.ts';

describe('the windows of revenue retention', () => {
  it('are two times twelve months up to the as-of date, then up to the end of each period the data cover', () => {
    expect(revenueWindows('month', '2024-05-01', '2026-08-15')).toEqual([
      { from: '2024-08-16', middle: '2025-08-16', to: '2026-08-16', months: 12, isWhole: true },
      { from: '2024-08-01', middle: '2025-08-01', to: '2026-08-01', months: 12, isWhole: true },
      { from: '2024-07-01', middle: '2025-07-01', to: '2026-07-01', months: 12, isWhole: true },
      { from: '2024-06-01', middle: '2025-06-01', to: '2026-06-01', months: 12, isWhole: true },
      { from: '2024-05-01', middle: '2025-05-01', to: '2026-05-01', months: 12, isWhole: true },
      { from: '2024-04-01', middle: '2025-04-01', to: '2026-04-01', months: 12, isWhole: false },
    ]);
    expect(revenueWindows('quarter', '2024-05-01', '2026-08-15').map(({ to }) => to)).toEqual(['2026-08-16', '2026-07-01', '2026-04-01']);
    expect(revenueWindows('year', '2020-01-01', '2026-08-15').map(({ to }) => to)).toEqual([
      '2026-08-16',
      '2026-01-01',
      '2025-01-01',
      '2024-01-01',
      '2023-01-01',
      '2022-01-01',
    ]);
  });

  it('are 60 at most, however far back a single order lies', () => {
    const windows = revenueWindows('month', '1900-01-01', '2026-08-15');
    expect([windows.length, windows[59]?.to]).toEqual([60, '2021-10-01']);
  });

  it('names the as-of date once where a period ends with it', () => {
    expect(revenueWindows('month', '2024-11-01', '2026-10-31').map(({ to }) => to)).toEqual(['2026-11-01', '2026-10-01']);
  });

  it('are shorter where the data do not reach back two years, and none below two months', () => {
    const months = (first: string, asOf: string) => revenueWindows('month', first, asOf)[0]?.months;
    expect(months('2010-12-01', '2011-12-09')).toBe(6);
    expect(months('2026-03-01', '2026-08-31')).toBe(3);
    expect(months('2026-07-01', '2026-08-31')).toBe(1);
    expect(revenueWindows('month', '2026-08-01', '2026-08-31')).toEqual([]);
  });
});
