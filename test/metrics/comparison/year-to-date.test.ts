import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

/** Up to the end of March of 2026 against that of 2025. */
const yearOf = (orders: ReturnType<typeof order>[]) => rowsOf('year_to_date', { orders, parameters: marchOnFebruary });

describe('year_to_date', () => {
  it('holds the year against the same days of the year before, and names who moved it most in that direction', async () => {
    const orders = [
      order('A', '1', '2025-01-10', 1000),
      order('A', '2', '2025-04-01', 7),
      order('A', '3', '2026-03-31', 400),
      order('B', '4', '2025-03-31', 200),
      order('B', '5', '2026-01-01', 350),
      order('B', '6', '2026-02-01', -50),
      order('C', '7', '2026-04-01', 9),
    ];
    expect(await yearOf(orders)).toEqual([
      {
        first_day: '2026-01-01',
        last_day: '2026-03-31',
        revenue: 700,
        year_ago_revenue: 1200,
        difference: -500,
        relative_difference: -500 / 1200,
        customer_id: 'A',
        customer_difference: -600,
        customer_share: 1.2,
        others_relative: 0.5,
      },
    ]);
  });

  it('names the lowest id of those who moved it alike, and nobody where it did not move', async () => {
    const before = [order('Z', '0', '2024-12-31', 1)];
    const rise = [...before, order('B', '1', '2026-01-10', 5), order('A', '2', '2026-01-11', 5), order('C', '3', '2025-01-11', 2)];
    expect(await yearOf(rise)).toMatchObject([
      { difference: 8, customer_id: 'A', customer_difference: 5, customer_share: 5 / 8, others_relative: 1.5 },
    ]);
    const same = [...before, order('A', '1', '2025-01-10', 5), order('A', '2', '2026-01-11', 5)];
    expect(await yearOf(same)).toMatchObject([{ difference: 0, relative_difference: 0, customer_id: null, customer_share: null }]);
  });

  it('knows no year before where the files begin after its first month, and nothing without orders', async () => {
    expect(await yearOf([order('A', '1', '2025-02-01', 5), order('A', '2', '2026-01-11', 6)])).toMatchObject([
      { revenue: 6, year_ago_revenue: null, difference: null, relative_difference: null, customer_id: null },
    ]);
    expect(await yearOf([])).toEqual([]);
  });
});
