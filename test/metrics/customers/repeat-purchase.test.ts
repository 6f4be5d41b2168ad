import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('repeat_purchase', () => {
  it('divides those with two orders by those with one, with a Wilson interval', async () => {
    const orders = [
      ...Array.from({ length: 10 }, (_, index) => order(`C${index}`, `o${index}`, '2026-01-01', 1)),
      order('C0', 'again', '2026-01-01', 1),
      order('C1', 'back', '2026-01-02', -1),
      order('X', 'x', '2026-01-02', -1),
    ];
    const [row] = await rowsOf('repeat_purchase', { orders });
    expect(row).toMatchObject({ scope: 'all', buyers: 10, repeat_buyers: 1, repeat_rate: 0.1 });
    expect(row?.['low']).toBeCloseTo(0.01787621, 7);
    expect(row?.['high']).toBeCloseTo(0.40415003, 7);
  });

  it('has no rate without a buyer', async () => {
    expect(await rowsOf('repeat_purchase', { customers: [{ customer_id: 'A', orders: 0 }] })).toEqual([
      { scope: 'all', buyers: 0, repeat_buyers: 0, repeat_rate: null, low: null, high: null },
    ]);
  });
});
