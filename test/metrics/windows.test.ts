import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/lib/dates.ts';
import { comparedPeriods, comparisonWindows, lastFullMonths, lastTwelveMonths } from '../../src/metrics/windows.ts';

function of(from: string, to: string, asOf: string | null = null): ReturnType<typeof comparisonWindows> {
  return comparisonWindows({ from, to }, asOf);
}

describe('the windows a period is compared with', () => {
  it('are calendar months for a calendar month', () => {
    expect(of('2026-03-01', '2026-04-01')).toEqual({
      current: { from: '2026-03-01', to: '2026-04-01' },
      previous: { from: '2026-02-01', to: '2026-03-01' },
      yearAgo: { from: '2025-03-01', to: '2025-04-01' },
    });
  });

  it('are as many days for any other period', () => {
    expect(of('2026-03-05', '2026-03-15').previous).toEqual({ from: '2026-02-23', to: '2026-03-05' });
  });

  it('are the year before for a year', () => {
    const windows = of('2025-11-01', '2026-11-01');
    expect(windows.previous).toEqual({ from: '2024-11-01', to: '2025-11-01' });
    expect(windows.yearAgo).toEqual(windows.previous);
  });

  it('stop after as many days when the period is not over', () => {
    expect(of('2026-10-01', '2026-11-01', '2026-10-15')).toEqual({
      current: { from: '2026-10-01', to: '2026-10-16' },
      previous: { from: '2026-09-01', to: '2026-09-16' },
      yearAgo: { from: '2025-10-01', to: '2025-10-16' },
    });
  });

  it('never reach into the period itself when the month before is shorter', () => {
    expect(of('2026-03-01', '2026-04-01', '2026-03-30').previous).toEqual({ from: '2026-02-01', to: '2026-03-01' });
  });

  it('take a finished or a future period as it is', () => {
    expect(of('2026-10-01', '2026-11-01', '2026-10-31').current.to).toBe('2026-11-01');
    expect(of('2026-10-01', '2026-11-01', '2026-09-15').current.to).toBe('2026-11-01');
  });

  it('keep a leap day in one year or the other', () => {
    expect(of('2025-02-01', '2025-03-01').yearAgo).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(of('2024-02-28', '2024-02-29').yearAgo).toEqual({ from: '2023-02-28', to: '2023-03-01' });
    expect(of('2024-02-29', '2024-03-01').yearAgo).toEqual({ from: '2023-02-28', to: '2023-03-01' });
  });

  it('are never empty, and the one before ends where the period starts', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 800 }), (from, length) => {
        const windows = of(from, addDays(from, length));
        expect(windows.previous.to).toBe(from);
        expect(daysBetween(windows.previous.from, windows.previous.to)).toBeGreaterThan(0);
        expect(daysBetween(windows.yearAgo.from, windows.yearAgo.to)).toBeGreaterThan(0);
      }),
    );
  });

  it('start from the twelve months that end with a day', () => {
    expect(lastTwelveMonths('2026-10-31')).toEqual({ from: '2025-11-01', to: '2026-11-01' });
    expect(lastTwelveMonths('2024-02-28')).toEqual({ from: '2023-02-28', to: '2024-02-29' });
  });
});

describe('the last full month', () => {
  it('is over on the day: its own on the last day of it, else the one before', () => {
    expect(lastFullMonths(1, '2026-10-31')).toEqual({ from: '2026-10-01', to: '2026-11-01' });
    expect(lastFullMonths(1, '2026-10-30')).toEqual({ from: '2026-09-01', to: '2026-10-01' });
    expect(lastFullMonths(1, '2024-02-29')).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(lastFullMonths(1, '2026-01-01')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
  });
});

describe('the periods that are compared', () => {
  const october = { from: '2026-10-01', to: '2026-11-01' };

  it('are the one before, the same a year ago, or any other', () => {
    expect(comparedPeriods(october, 'previous', '2026-12-31')).toEqual({
      before: { from: '2026-09-01', to: '2026-10-01' },
      after: october,
    });
    expect(comparedPeriods(october, 'year-ago', null).before).toEqual({ from: '2025-10-01', to: '2025-11-01' });
    const quarter = { from: '2026-01-01', to: '2026-04-01' };
    expect(comparedPeriods(october, quarter, '2026-12-31')).toEqual({ before: quarter, after: october });
  });

  it('both stop after as many days where the later one is not over', () => {
    const to = '2026-10-10';
    expect(comparedPeriods(october, 'previous', '2026-10-09')).toEqual({
      before: { from: '2026-09-01', to: '2026-09-10' },
      after: { from: '2026-10-01', to },
    });
    expect(comparedPeriods(october, { from: '2026-07-01', to: '2026-10-01' }, '2026-10-09').before.to).toBe('2026-07-10');
    expect(comparedPeriods(october, { from: '2026-07-01', to: '2026-07-04' }, '2026-10-09').before.to).toBe('2026-07-04');
    expect(comparedPeriods(october, october, '2026-10-09')).toEqual({
      before: { from: '2026-10-01', to },
      after: { from: '2026-10-01', to },
    });
  });
});
