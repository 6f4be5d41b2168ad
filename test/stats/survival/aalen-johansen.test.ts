import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../../src/stats/clopper-pearson.ts';
import { aalenJohansen, incidenceAt } from '../../../src/stats/survival/aalen-johansen.ts';
import type { OutcomeCounts } from '../../../src/stats/survival/risk-table.ts';
import { expectClose } from '../close.ts';
import { lost, open, tenLeads, won } from './outcomes.ts';

function swapped(rows: readonly OutcomeCounts[]): OutcomeCounts[] {
  return rows.map((row) => ({ ...row, events: row.competing, competing: row.events }));
}

describe('the cumulative incidence of ten leads', () => {
  const curve = aalenJohansen(tenLeads);

  it('is that of R survival: 0.1, 0.2143 and 0.3514 converted', () => {
    expect(curve).toMatchObject({ subjects: 10, events: 3, competing: 3, censored: 4, lastFollowUp: 8 });
    // 1/10, then 0.9 · 8/9 · 1/7 more, and then 0.8 · 6/7 · 4/5 · 1/4 more.
    expectClose(incidenceAt(curve, 1)!.value, 0.1);
    expectClose(incidenceAt(curve, 3)!.value, 0.1 + 0.8 / 7);
    expectClose(incidenceAt(curve, 6)!.value, 0.1 + 0.8 / 7 + (0.8 * 24) / 35 / 4);
    expectClose(incidenceAt(curve, 8)!.value, 0.3514286, 1e-7);
  });

  it('of the lost is that of R survival: 0.1, 0.2371 and 0.6486, all open ones gone', () => {
    const losses = aalenJohansen(swapped(tenLeads));
    expectClose(incidenceAt(losses, 2)!.value, 0.1);
    expectClose(incidenceAt(losses, 5)!.value, 0.2371429, 1e-6);
    expectClose(incidenceAt(losses, 8)!.value, 0.6485714, 1e-6);
    expectClose(incidenceAt(losses, 8)!.value + incidenceAt(curve, 8)!.value, 1);
    expect(curve.steps.at(-1)!.remaining).toBe(0);
  });

  // Dinse & Larson's sum, term by term, in another language.
  it.each([
    [1, 0.09486832980505137, 0.14906941658871253],
    [3, 0.1350412959190578, 0.09486832980505137],
    [6, 0.16662347350898146, 0.14906941658871253],
    [8, 0.16662347350898146, 0.16662347350898146],
  ])('has at %d the standard error of the delta method', (age, converted) => {
    expectClose(incidenceAt(curve, age)!.standardError, converted, 1e-12);
  });

  it('has intervals by the complementary log-log inside (0, 1)', () => {
    const { value, standardError, interval } = incidenceAt(curve, 6)!;
    const stretch = (1.959963984540054 * standardError) / ((1 - value) * -Math.log(1 - value));
    expectClose(interval.low, 1 - (1 - value) ** Math.exp(-stretch));
    expectClose(interval.high, 1 - (1 - value) ** Math.exp(stretch));
  });

  it('between two steps is that of the earlier one', () => {
    expect(incidenceAt(curve, 4.5)).toMatchObject({ value: incidenceAt(curve, 3)!.value, atRisk: 5 });
    expect(incidenceAt(curve, 0.5)).toMatchObject({ value: 0, atRisk: 10, interval: clopperPearson(0, 10) });
  });

  it('does not depend on the order of rows and is the same of grouped counts', () => {
    expect(aalenJohansen(tenLeads.toReversed())).toEqual(curve);
    expect(aalenJohansen([{ duration: 2, events: 0, competing: 1, censored: 1 }, ...tenLeads.filter((row) => row.duration !== 2)])).toEqual(
      curve,
    );
  });
});

describe('a cumulative incidence', () => {
  it('without censoring is the share with its binomial standard error', () => {
    const at = incidenceAt(aalenJohansen([won(1, 7), lost(2, 20), won(3, 5), lost(9, 8)]), 5)!;
    expectClose(at.value, 12 / 40);
    expectClose(at.standardError, Math.sqrt((0.3 * 0.7) / 40));
    expect(at.fullyFollowed).toBe(40);
  });

  it('is unknown beyond the last follow-up while anybody is open, and level where nobody is', () => {
    expect(incidenceAt(aalenJohansen([won(3), open(30)]), 31)).toBeNull();
    expect(incidenceAt(aalenJohansen([won(3), open(30)]), 30)).toMatchObject({ value: 0.5 });
    expect(incidenceAt(aalenJohansen([won(3), lost(30)]), 90)).toMatchObject({ value: 0.5, atRisk: 0 });
  });

  it('of none is 0 with the exact upper limit of those followed to the age', () => {
    const none = aalenJohansen([lost(5, 10), open(8, 15), open(40, 25)]);
    expect(incidenceAt(none, 8)).toMatchObject({ value: 0, standardError: 0, fullyFollowed: 50, interval: clopperPearson(0, 50) });
    // Of 40 still open 15 were last seen on day 8: 50 · 25/40 would have been followed beyond it.
    expect(incidenceAt(none, 30)).toMatchObject({ value: 0, fullyFollowed: 31.25, interval: clopperPearson(0, 31.25), atRisk: 25 });
  });

  it('of all is 1 with an exact lower limit', () => {
    const at = incidenceAt(aalenJohansen([open(1), won(2, 3), won(4, 2)]), 10)!;
    expect(at).toMatchObject({ value: 1, standardError: 0, fullyFollowed: 5, interval: { low: clopperPearson(5, 5).low, high: 1 } });
  });

  it('does not exist without subjects', () => {
    expect(aalenJohansen([])).toMatchObject({ subjects: 0, lastFollowUp: null, steps: [] });
    expect(incidenceAt(aalenJohansen([]), 30)).toBeNull();
  });

  it('of weights is that of the rows they stand for', () => {
    const rows = [won(1), won(1), won(1), open(1), lost(2), lost(2), open(3), won(4), open(5)];
    const weighted = [won(1, 1.5), won(1, 1.5), open(1), lost(2, 2), open(3), won(4), open(5)];
    expect(aalenJohansen(weighted)).toEqual(aalenJohansen(rows));
  });
});
