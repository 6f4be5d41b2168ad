import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';
import { march } from './review-rows.ts';

const contact = (customer_id: string | null, day: string, more: Row = {}): Row => ({
  customer_id,
  at: `${day} 09:00:00`,
  channel: 'call',
  ...more,
});

/**
 * March 2026 with contacts since January. Ann owns `top`, `mid` and `low`, Bob owns `big` and records nothing, Cid owns nobody.
 * `top` is contacted every ten days up to 2 February, then no more; `mid` in March; `low` never.
 */
export const contactLog = {
  customers: [
    { customer_id: 'top', owner: 'Ann', created_on: '2025-01-01' },
    { customer_id: 'mid', owner: 'Ann', created_on: '2025-01-01' },
    { customer_id: 'low', owner: 'Ann', created_on: '2025-01-01' },
    { customer_id: 'gone', owner: 'Ann', created_on: '2025-01-01', lost_on: '2026-02-10' },
    { customer_id: 'big', owner: 'Bob', created_on: '2025-01-01' },
  ],
  orders: [
    order('top', '1', '2025-12-10', 1000, { rep: 'Ann' }),
    order('mid', '2', '2026-02-10', 50, { rep: 'Ann' }),
    order('mid', '3', '2026-03-10', 40, { rep: 'Ann' }),
    order('low', '4', '2026-02-10', 10, { rep: 'Ann' }),
    order('big', '5', '2026-02-10', 600, { rep: 'Bob' }),
  ],
  activities: [
    contact('top', '2026-01-13', { rep: 'Ann', next_at: '2026-01-23 09:00:00' }),
    contact('top', '2026-01-23', { rep: 'Ann', next_at: '2026-01-30 09:00:00', channel: 'visit' }),
    contact('top', '2026-02-02', { rep: 'Ann', next_at: '2026-03-05 09:00:00' }),
    contact('mid', '2026-02-20', { channel: 'email', next_at: '2026-03-02 09:00:00' }),
    contact('mid', '2026-03-02', { rep: 'Cid', channel: 'visit' }),
    contact('mid', '2026-03-02', { rep: 'Ann', channel: null, next_at: '2026-04-20 09:00:00' }),
    contact('gone', '2026-02-05', { rep: 'Ann', next_at: '2026-03-05 09:00:00' }),
    contact(null, '2026-03-04', { rep: 'Ann', lead_id: 'L1', next_at: '2026-03-06 09:00:00' }),
    contact('mid', '2026-05-01', { rep: 'Ann' }),
  ],
  parameters: { ...march, reps: { contact_days: [30] }, tiers: { method: 'quantile', cuts: [0.25] } },
} as const;
