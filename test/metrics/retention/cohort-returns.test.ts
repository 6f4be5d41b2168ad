import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('cohort_returns', () => {
  it('counts customers by the periods until they bought again; a return of goods is no purchase', async () => {
    const orders = [
      order('A', '1', '2026-01-10', 10),
      order('A', '2', '2026-02-10', 10),
      order('A', '3', '2026-05-10', 10),
      order('B', '4', '2026-01-20', 10),
      order('B', '5', '2026-02-20', 10),
      order('B', '6', '2026-04-20', -10),
      order('C', '7', '2026-02-01', 10),
    ];
    expect(await rowsOf('cohort_returns', { orders })).toEqual([
      { cohort_on: '2026-01-01', age: 0, gap: 1, customers: 2 },
      { cohort_on: '2026-01-01', age: 1, gap: 0, customers: 1 },
      { cohort_on: '2026-01-01', age: 1, gap: 3, customers: 1 },
      { cohort_on: '2026-01-01', age: 4, gap: 0, customers: 1 },
      { cohort_on: '2026-02-01', age: 0, gap: 0, customers: 1 },
    ]);
  });
});
