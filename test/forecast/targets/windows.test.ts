import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, shareBy, windowsBefore, type WorkingTime } from '../../../src/forecast/targets/windows.ts';

const time: WorkingTime = {
  calendar: { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none', workdays: [] },
  holidays: { off: new Set(), worked: new Set() },
};
const january = { from: '2026-01-01', to: '2026-02-01' };

describe('windows', () => {
  it('have passed by the share of their working days: 11 of 22 by 15 January 2026', () => {
    expect(shareBy(january, '2026-01-15', time)).toBe(0.5);
    expect(shareBy(january, '2025-12-31', time)).toBe(0);
    expect(shareBy(january, '2026-01-31', time)).toBe(1);
    expect(cutAt(january, 0.5, time)).toBe('2026-01-15');
  });

  it('go by all days where none is worked', () => {
    const weekend = { from: '2026-01-03', to: '2026-01-05' };
    expect(shareBy(weekend, '2026-01-03', time)).toBe(0.5);
    expect(cutAt(weekend, 0.5, time)).toBe('2026-01-03');
  });

  it('step by months where the period has whole ones, else by its length', () => {
    const quarter = { from: '2026-01-01', to: '2026-04-01' };
    expect(windowsBefore(quarter, 0.5, '2025-08-15', time).map(({ from, to }) => [from, to])).toEqual([
      ['2025-09-01', '2025-12-01'],
      ['2025-10-01', '2026-01-01'],
      ['2025-11-01', '2026-02-01'],
      ['2025-12-01', '2026-03-01'],
    ]);
    const week = { from: '2026-01-05', to: '2026-01-12' };
    expect(windowsBefore(week, 0.4, '2025-12-22', time).map(({ from, cut }) => [from, cut])).toEqual([
      ['2025-12-22', '2025-12-23'],
      ['2025-12-29', '2025-12-30'],
    ]);
  });

  it('are cut where the share that has passed is nearest', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const cut = cutAt(january, share, time);
        expect(Math.abs(shareBy(january, cut, time) - share)).toBeLessThanOrEqual(0.5 / 22 + 1e-9);
      }),
    );
  });
});
