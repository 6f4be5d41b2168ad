import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';

const january = { period_start: '2026-01-01', period_end: '2026-01-31', metric: 'revenue' };
const reps = [{ rep_id: '1', name: 'Amy', team: 'North' }];

/** Amy sells 100 in every month of two years, and 10% more in each of the second. */
const orders = Array.from({ length: 24 }, (_, index) => {
  const day = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  return order('C1', `o${index}`, day, index < 12 ? 100 : 110, { rep: 'Amy' });
});

async function checked(targets: readonly Row[], more: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
  const input = { targets: targets.map((row) => ({ ...january, ...row })), reps, orders, parameters: { as_of: '2025-12-31' }, ...more };
  return rowsOf('target_checks', input);
}

async function reach(value: number, more: Row = {}): Promise<Row> {
  const [row] = await checked([{ owner: 'Amy', value, ...more }]);
  return row!;
}

describe('target_checks: achievable', () => {
  it('compares with the same period last year, and the growth asked with past growth', async () => {
    const row = await reach(121);
    expect(row).toMatchObject({ compared_with: 'year_ago', base: 110, percentile: 0.5, past_periods: 12, achievable: 'realistic' });
    expect(row['stretch_index']).toBeCloseTo(1.1, 12);
    expect(row['required_per_day']).toBeCloseTo(121 / 31, 12);
    expect(row['recent_per_day']).toBeCloseTo((12 * 110) / 365, 12);
  });

  it('is easy below what always grew, ambitious above, and out of reach far above all that was ever reached', async () => {
    expect((await reach(110))['achievable']).toBe('easy');
    // 12 of 12 grew by less: 12/13 is above 0.75, not above 0.95.
    expect(await reach(140)).toMatchObject({ percentile: 1, achievable: 'ambitious' });
    expect((await reach(200))['achievable']).toBe('out_of_reach');
  });

  it('goes by the stretch index where too few periods are known', async () => {
    const year = { period_start: '2026-01-01', period_end: '2026-12-31' };
    expect(await reach(1320 * 1.1, year)).toMatchObject({ base: 1320, percentile: null, past_periods: 1, achievable: 'realistic' });
    expect((await reach(1320 * 0.9, year))['achievable']).toBe('easy');
    expect((await reach(1320 * 1.3, year))['achievable']).toBe('ambitious');
    expect((await reach(1320 * 1.6, year))['achievable']).toBe('out_of_reach');
  });

  it('takes the baseline of the file where nothing else is known, and cannot tell without any', async () => {
    const other = { owner: 'Zoe', value: 12, baseline: 10 };
    expect(await checked([other], { orders: [] })).toMatchObject([{ compared_with: 'stated', base: 10, achievable: 'realistic' }]);
    expect(await checked([{ owner: 'Zoe', value: 12 }], { orders: [] })).toMatchObject([
      { compared_with: null, achievable: 'cannot_tell' },
    ]);
  });

  /** Amounts of Amy by month, the first of them January 2024. */
  const sales = (amounts: readonly number[]): Row[] =>
    amounts.flatMap((amount, index) => {
      const day = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
      return amount === 0 ? [] : [order('C1', `o${index}`, day, amount, { rep: 'Amy' })];
    });
  const reachAfter = async (value: number, amounts: readonly number[]): Promise<Row> =>
    (await checked([{ owner: 'Amy', value }], { orders: sales(amounts) }))[0]!;

  it('goes by the own level, not by a tiny base: last January was an accident', async () => {
    const year = [100, 90, 110, 100, 95, 105, 100, 90, 110, 100, 95, 105];
    const [usual, low] = [await reachAfter(105, [...year, 5, ...year.slice(1)]), await reachAfter(180, [...year, 5, ...year.slice(1)])];
    expect(usual).toMatchObject({ compared_with: 'level', past_periods: 12, achievable: 'realistic' });
    expect(usual['stretch_index']).toBeGreaterThan(1);
    expect(usual['stretch_index']).toBeLessThan(1.2);
    expect(low['achievable']).toBe('out_of_reach');
  });

  it('takes a January that is low every year for a season', async () => {
    const year = [10, 90, 110, 100, 95, 105, 100, 90, 110, 100, 95, 105];
    expect(await reachAfter(100, [...year, ...year])).toMatchObject({ compared_with: 'year_ago', base: 10, achievable: 'ambitious' });
  });

  it('lets no leaps of the past stand for what can be reached: 13 times the base passes only at the own level', async () => {
    const leaping = Array.from({ length: 24 }, (_, index) => [10, 60, 20, 90][(index * 7 + Math.floor(index / 12)) % 4]!);
    // Mean 46, spread 34 over twelve months: 95% of one more lies below 108.
    expect(await reachAfter(100, leaping)).toMatchObject({ compared_with: 'level', past_periods: 12, achievable: 'ambitious' });
    // The months of 2025 as of 31 days each: 31 ÷ 12 × (60 ÷ 31 + 10 ÷ 28 + 90 ÷ 31 + 20 ÷ 30 …).
    expect((await reachAfter(100, leaping))['base']).toBeCloseTo(45.589, 3);
    expect(await reachAfter(50, leaping)).toMatchObject({ achievable: 'realistic' });
    expect(await reachAfter(115, leaping)).toMatchObject({ achievable: 'out_of_reach' });
  });

  it('is the less sure the fewer months are known', async () => {
    const since = (amounts: readonly number[]): number[] => [...Array.from({ length: 24 - amounts.length }, () => 0), ...amounts];
    // Mean 45; t = 1.7 with 3 degrees (91%), and 1.9 with 7 (95%).
    expect(await reachAfter(100, since([20, 70, 20, 70]))).toMatchObject({ past_periods: 4, achievable: 'ambitious' });
    expect(await reachAfter(100, since([20, 70, 20, 70, 20, 70, 20, 70]))).toMatchObject({ past_periods: 8, achievable: 'out_of_reach' });
  });

  it('knows only what was known before the period began', async () => {
    const early = { period_start: '2025-01-01', period_end: '2025-01-31' };
    expect(await reach(100, early)).toMatchObject({ base: 100, past_periods: 11, compared_with: 'previous' });
  });
});

describe('target_checks: the other letters', () => {
  const letters = async (row: Row, more = {}): Promise<unknown> => {
    const [found] = await checked([{ owner: 'Amy', value: 120, parent: null, ...row }], more);
    return [found!['specific'], found!['measurable'], found!['relevant'], found!['time_bound']];
  };

  it('finds owners whom nobody knows, and compares none where nobody is named', async () => {
    expect(await letters({ owner: '61161660' })).toEqual(['owner_unknown', 'measured', 'no_parent', 'dated']);
    const [alone] = await checked([{ owner: 'Amy', value: 1 }], { orders: [], reps: [] });
    expect(alone).toMatchObject({ specific: 'not_compared', measurable: 'data_missing', needs: 'orders.ordered_at' });
    expect(((await letters({ owner: null, level: 'rep' })) as unknown[])[0]).toBe('owner_missing');
  });

  it('says which data or unit is wrong', async () => {
    const measurable = async (row: Row): Promise<unknown> => ((await letters(row)) as unknown[])[1];
    expect(await measurable({ metric: 'visits' })).toBe('data_missing');
    expect(await measurable({ metric: 'customers', unit: '家' })).toBe('measured');
    expect(await measurable({ metric: 'customers', unit: '元' })).toBe('unit_differs');
    expect(await measurable({ unit: '%' })).toBe('in_percent');
    expect(await measurable({ unit: '家' })).toBe('unit_differs');
    expect(await measurable({ value: 0.5 })).toBe('below_one');
    expect(await measurable({ metric: 'retention_rate', value: 85 })).toBe('rate_above_one');
    expect(await measurable({ metric: 'retention_rate', value: 0.85, unit: '%' })).toBe('measured');
    expect(await measurable({ metric: 'nps', value: 400 })).toBe('out_of_scale');
    expect(await measurable({ value: -500 })).toBe('out_of_scale');
    expect(await measurable({ metric: 'nps', value: -10 })).not.toBe('out_of_scale');
    expect(await measurable({ value: null })).toBe('value_missing');
  });

  it('suspects a missing unit where targets are a thousand times less than usual', async () => {
    const thousands = { orders: orders.map((row) => ({ ...row, amount: Number(row['amount']) * 1_000_000 })) };
    expect(await checked([{ owner: 'Amy', value: 120_000 }], thousands)).toMatchObject([
      { measurable: 'unit_factor', unit_factor: 1000, achievable: 'cannot_tell' },
    ]);
    expect(await checked([{ owner: 'Amy', value: 12_000 }], thousands)).toMatchObject([{ unit_factor: 10_000 }]);
    expect(await checked([{ owner: '61161660', value: 120_000 }], thousands)).toMatchObject([
      { specific: 'owner_unknown', unit_factor: 1000 },
    ]);
    // One rep far below the others is a small target, no other unit.
    const many = await checked(
      [
        { owner: 'Amy', value: 120_000 },
        { owner: 'Amy', value: 120_000_000, period_start: '2026-02-01', period_end: '2026-02-28' },
        { owner: 'Amy', value: 120_000_000, period_start: '2026-03-01', period_end: '2026-03-31' },
      ],
      thousands,
    );
    expect(many.map(({ unit_factor: factor }) => factor)).toEqual([null, null, null]);
  });

  it('asks for a period that is not over when it is set, and not twice there', async () => {
    expect(((await letters({ period_start: null })) as unknown[])[3]).toBe('period_missing');
    expect(((await letters({ period_end: '2025-12-01' })) as unknown[])[3]).toBe('period_reversed');
    expect(((await letters({ set_on: '2026-02-01' })) as unknown[])[3]).toBe('over_when_set');
    const bounds = async (...spans: readonly (readonly [from: string, to: string])[]): Promise<unknown[]> => {
      const rows = await checked(
        spans.map(([period_start, period_end], index) => ({ owner: 'Amy', value: 120 + index, period_start, period_end })),
      );
      return rows.map(({ time_bound: reason }) => reason);
    };
    expect(await bounds(['2026-01-01', '2026-01-31'], ['2026-01-01', '2026-01-31'])).toEqual(['twice', 'twice']);
    expect(await bounds(['2026-01-01', '2026-01-31'], ['2026-01-15', '2026-02-14'])).toEqual(['overlaps', 'overlaps']);
    expect(await bounds(['2026-01-01', '2026-01-31'], ['2026-01-01', '2026-12-31'])).toEqual(['dated', 'dated']);
  });

  it('asks for a target above that the siblings add up to', async () => {
    const relevant = async (company: number | null): Promise<unknown[]> => {
      const above = company === null ? [] : [{ level: 'company', owner: 'Acme', value: company }];
      const rows = await checked([...above, { owner: 'Amy', value: 120, parent: 'Acme' }]);
      return rows.map((row) => [row['relevant'], row['failed']]);
    };
    expect(await relevant(120)).toEqual([
      ['top', 0],
      ['adds_up', 0],
    ]);
    expect(await relevant(121)).toEqual([
      ['top', 0],
      ['does_not_add_up', 1],
    ]);
    expect(await relevant(null)).toEqual([['parent_missing', 1]]);
  });
});
