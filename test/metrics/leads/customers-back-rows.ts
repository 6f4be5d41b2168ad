import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

const ids = ['A', 'B', 'C', 'D', 'E'];
/** Customers of a pool, some of which went back to it, or were handed out, after their first order. */
export const customers = ids.map((customer_id) => ({
  customer_id,
  name: `公司${customer_id}`,
  created_on: '2026-01-05',
  owner: { A: '李四', C: '张三', D: '李四', E: '李四' }[customer_id] ?? null,
}));
export const event = (customer_id: string, day: string, kind: string, rep: string | null = null): Row => ({
  customer_id,
  lead_id: null,
  at: `2026-${day} 09:00:00`,
  event: kind,
  rep,
});
export const pool_events: readonly Row[] = [
  ...ids.map((id) => event(id, '01-05', 'enter')),
  ...['A', 'B', 'C', 'D'].map((id) => event(id, '01-10', 'claim', '张三')),
  // Ordered, was recycled, and another claimed it.
  event('A', '02-20', 'recycle'),
  event('A', '03-01', 'claim', '李四'),
  // Ordered, was recycled, and lies in the pool.
  event('B', '02-20', 'recycle'),
  // C ordered and stays; D never ordered and was passed on; E ordered before anybody claimed it, and on the day of its claim.
  event('D', '02-10', 'assign', '李四'),
  event('E', '02-10', 'claim', '李四'),
];
export const orders = [
  ...['A', 'B', 'C'].map((id) => order(id, `1${id}`, '2026-01-25', 100)),
  order('A', '2A', '2026-03-05', 100),
  order('E', '1E', '2026-01-20', 100),
];
