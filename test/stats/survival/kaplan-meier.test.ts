import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from '../../../src/stats/survival/kaplan-meier.ts';
import { expectClose } from '../close.ts';
import { lost, open, tenLeads, won } from './outcomes.ts';

describe('the Kaplan–Meier estimator', () => {
  it('counts events before censorings of the same duration: the six subjects of R survival', () => {
    const { steps } = kaplanMeier([won(1), won(2), open(2), won(3), open(3), open(4)]);
    expect(steps.map((step) => step.atRisk)).toEqual([6, 5, 3, 1]);
    for (const [index, [value, standardError]] of [
      [0.8333333333333334, 0.1521451549],
      [0.6666666666666667, 0.1924500897],
      [0.4444444444444444, 0.2222222222],
    ].entries()) {
      expectClose(steps[index]!.value, value!, 1e-12);
      expectClose(steps[index]!.standardError, standardError!, 1e-9);
    }
  });

  it('gives the conversion of convoys at nine: 0.75 exactly', () => {
    expect(1 - survivalAt(kaplanMeier([open(2), open(3), won(6), won(6), won(7), open(10)]), 9)!.value).toBe(0.75);
  });

  it('takes the lost for open ones and so makes conversion too high: 0.4214 of ten leads where 0.3514 is right', () => {
    const curve = kaplanMeier(tenLeads);
    expectClose(1 - survivalAt(curve, 1)!.value, 0.1, 1e-7);
    expectClose(1 - survivalAt(curve, 3)!.value, 0.2285714, 1e-6);
    expectClose(1 - survivalAt(curve, 6)!.value, 0.4214286, 1e-6);
    expect(curve.incidence).toMatchObject({ events: 3, competing: 0, censored: 7 });
  });

  it('is 1 before the first event, with an exact lower limit, and unknown beyond the last follow-up', () => {
    const curve = kaplanMeier([won(5), open(9)]);
    expect(survivalAt(curve, 4)).toMatchObject({ value: 1, standardError: 0, atRisk: 2, interval: { high: 1 } });
    expectClose(survivalAt(curve, 4)!.interval.low, Math.sqrt(0.025));
    expect(survivalAt(curve, 9)).toMatchObject({ value: 0.5, atRisk: 1 });
    expect(survivalAt(curve, 9.5)).toBeNull();
    expect(survivalAt(kaplanMeier([won(5), won(9)]), 20)).toMatchObject({ value: 0, atRisk: 0 });
  });

  it('does not exist without subjects', () => {
    expect(kaplanMeier([]).steps).toEqual([]);
    expect(survivalAt(kaplanMeier([]), 1)).toBeNull();
    expect(survivalAt(kaplanMeier([lost(3)]), 3)).toMatchObject({ value: 1 });
  });
});
