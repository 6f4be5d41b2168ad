import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('rep_measures', () => {
  it('has the measures of each rep with base, median and points', async () => {
    const sold = (rep: string, before: number, after: number) => [
      order(rep, `${rep}1`, '2026-02-01', before, { rep }),
      order(rep, `${rep}2`, '2026-03-01', after, { rep }),
    ];
    const rows = await rowsOf('rep_measures', {
      orders: [...sold('Ann', 100, 150), ...sold('Bob', 100, 100), ...sold('Cid', 100, 50)],
      parameters: { ...march, reps: { weights: { revenue: 1, growth: 2, margin: 1 } } },
    });
    expect(rows.map(({ rep, measure, value, base, median, weight }) => [rep, measure, value, base, median, weight])).toEqual([
      ['Ann', 'growth', 0.5, 100, 0, 2],
      ['Ann', 'revenue', 150, null, 100, 1],
      ['Bob', 'growth', 0, 100, 0, 2],
      ['Bob', 'revenue', 100, null, 100, 1],
      ['Cid', 'growth', -0.5, 100, 0, 2],
      ['Cid', 'revenue', 50, null, 100, 1],
    ]);
    // 50 above the median, mean distance 100 / 3: Φ(50 / (√(π/2) · 100/3)).
    expect(rows[1]!['score']).toBeCloseTo(88.43, 1);
    expect(rows[3]!['score']).toBe(50);
  });
});
