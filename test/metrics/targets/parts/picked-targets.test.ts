import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../src/lib/dates.ts';
import { type DatedTarget, finest, pickTargets } from '../../../../src/metrics/targets/parts/picked-targets.ts';

let order = 0;

function target(from: string, months: number, more: Partial<DatedTarget> = {}): DatedTarget {
  order += 1;
  return { order, whose: 'Jae', from, to: addDays(addMonths(from, months), -1), hasValue: true, ...more };
}

function monthsOf(first: string, count: number): DatedTarget[] {
  return Array.from({ length: count }, (_, step) => target(addMonths(first, step), 1));
}

const spans = (targets: readonly DatedTarget[]): string[] =>
  targets.map(({ from, to }) => `${from.slice(2, 7)}/${to.slice(2, 7)}`).toSorted();

const all = { from: '2026-01-01', to: '2027-01-01' };

describe('targets that are looked at', () => {
  it('are the months of a quarter that they fill, and the quarters of which there are no months', () => {
    const own = [...monthsOf('2026-01-01', 3), ...['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((from) => target(from, 3))];
    expect(spans(pickTargets(own, '2026-12-31', all).period)).toEqual([
      '26-01/26-01',
      '26-02/26-02',
      '26-03/26-03',
      '26-04/26-06',
      '26-07/26-09',
      '26-10/26-12',
    ]);
  });

  it('are the quarter where two of its months have targets: these are not all of it', () => {
    expect(spans(finest([...monthsOf('2026-01-01', 2), target('2026-01-01', 3)]))).toEqual(['26-01/26-03']);
  });

  it('are the year where it is asked for, never the year and its months', () => {
    const own = [target('2026-01-01', 12), ...monthsOf('2026-01-01', 12)];
    expect(spans(pickTargets(own, '2026-12-31', all).period)).toEqual(['26-01/26-12']);
    expect(pickTargets(own, '2026-12-31', { from: '2026-01-01', to: '2026-07-01' }).period).toHaveLength(6);
    expect(spans(pickTargets(own, '2026-05-10', null).period)).toEqual(['26-05/26-05']);
    expect(spans(pickTargets(own, '2026-05-10', null).year)).toEqual(['26-01/26-12']);
  });

  it('are of each owner the own ones: quarters of one, months of another', () => {
    const own = [target('2026-01-01', 3, { whose: 'Tom' }), ...monthsOf('2026-01-01', 3)];
    expect(spans(pickTargets(own, '2026-03-31', { from: '2026-01-01', to: '2026-04-01' }).period)).toHaveLength(4);
  });

  it('are those with a value: blank months do not fill a year, and a blank year does not stand for its months', () => {
    const blank = { hasValue: false };
    expect(
      spans(finest([target('2026-01-01', 3), ...['2026-01-01', '2026-02-01', '2026-03-01'].map((from) => target(from, 1, blank))])),
    ).toEqual(['26-01/26-03']);
    expect(spans(finest([target('2026-01-01', 3, blank), target('2026-01-01', 1)]))).toEqual(['26-01/26-01']);
  });

  it('never hold a day twice where lengths nest, and hold every day that had a target', () => {
    const nested = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(...Array.from({ length: 12 }, (_, month) => ({ month, months: 1 }))),
        fc.constantFrom(...[0, 3, 6, 9].map((month) => ({ month, months: 3 }))),
        fc.constantFrom({ month: 0, months: 6 }, { month: 6, months: 6 }, { month: 0, months: 12 }),
      ),
      { selector: ({ month, months }) => `${month} ${months}` },
    );
    fc.assert(
      fc.property(nested, (parts) => {
        const monthsIn = (months: readonly { readonly from: string; readonly to: string }[]): string[] =>
          months.flatMap(({ from, to }) =>
            Array.from({ length: 12 }, (_, step) => addMonths('2026-01-01', step)).filter((day) => day >= from && day <= to),
          );
        const own = parts.map(({ month, months }) => target(addMonths('2026-01-01', month), months));
        const picked = monthsIn(finest(own)).toSorted();
        expect(picked).toEqual([...new Set(picked)]);
        expect(picked).toEqual([...new Set(monthsIn(own))].toSorted());
      }),
    );
  });
});
