import { describe, expect, it } from 'vitest';
import { countCases } from '../../../../src/metrics/reps/parts/case-kinds.ts';
import type { Case } from '../../../../src/metrics/reps/parts/cases.ts';

const many = (count: number, made: Case): Case[] => Array.from({ length: count }, () => made);
const deal = (rep: string, succeeded: boolean, kinds: Case['kinds']): Case => ({ rep, succeeded, kinds });

describe('counted cases', () => {
  it('are those of each rep that are alike; kinds of few cases are put with the unknown', () => {
    const { reps, factors, cases, design } = countCases(
      [
        ...many(6, deal('Bob', true, { industry: 'medical', source: 'fair' })),
        ...many(4, deal('Ann', false, { industry: 'medical', source: 'fair' })),
        ...many(9, deal('Ann', true, { industry: 'retail', source: 'fair' })),
        ...many(2, deal('Ann', false, { industry: 'mining', source: null })),
      ],
      ['industry', 'source'],
    );
    expect(reps).toEqual(['Ann', 'Bob']);
    // All but two come from a fair: one kind alone tells nothing.
    expect(factors).toEqual([{ attribute: 'industry', kinds: ['', 'medical', 'retail'] }]);
    expect(design).toEqual({ units: 2, factors: [3] });
    expect(cases).toEqual([
      { unit: 1, kinds: [1], trials: 6, successes: 6 },
      { unit: 0, kinds: [1], trials: 4, successes: 0 },
      { unit: 0, kinds: [2], trials: 9, successes: 9 },
      { unit: 0, kinds: [0], trials: 2, successes: 0 },
    ]);
  });

  it('leave out what is known of those that were lost alone', () => {
    const cases = [
      ...many(20, deal('Ann', true, { competitor: null })),
      ...many(10, deal('Ann', false, { competitor: 'A' })),
      ...many(10, deal('Ann', false, { competitor: 'B' })),
    ];
    expect(countCases(cases, ['competitor']).factors).toEqual([]);
  });
});
