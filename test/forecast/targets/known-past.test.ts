import { describe, expect, it } from 'vitest';
import type { Course } from '../../../src/forecast/targets/estimates.ts';
import { KnownPast } from '../../../src/forecast/targets/known-past.ts';

/** A month of 2025 that is cut in its middle. */
function month(index: number, { soFar = 1, total = 2 } = {}): Course {
  const first = (at: number) => `2025-${String(at).padStart(2, '0')}-01`;
  return { from: first(index), to: first(index + 1), cut: `2025-${String(index).padStart(2, '0')}-15`, share: 0.5, soFar, total };
}

const months = [1, 2, 3, 4].map((index) => month(index));

describe('the past of a scope', () => {
  it('knows at each window those that were over by its cut', () => {
    const past = new KnownPast(months);
    const known = months.map(({ from, cut }) => {
      expect(past.goTo(from, cut)?.from).toBe(from);
      return past.latest(Infinity).map((window) => window.from);
    });
    expect(known).toEqual([[], ['2025-01-01'], ['2025-01-01', '2025-02-01'], ['2025-01-01', '2025-02-01', '2025-03-01']]);
    expect(past.latest(1)).toEqual([months[2]]);
  });

  it('has no window where the scope had none, and goes on behind it', () => {
    const past = new KnownPast(months.slice(1));
    expect(past.goTo('2025-01-01', '2025-01-15')).toBeNull();
    expect(past.latest(12)).toEqual([]);
    expect(past.goTo('2025-03-01', '2025-03-15')).toBe(months[2]);
  });

  it('has the window of so many steps before, where that is over', () => {
    const past = new KnownPast(months);
    past.goTo('2025-03-01', '2025-03-15');
    expect(past.before(2)).toBe(months[0]);
    expect(past.before(3)).toBeNull();
    past.goTo('2025-04-01', '2025-03-15');
    expect(past.before(1)).toBeNull();
  });

  it('tells whether more was taken back than came', () => {
    const past = new KnownPast([month(1), month(2, { soFar: 3, total: 2 }), month(3), month(4)]);
    past.goTo('2025-02-01', '2025-02-15');
    expect(past.hasFallen).toBe(false);
    past.goTo('2025-03-01', '2025-03-15');
    expect(past.hasFallen).toBe(true);
  });
});
