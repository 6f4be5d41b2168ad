import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

/** Up to the end of March of 2026 against that of 2025. */
const yearOf = (orders: ReturnType<typeof order>[]) => rowsOf('year_to_date', { orders, parameters: marchOnFebruary });

describe('year_to_date', () => {
  it('holds the year against the same days of the year before, and names who changed most', async () => {
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
        others_relative: 0.5,
      },
    ]);
  });

  it('names who changed most in either direction, the lowest id of those who changed alike, and nobody where nobody did', async () => {
    const before = [order('Z', '0', '2024-12-31', 1)];
    const rise = [...before, order('B', '1', '2026-01-10', 5), order('A', '2', '2026-01-11', 5), order('C', '3', '2025-01-11', 2)];
    expect(await yearOf(rise)).toMatchObject([{ difference: 8, customer_id: 'A', customer_difference: 5, others_relative: 1.5 }]);
    const hidden = [...before, order('A', '1', '2025-01-10', 50), order('B', '2', '2025-01-10', 10), order('B', '3', '2026-01-11', 70)];
    expect(await yearOf(hidden)).toMatchObject([{ difference: 10, customer_id: 'B', customer_difference: 60, others_relative: -1 }]);
    const fell = [...hidden, order('A', '4', '2025-01-12', 20)];
    expect(await yearOf(fell)).toMatchObject([{ difference: -10, customer_id: 'A', customer_difference: -70, others_relative: 6 }]);
    const same = [...before, order('A', '1', '2025-01-10', 5), order('A', '2', '2026-01-11', 5)];
    expect(await yearOf(same)).toMatchObject([{ difference: 0, relative_difference: 0, customer_id: null, customer_difference: null }]);
  });

  it('knows no year before where the files begin after the first tenth of its days, and nothing without orders', async () => {
    expect(await yearOf([order('A', '1', '2025-01-10', 5), order('A', '2', '2026-01-11', 6)])).toMatchObject([{ difference: 1 }]);
    expect(await yearOf([order('A', '1', '2025-01-11', 5), order('A', '2', '2026-01-11', 6)])).toMatchObject([
      { revenue: 6, year_ago_revenue: null, difference: null, relative_difference: null, customer_id: null },
    ]);
    expect(await yearOf([])).toEqual([]);
  });
});
