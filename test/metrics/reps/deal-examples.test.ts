import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { decided, fairDeals } from './decided-deals.ts';
import { march } from './review-rows.ts';

describe('deal_examples', () => {
  it('counts the patterns that a deal shows: of success where it was won, of failure where it was lost', async () => {
    const opportunities = ['Ann', 'Bob'].flatMap((rep) => [
      ...decided(rep, { won: 24, lost: 6 }, { source: 'fair' }),
      ...decided(rep, { won: 6, lost: 24 }, { source: 'web' }),
    ]);
    const rows = await rowsOf('deal_examples', { opportunities, parameters: march });
    const counted = (patterns: string): number => rows.filter((row) => row['patterns'] === patterns).length;
    expect([counted('source=fair'), counted('source=web'), counted('')]).toEqual([48, 48, 24]);
    expect(rows.reduce((sum, { fits }) => sum + Number(fits), 0)).toBe(96);
  });

  it('shows none where no pattern holds', async () => {
    const rows = await rowsOf('deal_examples', { opportunities: fairDeals.slice(80), parameters: march });
    expect(rows).toHaveLength(160);
    expect(rows.every(({ fits }) => fits === 0)).toBe(true);
  });
});
