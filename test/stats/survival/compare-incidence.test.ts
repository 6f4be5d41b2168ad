import { describe, expect, it } from 'vitest';
import { compareProportions } from '../../../src/stats/proportions.ts';
import { aalenJohansen, incidenceAt } from '../../../src/stats/survival/aalen-johansen.ts';
import { compareIncidences, effectiveProportion } from '../../../src/stats/survival/compare-incidence.ts';
import { expectClose } from '../close.ts';
import { lost, open, won } from './outcomes.ts';

describe('two incidences at the same age', () => {
  it('without censoring are compared as the proportions they are', () => {
    const first = incidenceAt(aalenJohansen([won(4, 48), lost(9, 32)]), 30);
    const second = incidenceAt(aalenJohansen([won(8, 56), lost(2, 14)]), 30);
    const comparison = compareIncidences(first, second)!;
    const proportions = compareProportions({ successes: 48, trials: 80 }, { successes: 56, trials: 70 })!;
    expectClose(comparison.difference, 0.2);
    expectClose(comparison.p, proportions.p, 1e-10);
    expect(comparison.test).toBe('score');
    expect(comparison.interval.low).toBeGreaterThan(0);
    expect(comparison.interval.high).toBeLessThan(0.4);
  });

  it('of few are compared exactly, an incidence of 0 included', () => {
    const first = incidenceAt(aalenJohansen([lost(4, 7), lost(9, 13)]), 30);
    const second = incidenceAt(aalenJohansen([won(8, 5), lost(2, 15)]), 30);
    expect(compareIncidences(first, second)).toMatchObject({ test: 'fisher', p: expect.closeTo(0.04712404712404713, 12) });
  });

  it('count as many as the uncensored sample that would tell as much', () => {
    const at = incidenceAt(aalenJohansen([won(3, 30), lost(3, 50), open(10, 100), won(20, 10), open(40, 60)]), 30)!;
    const { successes, trials } = effectiveProportion(at);
    expectClose(successes / trials, at.value);
    // 70 of the 170 open ones were followed beyond 10.
    expectClose(at.fullyFollowed, (250 * 70) / 170);
    expect(trials).toBeGreaterThan(at.fullyFollowed);
    expect(trials).toBeLessThan(250);
    expect(effectiveProportion(incidenceAt(aalenJohansen([open(4, 9)]), 2)!)).toEqual({ successes: 0, trials: 9 });
  });

  it('cannot be compared where one does not exist', () => {
    expect(compareIncidences(null, incidenceAt(aalenJohansen([won(1)]), 1))).toBeNull();
    expect(compareIncidences(incidenceAt(aalenJohansen([won(1)]), 1), null)).toBeNull();
  });
});
