import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { january, steadyOrders, workingDays } from './months.ts';

const reps = [{ name: 'Jae' }];
const soFar = workingDays('2026-01-01', '2026-01-16').map((day) => order('of Jae', `Jae ${day}`, day, 10, { rep: 'Jae' }));

async function forecast(target: Row, months: number): Promise<Row | undefined> {
  const rows = await rowsOf('target_forecasts', {
    targets: [{ ...january, owner: 'Jae', ...target }],
    reps,
    orders: [...steadyOrders('Jae', months, 10), ...soFar],
    parameters: { as_of: '2026-01-15' },
  });
  return rows[0];
}

describe('target_forecasts', () => {
  it('go on as it always went: 110 by the middle of the month are 220 at its end, give or take a day', async () => {
    const row = await forecast({ value: 200 }, 24);
    expect(row!['forecast']).toBeGreaterThan(210);
    expect(row!['forecast']).toBeLessThan(225);
    expect(row).toMatchObject({ run_rate: 220, windows: 24, tests: 21 });
    expect(Number(row!['low'])).toBeLessThanOrEqual(Number(row!['forecast']));
    expect(Number(row!['chance'])).toBeGreaterThan(0.9);
    expect(Number(row!['error'])).toBeLessThan(0.05);
  });

  it.each([0, 2])('are none with too little past, of %d months; the run-rate stands there', async (months) => {
    expect(await forecast({ value: 200 }, months)).toMatchObject({
      forecast: null,
      withheld: 'short',
      run_rate: 220,
      low: null,
      high: null,
      chance: null,
      error: null,
      tests: 0,
    });
  });

  it('are none where the run-rate was nearer in the past: months differ, and each goes on as it began', async () => {
    const perDay = [10, 80, 5, 60, 20, 90, 8, 70];
    const orders = perDay.flatMap((amount, month) => {
      const first = `2025-${String(month + 5).padStart(2, '0')}-01`;
      return workingDays(first, addMonths(first, 1)).map((day) => order('of Jae', `Jae ${day}`, day, amount, { rep: 'Jae' }));
    });
    const [row] = await rowsOf('target_forecasts', {
      targets: [{ ...january, owner: 'Jae', value: 200 }],
      reps,
      orders: [...orders, ...soFar],
      parameters: { as_of: '2026-01-15' },
    });
    expect(row).toMatchObject({ forecast: null, withheld: 'farther', run_rate: 220, low: null, chance: null, tests: 5 });
    expect(Number(row!['error'])).toBeGreaterThan(Number(row!['run_rate_error']) * 1.1);
  });

  it('are none over a month of the period of which the files hold nothing, and do not count such a month before it as one of 0', async () => {
    const without = (month: string) => ({
      orders: [...steadyOrders('Jae', 24, 10), ...soFar].filter(({ ordered_at: at }) => !String(at).startsWith(month)),
    });
    const year = { ...january, owner: 'Jae', period_start: '2025-08-01', value: 2000 };
    const ask = (target: Row, month: string) =>
      rowsOf('target_forecasts', { targets: [target], reps, ...without(month), parameters: { as_of: '2026-01-15' } });
    expect((await ask(year, '2025-10'))[0]).toMatchObject({ forecast: null, withheld: 'gap', run_rate: null, chance: null });
    expect((await ask(year, '2024-10'))[0]).toMatchObject({ withheld: null });
    const [steady] = await ask({ ...january, owner: 'Jae', value: 200 }, '2025-10');
    expect(steady).toMatchObject({ windows: 23, withheld: null });
    expect(steady!['error']).toBeLessThan(0.05);
  });

  it('are none of rates, and none of what is over', async () => {
    expect(await forecast({ metric: 'retention_rate', value: 0.9 }, 12)).toBeUndefined();
    expect(await forecast({ value: 200, period_end: '2026-01-15' }, 12)).toBeUndefined();
  });
});
