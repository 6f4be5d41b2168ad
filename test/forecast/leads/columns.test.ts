import { describe, expect, it } from 'vitest';
import { judgeColumns } from '../../../src/forecast/leads/columns.ts';
import { trainingOf } from './lead-rows.ts';

/** 100 leads in a mixed order; by their turn the first 40 converted. */
const turns = Array.from({ length: 100 }, (_, lead) => (lead * 37) % 100);
const converted = turns.map((turn) => turn < 40);
const cells = (of: (turn: number) => string | number | null) => turns.map(of);

describe('columns by themselves', () => {
  const judged = judgeColumns(
    trainingOf(converted, {
      // Wrong in 1 of 40.
      Done: cells((turn) => (turn < 39 ? 'yes' : 'no')),
      // Of the converted 38 of 40 are hot, of the others 5 of 60.
      Heat: cells((turn) => (turn < 38 || turn >= 95 ? 'hot' : 'cold')),
      // Blank for all that converted, filled for half of the others.
      Why: cells((turn) => (turn < 70 ? null : ['price', 'time'][turn % 2]!)),
      'Lead score': cells((turn) => (turn < 70 ? 'A' : 'B')),
      'Last name day': cells((turn) => ['A', 'B'][turn % 2]!),
      'leads.source': cells((turn) => (turn < 25 || turn >= 80 ? 'fair' : 'web')),
    }),
    { use: [], leave_out: [] },
  );
  const of = (id: string) => judged.find(({ attribute }) => attribute.id === id)!;

  it('are filled in after the fact where they repeat the outcome, rank too well, are blank by outcome, or say so and depend on it', () => {
    expect(Object.fromEntries(judged.map(({ attribute, afterTheFact }) => [attribute.id, afterTheFact]))).toEqual({
      Done: 'repeats_outcome',
      Heat: 'too_good',
      Why: 'blank_by_outcome',
      'Lead score': 'late_name',
      'Last name day': null,
      'leads.source': null,
    });
  });

  it('are what the user says they are', () => {
    const said = judgeColumns(
      trainingOf(converted, {
        'Lead score': cells((turn) => (turn < 70 ? 'A' : 'B')),
        Why: cells((turn) => (turn < 70 ? null : ['price', 'time'][turn % 2]!)),
        'leads.source': cells((turn) => (turn < 25 || turn >= 80 ? 'fair' : 'web')),
      }),
      { use: ['lead score'], leave_out: ['Source'] },
    );
    expect(Object.fromEntries(said.map(({ attribute, afterTheFact }) => [attribute.id, afterTheFact]))).toEqual({
      'Lead score': null,
      Why: 'blank_by_outcome',
      'leads.source': 'said',
    });
  });

  it('say the shares of blanks and Pearson’s chi-square', () => {
    expect(of('Why').blankConverted).toBe(1);
    expect(of('Why').blankOthers).toBe(0.5);
    // A: 40 of 40 and 30 of 60, B: 0 and 30; chi-square 100 (40 · 30 − 0 · 30)² / (70 · 30 · 40 · 60) = 28.57, p = 9.0e-8; third of six.
    expect(of('Lead score').p).toBeCloseTo(9.03e-8, 9);
    expect(of('Lead score').pAdjusted).toBeCloseTo(4 * 9.03e-8, 8);
  });

  it('come by the area under the curve of leads that were not learned from', () => {
    const areas = judged.map(({ area }) => area.area);
    expect(areas).toEqual(areas.toSorted((one, other) => other - one));
    expect(judged[0]!.attribute.id).toBe('Done');
    expect(of('Last name day').area.area).toBeLessThan(0.55);
  });
});
