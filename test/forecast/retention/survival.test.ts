import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReturnCount, survivalAt, survivorsAtAge } from '../../../src/forecast/retention/survival.ts';

/** One customer a list: the ages at which he buys. */
function returnsOf(cohort: number, customers: readonly (readonly number[])[]): ReturnCount[] {
  return customers.flatMap((ages) =>
    ages.map((age, index) => ({ cohort, age, gap: index + 1 < ages.length ? ages[index + 1]! - age : 0, customers: 1 })),
  );
}

const histories = fc.array(
  fc.record({
    cohort: fc.integer({ min: 0, max: 11 }),
    later: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('survival', () => {
  it('counts those who buy in a period or later, silent periods in between or not', () => {
    const returns = returnsOf(100, [[0, 1, 2, 3], [0, 1], [0, 1, 3], [0]]);
    const { cohorts, settlingPeriods, settledThrough } = survivalAt(returns, { through: 103, complete: 103 });
    expect(settlingPeriods).toBe(2);
    expect(settledThrough).toBe(102);
    expect(cohorts).toEqual(new Map([[100, [4, 3, 2]]]));
  });

  it('waits for those who come back: a silence of four periods hides its customer for three of them', () => {
    const often = Array.from({ length: 95 }, () => [0, 1]);
    // 95 of 99 periods are seen at once; the silence of four is seen after 1, 2, 3 and 4.
    expect(survivalAt(returnsOf(0, [...often, [0, 4]]), { through: 9, complete: 9 })).toMatchObject({
      settlingPeriods: 1,
      settledThrough: 9,
    });
    const few = often.slice(0, 10);
    // 10 + 1 of 14 at once, 12 and 13 of 14 within two and three, which is less than 95%.
    expect(survivalAt(returnsOf(0, [...few, [0, 4]]), { through: 9, complete: 9 })).toMatchObject({
      settlingPeriods: 4,
      settledThrough: 6,
    });
  });

  it('knows nothing of what was bought later than it looks', () => {
    const returns = returnsOf(0, [
      [0, 1, 5],
      [0, 2],
      [0, 1],
    ]);
    expect(survivalAt(returns, { through: 3, complete: 3 })).toEqual(
      survivalAt(
        returnsOf(0, [
          [0, 1],
          [0, 2],
          [0, 1],
        ]),
        { through: 3, complete: 3 },
      ),
    );
    expect(survivalAt(returnsOf(8, [[0, 1]]), { through: 3, complete: 3 }).cohorts.size).toBe(0);
  });

  it('is known of period 0 even where nothing else is, and counts the purchases of a period that still runs', () => {
    const { cohorts } = survivalAt(returnsOf(0, [[0, 1], [0]]), { through: 1, complete: 0 });
    expect(cohorts).toEqual(new Map([[0, [2]]]));
    expect(
      survivalAt(
        returnsOf(0, [
          [0, 1, 2],
          [0, 1],
        ]),
        { through: 2, complete: 1 },
      ).cohorts,
    ).toEqual(new Map([[0, [2, 2]]]));
  });

  it('is summed over the cohorts that are old enough only', () => {
    const returns = [...returnsOf(0, [[0, 1, 2], [0, 1], [0]]), ...returnsOf(2, [[0], [0]])];
    const survival = survivalAt(returns, { through: 2, complete: 2 });
    expect([0, 1, 2, 3].map((age) => survivorsAtAge(survival, age))).toEqual([
      { customers: 5, survivors: 5 },
      { customers: 3, survivors: 2 },
      { customers: 3, survivors: 1 },
      { customers: 0, survivors: 0 },
    ]);
  });

  it('never rises, begins with all customers, and ends with the last settled period', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 11, max: 24 }), (customers, complete) => {
        const returns = customers.flatMap(({ cohort, later }) => returnsOf(cohort, [[0, ...later.toSorted((a, b) => a - b)]]));
        const survival = survivalAt(returns, { through: complete + 1, complete });
        expect(survival.settlingPeriods).toBeGreaterThanOrEqual(1);
        expect(survivorsAtAge(survival, 0).customers).toBe(customers.length);
        for (const [cohort, counts] of survival.cohorts) {
          expect(counts).toHaveLength(Math.max(0, survival.settledThrough - cohort) + 1);
          expect(counts).toEqual(counts.toSorted((a, b) => b - a));
          for (const [age, count] of counts.entries()) {
            const alive = customers.filter(
              (one) => one.cohort === cohort && Math.max(0, ...one.later.filter((at) => cohort + at <= complete + 1)) >= age,
            );
            expect(count).toBe(alive.length);
          }
        }
      }),
    );
  });
});
