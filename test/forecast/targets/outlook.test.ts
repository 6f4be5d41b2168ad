import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../src/forecast/targets/estimates.ts';
import { outlooksOf, type Scope } from '../../../src/forecast/targets/outlook.ts';
import { addMonths } from '../../../src/lib/dates.ts';

function course(step: number, soFar: number, total: number): Course {
  const from = addMonths('2024-01-01', step);
  return { from, to: addMonths(from, 1), cut: `${from.slice(0, 8)}15`, share: 0.5, soFar, total };
}

function scope(id: string, past: readonly (readonly [number, number])[], soFar: number): Scope {
  const { total: _, ...now } = course(past.length, soFar, 0);
  return { id, past: past.map(([first, all], step) => course(step, first, all)), now };
}

const figures = fc.integer({ min: 0, max: 1000 });

describe('the outlook of a scope', () => {
  it('is what it always comes to where all months are alike', () => {
    const { outlooks, tests } = outlooksOf(
      [
        scope(
          'a',
          Array.from({ length: 24 }, () => [40, 100] as const),
          40,
        ),
      ],
      12,
    );
    expect(outlooks[0]!.forecast).toBeCloseTo(100, 0);
    expect(tests).toHaveLength(21);
    expect(tests.at(-1)!.forecast).toBeCloseTo(100, 0);
  });

  it('sees the month of last year coming', () => {
    const year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90];
    const past = [...year, ...year, ...year, ...year.slice(0, 11)].map((rest) => [10, 10 + rest] as const);
    const forecast = outlooksOf([scope('a', past, 10)], 12).outlooks[0]!.forecast!;
    expect(forecast).toBeGreaterThan(outlooksOf([scope('a', past, 10)], null).outlooks[0]!.forecast! + 10);
  });

  it('says nothing of how sure it is without tests', () => {
    const { outlooks } = outlooksOf([scope('a', [[5, 10]], 7)], 12);
    expect(outlooks[0]).toMatchObject({ low: null, high: null, runRate: 14 });
    expect(outlooks[0]!.chance(1)).toBeNull();
  });

  it('knows of each test only what was over then: later months change no earlier forecast', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(figures, figures), { minLength: 6, maxLength: 30 }), fc.integer({ min: 4, max: 5 }), (pairs, cut) => {
        const past = pairs.map(([first, rest]) => [first, first + rest] as const);
        const whole = outlooksOf([scope('a', past, 1)], 12).tests;
        const short = outlooksOf([scope('a', past.slice(0, cut), 1)], 12).tests;
        expect(whole.slice(0, short.length)).toEqual(short);
      }),
    );
  });

  it('lies within its interval, and no total is forecast below what there is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(figures, figures), { minLength: 8, maxLength: 30 }), figures, (pairs, soFar) => {
        const past = pairs.map(([first, rest]) => [first, first + rest] as const);
        const { forecast, low, high } = outlooksOf([scope('a', past, soFar)], 12).outlooks[0]!;
        if (low === null || high === null || forecast === null) return;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(soFar, forecast) - 1e-9);
      }),
    );
  });
});
