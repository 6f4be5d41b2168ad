import { describe, expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';

describe('latest_order', () => {
  it('takes rep, name and region from the latest order, of several that day from the highest id', async () => {
    const orders = [
      order('A', '9', '2026-01-01', 1, { rep: 'Old' }),
      order('A', '1', '2026-01-05', 1, { rep: 'Early' }),
      order('A', '2', '2026-01-05', 1, { rep: null, customer: 'Acme' }),
      order('A', '2', '2026-01-05', 1, { rep: 'Late', region: 'North' }),
      order('B', '3', '2026-01-05', 1),
      { customer_id: 'C', order_id: '4', rep: 'Undated' },
    ];
    expect(await rowsOf('latest_order', { orders })).toEqual([
      { customer_id: 'A', order_id: '2', customer_name: 'Acme', rep: 'Late', region: 'North' },
      { customer_id: 'B', order_id: '3', customer_name: null, rep: null, region: null },
      { customer_id: 'C', order_id: '4', customer_name: null, rep: 'Undated', region: null },
    ]);
  });
});
