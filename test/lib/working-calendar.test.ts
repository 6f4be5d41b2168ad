import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/dates.ts';
import {
  isWorkingDay,
  minutesOfWorkday,
  shiftOf,
  shiftsOf,
  weekdays,
  type WorkingCalendar,
  workingDayAfter,
  workingDays,
} from '../../src/lib/working-calendar.ts';

const usual: WorkingCalendar = { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none', workdays: [] };
const none = { off: new Set<string>(), worked: new Set<string>() };

describe('shiftOf', () => {
  it('reads a time of day to another, midnight being 24:00 at the end', () => {
    expect(shiftOf('09:00-18:00')).toEqual({ from: 540, to: 1080 });
    expect(shiftOf('00:00-24:00')).toEqual({ from: 0, to: 1440 });
  });

  it('reads nothing else', () => {
    for (const text of ['', '9-18', '9:00-18:00', '18:00-09:00', '09:00-09:00', '09:60-10:00', '09:00-24:01', '09:00–18:00'])
      expect(shiftOf(text), text).toBeNull();
  });
});

describe('minutesOfWorkday', () => {
  it('leaves lunch out', () => {
    const hours = ['09:00-12:00', '13:30-18:00'];
    expect(shiftsOf({ hours })).toEqual([
      { from: 540, to: 720 },
      { from: 810, to: 1080 },
    ]);
    expect(minutesOfWorkday({ hours })).toBe(450);
  });
});

describe('isWorkingDay', () => {
  const days = (calendar: WorkingCalendar, publicHolidays = none): boolean[] =>
    // From Friday, 2 January 2026, to Monday.
    [0, 1, 2, 3].map((offset) => isWorkingDay(calendar, publicHolidays, addDays('2026-01-02', offset)));

  it('goes by the weekend', () => {
    expect(days(usual)).toEqual([true, false, false, true]);
    expect(days({ ...usual, weekend: ['fri'] })).toEqual([false, true, true, true]);
    expect(days({ ...usual, weekend: [] })).toEqual([true, true, true, true]);
  });

  it('takes out the holidays of the settings, and puts working days before all else', () => {
    expect(days({ ...usual, holidays: ['2026-01-05'] })).toEqual([true, false, false, false]);
    expect(days({ ...usual, holidays: ['2026-01-02'], workdays: ['2026-01-02', '2026-01-04'] })).toEqual([true, false, true, true]);
  });

  it('knows public holidays only where they are asked for', () => {
    const announced = { off: new Set(['2026-01-02']), worked: new Set(['2026-01-04']) };
    expect(days(usual, announced)).toEqual([true, false, false, true]);
    expect(days({ ...usual, holidays: 'cn' }, announced)).toEqual([false, false, true, true]);
    expect(days({ ...usual, holidays: 'cn', workdays: ['2026-01-02'] }, announced)).toEqual([true, false, true, true]);
  });
});

describe('workingDays', () => {
  it('adds up the minutes before each day', () => {
    expect(workingDays(usual, none, '2026-01-02', '2026-01-05')).toEqual([
      { day: '2026-01-02', working_minutes: 540, minutes_before: 0 },
      { day: '2026-01-03', working_minutes: 0, minutes_before: 540 },
      { day: '2026-01-04', working_minutes: 0, minutes_before: 540 },
      { day: '2026-01-05', working_minutes: 540, minutes_before: 540 },
    ]);
    expect(workingDays(usual, none, '2026-01-02', '2026-01-01')).toEqual([]);
  });

  it('has as many minutes in a span as in its parts, wherever it is cut', () => {
    const length = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.subarray([...weekdays], { maxLength: 6 }), length, length, length, (weekend, skipped, first, second) => {
        const calendar = { ...usual, weekend, workdays: ['2026-01-03'], holidays: ['2026-01-20'] };
        const from = addDays('2025-12-20', skipped);
        const cut = addDays(from, first);
        const total = (days: readonly { readonly working_minutes: number }[]): number =>
          days.reduce((sum, { working_minutes }) => sum + working_minutes, 0);
        const whole = workingDays(calendar, none, from, addDays(cut, second));
        const parts = [workingDays(calendar, none, from, cut), workingDays(calendar, none, addDays(cut, 1), addDays(cut, second))];
        expect(total(whole)).toBe(parts.reduce((sum, part) => sum + total(part), 0));
        const last = whole.at(-1)!;
        expect(last.minutes_before + last.working_minutes).toBe(total(whole));
        for (const [index, day] of whole.entries())
          if (index > 0) expect(day.minutes_before).toBeGreaterThanOrEqual(whole[index - 1]!.minutes_before);
      }),
    );
  });
});

describe('workingDayAfter', () => {
  it('counts working days from the day after', () => {
    // 2026-10-31 is a Saturday.
    expect(workingDayAfter(usual, none, '2026-10-31', 2)).toBe('2026-11-03');
    expect(workingDayAfter(usual, none, '2026-11-03', 3)).toBe('2026-11-06');
    expect(workingDayAfter(usual, none, '2026-11-06', 1)).toBe('2026-11-09');
    expect(workingDayAfter({ ...usual, holidays: ['2026-11-09'] }, none, '2026-11-06', 1)).toBe('2026-11-10');
  });

  it('counts calendar days where nobody ever works', () => {
    expect(workingDayAfter({ ...usual, weekend: [...weekdays] }, none, '2026-11-06', 3)).toBe('2026-11-09');
  });
});
