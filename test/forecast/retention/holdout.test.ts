import { describe, expect, it } from 'vitest';
import { holdOut } from '../../../src/forecast/retention/holdout.ts';
import type { ReturnCount } from '../../../src/forecast/retention/survival.ts';
import { projectSurvival } from '../../../src/stats/retention-projection.ts';
import { fitShiftedBetaGeometric } from '../../../src/stats/shifted-beta-geometric.ts';

/** A cohort whose survivors buy in every period. */
function cohortOf(cohort: number, survivors: readonly number[]): ReturnCount[] {
  return survivors.flatMap((count, age) => {
    const next = survivors[age + 1] ?? 0;
    return [
      { cohort, age, gap: 1, customers: next },
      { cohort, age, gap: 0, customers: count - next },
    ].filter(({ customers }) => customers > 0);
  });
}

const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe('a hold-out check', () => {
  it('fits what was known before the last quarter of the periods, and counts what came of it', () => {
    const check = holdOut(cohortOf(0, regular), { through: 7, complete: 7 });
    expect(check).toMatchObject({ periods: 2, customers: 1000, actual: 241, target: 7 });
    const fit = fitShiftedBetaGeometric([regular.slice(0, 6)]);
    expect(check?.fit).toEqual(fit);
    if (fit.kind !== 'estimated') throw new Error(fit.kind);
    expect(check?.expected?.value).toBeCloseTo(289 * projectSurvival(fit, 7, { from: 5 }).value, 9);
    expect(check!.expected!.low).toBeLessThan(241);
    expect(check!.expected!.high).toBeGreaterThan(241);
  });

  it('predicts cohorts of every age, those that had just begun too, and none that began later', () => {
    const returns = [...cohortOf(0, regular), ...cohortOf(5, [400, 250, 190]), ...cohortOf(6, [90, 60]), ...cohortOf(7, [70])];
    const check = holdOut(returns, { through: 7, complete: 7 });
    expect(check).toMatchObject({ customers: 1400, actual: 241 + 190 });
    const fit = fitShiftedBetaGeometric([regular.slice(0, 6), [400]]);
    if (fit.kind !== 'estimated') throw new Error(fit.kind);
    const expected = 289 * projectSurvival(fit, 7, { from: 5 }).value + 400 * projectSurvival(fit, 2).value;
    expect(check?.expected?.value).toBeCloseTo(expected, 9);
  });

  it('has a wider interval than its parts, and none where the model cannot tell', () => {
    const check = holdOut([...cohortOf(0, regular), ...cohortOf(0, regular)], { through: 7, complete: 7 });
    const one = holdOut(cohortOf(0, regular), { through: 7, complete: 7 });
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(check!.expected!)).toBeGreaterThan(width(one!.expected!));
    expect(width(check!.expected!)).toBeLessThan(2 * width(one!.expected!));
    expect(holdOut(cohortOf(0, [50, 50, 50, 50]), { through: 3, complete: 3 })).toMatchObject({
      expected: null,
      actual: 50,
      fit: { kind: 'undetermined', reason: 'nobody-left' },
    });
  });

  it('holds back at most twelve periods, and nothing where there are fewer than four', () => {
    const long = Array.from({ length: 80 }, (_, age) => Math.round(1000 / (1 + age)));
    expect(holdOut(cohortOf(0, long), { through: 79, complete: 79 })?.periods).toBe(12);
    expect(holdOut(cohortOf(0, [100, 60, 40]), { through: 2, complete: 2 })).toBeNull();
    expect(holdOut([], { through: 20, complete: 20 })).toBeNull();
  });
});
