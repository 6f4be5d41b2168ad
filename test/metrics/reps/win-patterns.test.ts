import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { decided } from './decided-deals.ts';
import { march } from './review-rows.ts';

describe('win_patterns', () => {
  it('tells the kinds that are won more and less often, whoever works on them', async () => {
    const opportunities = ['Ann', 'Bob'].flatMap((rep) => [
      ...decided(rep, { won: 24, lost: 6 }, { source: 'fair' }),
      ...decided(rep, { won: 6, lost: 24 }, { source: 'web' }),
    ]);
    const rows = await rowsOf('win_patterns', { opportunities, parameters: march });
    expect(rows.map(({ kind, verdict, cases, successes, rate }) => [kind, verdict, cases, successes, rate])).toEqual([
      ['fair', 'above', 60, 48, 0.8],
      ['web', 'below', 60, 12, 0.2],
    ]);
    for (const row of rows) expect(row['expected_rate']).toBeCloseTo(0.5, 6);
    // Wilson of 48 of 60.
    expect(rows[0]!['rate_low']).toBeCloseTo(0.6822, 4);
    expect(rows[0]!['rate_high']).toBeCloseTo(0.8817, 4);
  });

  it('calls what good reps work on no pattern', async () => {
    const opportunities = [
      ...decided('Ann', { won: 27, lost: 3 }, { source: 'fair' }),
      ...decided('Ann', { won: 9, lost: 1 }, { source: 'web' }),
      ...decided('Bob', { won: 1, lost: 9 }, { source: 'fair' }),
      ...decided('Bob', { won: 3, lost: 27 }, { source: 'web' }),
    ];
    const rows = await rowsOf('win_patterns', { opportunities, parameters: march });
    expect(rows.map(({ kind, rate, verdict }) => [kind, rate, verdict])).toEqual([
      ['fair', 0.7, 'within'],
      ['web', 0.3, 'within'],
    ]);
  });
});
