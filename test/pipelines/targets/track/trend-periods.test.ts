import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../src/lib/dates.ts';
import { trendPeriods, type TrendTarget } from '../../../../src/pipelines/targets/track/trend-periods.ts';

let order = 0;

function target(
  whose: string,
  from: string,
  months: number,
  value: number | null,
  actual: number | null,
  base: number | null = null,
): TrendTarget {
  order += 1;
  const to = addDays(addMonths(from, months), -1);
  return { order, whose, from, to, hasValue: value !== null, target: value, actual, base, isOver: true };
}

const jae = [1, 2, 3].map((month) => target('Jae', `2026-0${month}-01`, 1, 10 * month, month));

function rows(targets: readonly TrendTarget[], adds: 'sum' | 'rate' | 'alone' = 'sum'): unknown[] {
  return trendPeriods(targets, adds).map(({ from, to, target: value, actual }) => [from, to, value, actual]);
}

describe('periods of a trend', () => {
  it('put the months of one owner and the quarter of another together', () => {
    expect(rows([...jae, target('Tom', '2026-01-01', 3, 100, 50)])).toEqual([['2026-01-01', '2026-03-31', 160, 56]]);
  });

  it('never add a year or a quarter to its months', () => {
    expect(rows([...jae, target('Jae', '2026-01-01', 3, 60, 6), target('Jae', '2025-01-01', 12, 500, 400)])).toEqual([
      ['2026-01-01', '2026-01-31', 10, 1],
      ['2026-02-01', '2026-02-28', 20, 2],
      ['2026-03-01', '2026-03-31', 30, 3],
    ]);
  });

  it('have no actual where that of a part cannot be told, and compare with those that have a target', () => {
    expect(rows([jae[0]!, target('Tom', '2026-01-01', 1, 5, null)])).toEqual([['2026-01-01', '2026-01-31', 15, null]]);
    expect(rows([jae[0]!, target('Tom', '2026-01-01', 1, null, 99)])).toEqual([['2026-01-01', '2026-01-31', 10, 1]]);
  });

  it('weigh rates by their bases, and add no different customers', () => {
    const [one, other] = [target('Jae', '2026-01-01', 1, 0.2, 0.1, 30), target('Tom', '2026-01-01', 1, 0.4, 0.5, 10)];
    // (0.1 · 30 + 0.5 · 10) ÷ 40.
    const [, , value, actual] = rows([one, other], 'rate')[0] as number[];
    expect([value, actual].map((each) => Number(each!.toFixed(9)))).toEqual([0.3, 0.2]);
    expect(rows([one, other], 'alone')).toEqual([['2026-01-01', '2026-01-31', null, null]]);
    expect(rows([one], 'alone')).toEqual([['2026-01-01', '2026-01-31', 0.2, 0.1]]);
  });
});
