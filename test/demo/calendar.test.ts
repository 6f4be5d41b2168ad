import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf, inOrder, instantOf, lastDay, workday, workingMinute } from '../../build/demo/calendar.ts';

describe('the calendar of the demo', () => {
  it('counts days from 2024-05-01 to 2026-10-31', () => {
    expect(dateOf(0)).toBe('2024-05-01');
    expect(lastDay).toBe(913);
    expect(dateOf(lastDay)).toBe('2026-10-31');
    expect(dayOf('2024-04-30')).toBe(-1);
    expect(dateOf(-1)).toBe('2024-04-30');
  });

  it('moves Saturdays and Sundays to the Monday after', () => {
    expect(dateOf(workday(dayOf('2026-10-30')))).toBe('2026-10-30');
    expect(dateOf(workday(dayOf('2026-10-31')))).toBe('2026-11-02');
    expect(dateOf(workday(dayOf('2019-03-03')))).toBe('2019-03-04');
  });

  it('writes moments as a person would see them, also before the history', () => {
    expect(instantOf(9 * 60)).toBe('2024-05-01 09:00:00');
    expect(instantOf(-1)).toBe('2024-04-30 23:59:23');
  });

  it('moves any moment into working hours, never back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (minute) => {
        const moved = workingMinute(minute);
        const date = new Date(`${instantOf(moved).replace(' ', 'T')}Z`);
        expect(moved).toBeGreaterThanOrEqual(minute);
        expect(date.getUTCDay() % 6).not.toBe(0);
        expect(date.getUTCHours()).toBeGreaterThanOrEqual(9);
        expect(date.getUTCHours()).toBeLessThan(18);
        expect(workingMinute(moved)).toBe(moved);
      }),
    );
  });

  it('orders by time, then by id, and leaves the rest as it was', () => {
    const rows = [
      { at: 2, id: 'b', n: 1 },
      { at: 2, id: 'a', n: 2 },
      { at: 1, id: 'z', n: 3 },
      { at: 2, id: 'b', n: 4 },
    ];
    const ordered = inOrder(
      rows,
      ({ at }) => at,
      ({ id }) => id,
    );
    expect(ordered.map(({ n }) => n)).toEqual([3, 2, 1, 4]);
  });
});
