import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KindOfScopes, outlooksOf } from '../../../src/forecast/targets/outlook.ts';
import type { Window } from '../../../src/forecast/targets/windows.ts';
import { addMonths } from '../../../src/lib/dates.ts';

function month(step: number): Window {
  const from = addMonths('2024-01-01', step);
  return { from, to: addMonths(from, 1), cut: `${from.slice(0, 8)}15`, share: 0.5 };
}

/** One scope of which the months came to so much by their middle and in all, and how it stands in the next. */
function months(past: readonly (readonly [number, number])[], soFar: number, monthsOfYear: number | null = 12): KindOfScopes {
  return {
    windows: past.map((_, step) => month(step)),
    now: month(past.length),
    monthsOfYear,
    scopes: [{ soFar: past.map(([first]) => first), total: past.map(([, all]) => all), now: { share: 0.5, soFar } }],
  };
}

const outlookOf = (kind: KindOfScopes) => outlooksOf(kind)[0]!;

const figures = fc.integer({ min: 0, max: 1000 });

describe('the outlook of a scope', () => {
  it('is what it always comes to where all months are alike', () => {
    const { forecast, tests } = outlookOf(
      months(
        Array.from({ length: 24 }, () => [40, 100] as const),
        40,
      ),
    );
    expect(forecast).toBeCloseTo(100, 0);
    expect(tests).toHaveLength(21);
    expect(tests.at(-1)!.forecast).toBeCloseTo(100, 0);
  });

  it('sees the month of last year coming', () => {
    const year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90];
    const past = [...year, ...year, ...year, ...year.slice(0, 11)].map((rest) => [10, 10 + rest] as const);
    const forecast = outlookOf(months(past, 10)).forecast!;
    expect(forecast).toBeGreaterThan(outlookOf(months(past, 10, null)).forecast! + 10);
  });

  it('begins with the first window in which there was anything, for each by itself', () => {
    const past = Array.from({ length: 12 }, (_, step) => [40 + step, 100 + step] as const);
    const [none, late] = [[0, 0] as const, past.map((each, step) => (step < 6 ? ([0, 0] as const) : each))];
    expect(outlookOf(months([none, none, ...past], 40))).toMatchObject({ windows: 12 });
    const [early, later] = [months(past, 40), months(late, 40)];
    const [, second] = outlooksOf({ ...early, scopes: [...early.scopes, ...later.scopes] });
    expect(second).toMatchObject({ windows: 6 });
    expect(second!.tests.map(({ window }) => window.from)).toEqual(['2024-10-01', '2024-11-01', '2024-12-01']);
  });

  it('is finite for who sells all on the first day of every other month: forecasts were right to the last digit', () => {
    const past = Array.from({ length: 12 }, (_, step) => (step % 2 === 0 ? ([0, 0] as const) : ([500 + step, 500 + step] as const)));
    const { forecast, low, high, chance, tests } = outlookOf(months(past, 675));
    expect(
      [forecast, low, high, chance(600), ...tests.flatMap((test) => [test.forecast, test.low, test.high])].filter(Number.isNaN),
    ).toEqual([]);
  });

  it('says nothing with too little past, and nothing of how sure it is without tests', () => {
    const of = (windows: number) => {
      const past = Array.from({ length: windows }, () => [5, 10] as const);
      return outlookOf(months(past, 7));
    };
    expect(of(2)).toMatchObject({ forecast: null, low: null, high: null, runRate: 14 });
    expect(of(3)).toMatchObject({ low: null, high: null });
    expect(of(3).forecast).toBeGreaterThan(11);
    expect(of(3).chance(1)).toBeNull();
  });

  it('learns from windows of a year only what was over then: what comes later changes no earlier forecast', () => {
    const years = (rests: readonly number[]): KindOfScopes => {
      const window = (step: number): Window => {
        const from = addMonths('2020-01-01', step);
        return { from, to: addMonths(from, 12), cut: addMonths(from, 6), share: 0.5 };
      };
      const scope = { soFar: rests.map(() => 50), total: rests.map((rest) => 50 + rest), now: { share: 0.5, soFar: 50 } };
      return { windows: rests.map((_, step) => window(step)), now: window(rests.length), monthsOfYear: 12, scopes: [scope] };
    };
    // Window 30 is cut in its seventh month: of those before it only the first 24 or 25 are over by then.
    const rests = Array.from({ length: 31 }, (_, step) => 40 + (step % 5) * 5);
    const changed = rests.map((rest, step) => (step > 24 && step < 30 ? rest * 100 : rest));
    const testAt = (of: readonly number[]) => outlookOf(years(of)).tests.find(({ window }) => window.from === '2022-07-01')!;
    const known = testAt(rests);
    expect(known.low).not.toBeNull();
    expect(testAt(changed)).toMatchObject(known);
  });

  it('takes last year’s window by its month where others are missing', () => {
    const year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90];
    const past = [...year, ...year, ...year, ...year.slice(0, 11)].map((rest) => [10, 10 + rest] as const);
    const whole = months(past, 10);
    const gap = whole.windows.findIndex(({ from }) => from === '2027-05-01');
    const without = months(past.toSpliced(gap, 1), 10);
    const [one, other] = [whole, { ...without, windows: whole.windows.toSpliced(gap, 1), now: whole.now }].map(
      (each) => outlookOf(each).forecast!,
    );
    expect(other! / one!).toBeCloseTo(1, 1);
  });

  it('knows of each test only what was over then: later months change no earlier forecast', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(figures, figures), { minLength: 6, maxLength: 30 }), fc.integer({ min: 4, max: 5 }), (pairs, cut) => {
        const past = pairs.map(([first, rest]) => [first, first + rest] as const);
        const whole = outlookOf(months(past, 1)).tests;
        const short = outlookOf(months(past.slice(0, cut), 1)).tests;
        expect(whole.slice(0, short.length)).toEqual(short);
      }),
    );
  });

  it('lies within its interval, and no total is forecast below what there is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(figures, figures), { minLength: 8, maxLength: 30 }), figures, (pairs, soFar) => {
        const past = pairs.map(([first, rest]) => [first, first + rest] as const);
        const { forecast, low, high } = outlookOf(months(past, soFar));
        if (low === null || high === null || forecast === null) return;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(soFar, forecast) - 1e-9);
      }),
    );
  });
});
