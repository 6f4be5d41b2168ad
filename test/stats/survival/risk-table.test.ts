import { describe, expect, it } from 'vitest';
import { riskTable } from '../../../src/stats/survival/risk-table.ts';
import { lost, open, won } from './outcomes.ts';

describe('a risk table', () => {
  it('has one step a duration, ascending, with those who last at least as long at risk', () => {
    expect(riskTable([open(7, 2), won(3), lost(3, 2), won(3), won(0.5)])).toEqual([
      { duration: 0.5, events: 1, competing: 0, censored: 0, atRisk: 7 },
      { duration: 3, events: 2, competing: 2, censored: 0, atRisk: 6 },
      { duration: 7, events: 0, competing: 0, censored: 2, atRisk: 2 },
    ]);
  });

  it('is empty without subjects, and leaves out durations of nobody', () => {
    expect(riskTable([])).toEqual([]);
    expect(riskTable([won(3, 0)])).toEqual([]);
  });

  it('refuses negative durations and counts', () => {
    expect(() => riskTable([won(-1)])).toThrow(RangeError);
    expect(() => riskTable([won(1, -1)])).toThrow(RangeError);
    expect(() => riskTable([open(Number.NaN)])).toThrow(RangeError);
    expect(() => riskTable([open(Infinity)])).toThrow(RangeError);
  });
});
