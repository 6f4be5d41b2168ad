import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

/** Ten customers a rep who each bought for about so much, and for 100 the month before. */
const sold = (rep: string, amount: number) =>
  Array.from({ length: 10 }, (_, index) => [
    order(`${rep}${index}`, `${rep}${index}-1`, '2026-02-01', 100 + index, { rep }),
    order(`${rep}${index}`, `${rep}${index}-2`, '2026-03-01', amount + index, { rep }),
  ]).flat();

describe('rep_ranking', () => {
  it('ranks reps with the range of their ranks, and groups those who cannot be told apart', async () => {
    const rows = await rowsOf('rep_ranking', {
      reps: [{ name: 'Eve', team: 'North' }],
      orders: [...sold('Ann', 300), ...sold('Bob', 100), ...sold('Cid', 100), ...sold('Dan', 20)],
      parameters: { ...march, reps: { weights: { revenue: 1 } } },
    });
    const seen = rows.map(({ rep, rank, rank_low: low, rank_high: high, rank_group: group, verdict }) => [
      rep,
      rank,
      low,
      high,
      group,
      verdict,
    ]);
    expect(seen).toEqual([
      ['Ann', 1, 1, 1, 1, 'above'],
      ['Bob', 2, 2, 3, 2, 'within'],
      ['Cid', 3, 2, 3, 2, 'within'],
      ['Dan', 4, 4, 4, 3, 'below'],
      // Nothing to rank by: listed, not last.
      ['Eve', null, null, null, null, null],
    ]);
  });

  it('is one group where nobody differs', async () => {
    const rows = await rowsOf('rep_ranking', { orders: [...sold('Ann', 100), ...sold('Bob', 101), ...sold('Cid', 99)], parameters: march });
    expect(rows.map(({ groups, verdict }) => [groups, verdict])).toEqual(Array.from({ length: 3 }, () => [1, 'within']));
  });

  it('does not tell apart by some deals more or less, of a file that names no customer and numbers no deal', async () => {
    const decided = (rep: string, won: number) =>
      Array.from({ length: 40 }, (_, index) => ({ rep, state: index < won ? 'won' : 'lost', closed_on: '2026-03-10' }));
    const rows = await rowsOf('rep_ranking', {
      opportunities: [...decided('Ann', 31), ...decided('Bob', 29), ...decided('Cid', 27)],
      parameters: march,
    });
    expect(rows.map(({ rank_low: low, rank_high: high, verdict, customers }) => [low, high, verdict, customers])).toEqual(
      Array.from({ length: 3 }, () => [1, 3, 'within', 40]),
    );
  });
});
