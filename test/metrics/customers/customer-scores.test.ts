import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

const weights = { revenue: 2, csat: 1, nps: 1 };
const noSides = Object.fromEntries(
  ['lift_1', 'lift_2', 'drag_1', 'drag_2'].flatMap((side) => [
    [side, null],
    [`${side}_points`, null],
  ]),
);

function scores(customers: readonly Record<string, string | number>[], more: Record<string, unknown> = {}): ReturnType<typeof rowsOf> {
  return rowsOf('customer_scores', { customers, parameters: { scorecard: { weights }, ...more } });
}

describe('customer_scores', () => {
  it('weigh the points of the factors present and say how much they cover', async () => {
    const customers = [
      { customer_id: 'A', revenue: 10, csat: 5, nps: 1 },
      { customer_id: 'B', revenue: 20, csat: 3 },
      { customer_id: 'C', nps: 9 },
      { customer_id: 'D' },
    ];
    // Points: revenue A 25, B 75; csat A 75, B 25; nps A 25, C 75.
    expect(await scores(customers, { scorecard: { weights, min_coverage: 0.25 } })).toEqual([
      {
        customer_id: 'A',
        score: (2 * 25 + 75 + 25) / 4,
        coverage: 1,
        rank: 3,
        tier: 3,
        lift_1: 'csat',
        lift_2: null,
        drag_1: 'revenue',
        drag_2: 'nps',
        lift_1_points: 75,
        lift_2_points: null,
        drag_1_points: 25,
        drag_2_points: 25,
      },
      {
        customer_id: 'B',
        score: (2 * 75 + 25) / 3,
        coverage: 0.75,
        rank: 2,
        tier: 2,
        lift_1: 'revenue',
        lift_2: null,
        drag_1: 'csat',
        drag_2: null,
        lift_1_points: 75,
        lift_2_points: null,
        drag_1_points: 25,
        drag_2_points: null,
      },
      { ...noSides, customer_id: 'C', score: 75, coverage: 0.25, rank: 1, tier: 1, lift_1: 'nps', lift_1_points: 75 },
      { ...noSides, customer_id: 'D', score: null, coverage: 0, rank: null, tier: null },
    ]);
  });

  it('leave a customer without score, rank, tier and reasons below the least coverage, and still say the coverage', async () => {
    const orders = [order('A', '1', '2026-01-01', 100), order('B', '2', '2026-02-01', 200)];
    const customers = [{ customer_id: 'N', csat: 10 }, { customer_id: 'A', csat: 5 }, { customer_id: 'B' }];
    const rows = await rowsOf('customer_scores', { orders, customers, parameters: { as_of: '2026-03-01' } });
    expect(rows.map((row) => [row['customer_id'], row['rank']])).toEqual([
      ['A', 2],
      ['B', 1],
      ['N', null],
    ]);
    expect(rows[2]).toEqual({ ...noSides, customer_id: 'N', score: null, coverage: 0.03, rank: null, tier: null });
    const tiers = { method: 'revenue', cuts: [0.8, 0.95] };
    const [, , byRevenue] = await rowsOf('customer_scores', { orders, customers, parameters: { as_of: '2026-03-01', tiers } });
    expect(byRevenue).toMatchObject({ tier: null });
  });

  it('take coverage relative to the factors that any customer has a value for', async () => {
    const customers = [
      { customer_id: 'A', revenue: 10, tenure_months: 5 },
      { customer_id: 'B', revenue: 20, tenure_months: 1 },
      { customer_id: 'C', tenure_months: 9 },
    ];
    const rows = await rowsOf('customer_scores', { customers });
    // Revenue weighs 20 and tenure 5 of the 25 there are: C has a fifth.
    expect(rows).toMatchObject([
      { coverage: 0.25, score: (20 * 25 + 5 * 50) / 25, rank: 2 },
      { coverage: 0.25, score: (20 * 75 + 5 * (100 / 6)) / 25, rank: 1 },
      { coverage: 0.05, score: null, rank: null, tier: null, lift_1: null },
    ]);
    const [only] = await rowsOf('customer_scores', { customers: [{ customer_id: 'A', nps: 9 }] });
    expect(only).toMatchObject({ coverage: 0.02, score: 50, rank: 1, tier: 1 });
  });

  it('give a score at exactly the least coverage, and to every customer with a value where it is 0', async () => {
    const customers = [{ customer_id: 'A', revenue: 10, csat: 5 }, { customer_id: 'B', csat: 3 }, { customer_id: 'C' }];
    const ranks = async (min_coverage: number): Promise<unknown[]> =>
      (await scores(customers, { scorecard: { weights: { revenue: 0.7, csat: 0.3 }, min_coverage } })).map((row) => row['rank']);
    expect(await ranks(0.3)).toEqual([1, 2, null]);
    expect(await ranks(0.300_001)).toEqual([1, null, null]);
    expect(await ranks(1)).toEqual([1, null, null]);
    expect(await ranks(0)).toEqual([1, 2, null]);
  });

  it('name the two strongest factors, equals in the order of the factors', async () => {
    const customers = [
      { customer_id: 'A', revenue: 9, csat: 9, nps: 9 },
      { customer_id: 'B', revenue: 1, csat: 1, nps: 1 },
    ];
    const rows = await scores(customers, { scorecard: { weights: { revenue: 1, csat: 1, nps: 1 } } });
    expect(rows).toMatchObject([
      { lift_1: 'revenue', lift_2: 'csat', drag_1: null, lift_1_points: 75, lift_2_points: 75, drag_1_points: null },
      { lift_1: null, drag_1: 'revenue', drag_2: 'csat', lift_2_points: null, drag_1_points: 25, drag_2_points: 25 },
    ]);
  });

  it('rank equal scores by revenue, then by id', async () => {
    const customers = [
      { customer_id: 'A', csat: 1, revenue: 1 },
      { customer_id: 'C', csat: 1, revenue: 5 },
      { customer_id: 'B', csat: 1, revenue: 5 },
    ];
    const rows = await scores(customers, { scorecard: { weights: { csat: 1 } } });
    expect(rows.map((row) => [row['customer_id'], row['rank']])).toEqual([
      ['A', 3],
      ['B', 1],
      ['C', 2],
    ]);
  });

  it('make tiers by share of customers, equal scores together', async () => {
    const customers = [5, 5, 5, 4, 3, 2, 1, 1, 1, 1].map((csat, index) => ({ customer_id: `C${index}`, csat }));
    const tiers = (await scores(customers, { tiers: { method: 'quantile', cuts: [0.2, 0.5] } })).map((row) => row['tier']);
    expect(tiers).toEqual([1, 1, 1, 2, 2, 3, 3, 3, 3, 3]);
  });

  it('make tiers by cumulative revenue', async () => {
    const customers = [70, 20, 7, 3].map((revenue, index) => ({ customer_id: `C${index}`, revenue }));
    const rows = await scores([...customers, { customer_id: 'N', csat: 3 }], { tiers: { method: 'revenue', cuts: [0.8, 0.95] } });
    expect(rows.map((row) => row['tier'])).toEqual([1, 1, 2, 3, null]);
  });

  it('make tiers of revenue that runs to trillions', async () => {
    const customers = [1, 2, 4, 8, 85].map((share, index) => ({ customer_id: `C${index}`, revenue: share * 9_999_999_999.99 }));
    const rows = await scores(customers, { tiers: { method: 'revenue', cuts: [0.85, 0.931] } });
    expect(rows.map((row) => row['tier'])).toEqual([3, 3, 2, 2, 1]);
  });

  it('make tiers by score', async () => {
    const customers = [1, 2, 3, 4].map((csat, index) => ({ customer_id: `C${index}`, csat }));
    const rows = await scores(customers, { scorecard: { weights: { csat: 1 } }, tiers: { method: 'threshold', cuts: [87.5, 60, 20] } });
    expect(rows.map((row) => [row['score'], row['tier']])).toEqual([
      [12.5, 4],
      [37.5, 3],
      [62.5, 2],
      [87.5, 1],
    ]);
  });
});
