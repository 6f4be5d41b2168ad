import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { contactLog } from './contact-log.ts';

/** Ten customers of like value, half of them visited in February; four of those and one of the others buy in March. */
const customers = Array.from({ length: 10 }, (_, index) => ({ customer_id: `c${index}`, owner: 'Ann', created_on: '2025-01-01' }));
const orders = customers.flatMap(({ customer_id }, index): Row[] => [
  order(customer_id, `${index}`, '2025-12-10', 100),
  ...([0, 1, 2, 3, 7].includes(index) ? [order(customer_id, `m${index}`, '2026-03-10', 100)] : []),
]);
const activities = customers
  .slice(0, 5)
  .map(({ customer_id }) => ({ customer_id, rep: 'Ann', at: '2026-02-02 09:00:00', channel: 'visit' }));

describe('contact_effects', () => {
  it('compares the purchases of customers contacted before with those of the others, within groups by value', async () => {
    const rows = await rowsOf('contact_effects', { ...contactLog, customers, orders, activities });
    const [all, group] = rows.filter(({ contacted_by: way }) => way === 'contact');
    expect(all).toMatchObject({
      value_group: 0,
      contacted_customers: 5,
      contacted_buyers: 4,
      contacted_rate: 0.8,
      other_customers: 5,
      other_buyers: 1,
      other_rate: 0.2,
    });
    expect(all!['difference']).toBeCloseTo(0.6, 12);
    // 0.6 ± 1.96 · √(0.8 · 0.2 / 5 + 0.2 · 0.8 / 5), no more than 1.
    expect(all!['difference_low']).toBeCloseTo(0.1042, 4);
    expect(all!['difference_high']).toBe(1);
    // Equal values are one group, the first.
    expect(group).toMatchObject({ value_group: 1, contacted_customers: 5 });
    expect(rows.map(({ contacted_by: way, value_group: of }) => [way, of])).toEqual([
      ['contact', 0],
      ['contact', 1],
      ['visit', 0],
    ]);
  });

  it('says nothing where the records do not reach back to the period before', async () => {
    const late = activities.map((row) => ({ ...row, at: '2026-03-02 09:00:00' }));
    expect(await rowsOf('contact_effects', { ...contactLog, customers, orders, activities: late })).toEqual([]);
  });
});
