import { describe, expect, it } from 'vitest';
import { chanceOf, intervalOf, type PastForecast, spreadOf } from '../../../src/forecast/targets/spread.ts';

/** Errors of −50 to 50 units in even steps. */
const past = Array.from({ length: 101 }, (_, index): PastForecast => ({ forecast: 100, total: 50 + index, floor: -Infinity, unit: 1 }));

describe('the spread of forecasts', () => {
  it('takes four of them', () => {
    expect(spreadOf([past.slice(0, 3)], 1)).toBeNull();
    expect(spreadOf([past.slice(0, 4)], 1)).not.toBeNull();
  });

  it('holds about 80% of what came', () => {
    const spread = spreadOf([past], 1)!;
    const { low, high } = intervalOf(spread, { forecast: 100, floor: -Infinity, unit: 1 });
    const held = past.filter(({ total }) => total >= low && total <= high).length;
    expect(held / past.length).toBeCloseTo(0.8, 1);
  });

  it('begins at what there is already, and is narrower above for it', () => {
    const atFloor = past.map((each) => ({ ...each, total: Math.max(100, each.total), floor: 100 }));
    const spread = spreadOf([atFloor], 1)!;
    expect(intervalOf(spread, { forecast: 105, floor: 104, unit: 1 }).low).toBeGreaterThanOrEqual(104);
    expect(spread.high).toBeLessThan(spreadOf([past], 1)!.high + 1);
  });

  it('gives a chance that is sure only where the value is there', () => {
    const spread = spreadOf([past], 1)!;
    const made = { forecast: 100, floor: 40, unit: 1 };
    expect(chanceOf(spread, made, 40)).toBe(1);
    expect(chanceOf(spread, made, 100)).toBeCloseTo(0.5, 1);
    expect(chanceOf(spread, made, 1000)).toBeGreaterThan(0);
    expect(chanceOf(spread, made, -1000 + 1041)).toBeLessThan(1);
  });

  it('is none of windows that overlap, until one of them stands for itself; then wider than of windows that do not', () => {
    const windows = Array.from({ length: 12 }, () => past);
    expect(spreadOf(windows.slice(0, 6), 7)).toBeNull();
    const [apart, overlapping] = [spreadOf(windows, 1)!, spreadOf(windows, 6)!];
    // Of two independent windows instead of twelve: t 1.848 √1.5 against 1.356 √(13/12).
    expect(overlapping.high / apart.high).toBeCloseTo(1.6, 1);
    expect(overlapping.low / apart.low).toBeCloseTo(overlapping.high / apart.high, 9);
  });
});
