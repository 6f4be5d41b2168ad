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

  it('says nothing with too little past, and nothing of how sure it is without tests', () => {
    const of = (windows: number) => {
      const past = Array.from({ length: windows }, () => [5, 10] as const);
      return outlooksOf([scope('a', past, 7)], 12).outlooks[0]!;
    };
    expect(of(2)).toMatchObject({ forecast: null, low: null, high: null, runRate: 14 });
    expect(of(3)).toMatchObject({ low: null, high: null });
    expect(of(3).forecast).toBeGreaterThan(11);
    expect(of(3).chance(1)).toBeNull();
  });

  it('learns from windows of a year only what was over then: what comes later changes no earlier forecast', () => {
    const years = (rests: readonly number[]): Scope => {
      const past = rests.map((rest, step): Course => {
        const from = addMonths('2020-01-01', step);
        return { from, to: addMonths(from, 12), cut: addMonths(from, 6), share: 0.5, soFar: 50, total: 50 + rest };
      });
      return { id: 'a', past, now: { ...past.at(-1)!, from: addMonths('2020-01-01', rests.length) } };
    };
    // Window 30 is cut in its seventh month: of those before it only the first 24 or 25 are over by then.
    const rests = Array.from({ length: 31 }, (_, step) => 40 + (step % 5) * 5);
    const changed = rests.map((rest, step) => (step > 24 && step < 30 ? rest * 100 : rest));
    const testAt = (of: readonly number[]) => outlooksOf([years(of)], 12).tests.find(({ window }) => window.from === '2022-07-01')!;
    const { window: _, ...known } = testAt(rests);
    expect(known.low).not.toBeNull();
    expect(testAt(changed)).toMatchObject(known);
  });

  it('takes last year’s window by its month where others are missing', () => {
    const year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90];
    const past = [...year, ...year, ...year, ...year.slice(0, 11)].map((rest) => [10, 10 + rest] as const);
    const whole = scope('a', past, 10);
    const gap: Scope = { ...whole, past: whole.past.filter(({ from }) => from !== '2027-05-01') };
    const [one, other] = [whole, gap].map((each) => outlooksOf([each], 12).outlooks[0]!.forecast!);
    expect(other! / one!).toBeCloseTo(1, 1);
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
