import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { marchOnFebruary } from './march.ts';

describe('yearly_revenue', () => {
  it('sums the 365 days up to the end of the later period', async () => {
    const orders = [
      order('A', '1', '2025-03-31', 1000),
      order('A', '2', '2025-04-01', 10),
      order('B', '3', '2026-03-31', 20),
      order('B', '4', '2026-03-31', -5),
      order('B', '5', '2026-04-01', 7),
    ];
    expect(await rowsOf('yearly_revenue', { orders, parameters: marchOnFebruary })).toEqual([
      { first_day: '2025-04-01', last_day: '2026-03-31', days: 365, revenue: 25, yearly: 25 },
    ]);
  });

  it('goes by the days there are where the files begin later', async () => {
    const orders = [order('A', '1', '2026-01-18', 73), order('B', '2', '2026-03-31', 73)];
    expect(await rowsOf('yearly_revenue', { orders, parameters: marchOnFebruary })).toEqual([
      { first_day: '2026-01-18', last_day: '2026-03-31', days: 73, revenue: 146, yearly: 730 },
    ]);
    expect(await rowsOf('yearly_revenue', { orders: [], parameters: marchOnFebruary })).toEqual([]);
  });
});
