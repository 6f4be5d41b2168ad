import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { contactLog } from './contact-log.ts';

const byId = async (input: Parameters<typeof rowsOf>[1]) =>
  new Map((await rowsOf('contact_customers', input)).map((row) => [String(row['customer_id']), row]));

describe('contact_customers', () => {
  it('has contacts, rhythm and value of each customer, and which key ones are neglected', async () => {
    const rows = await byId(contactLog);
    expect(rows.get('top')).toMatchObject({
      rep: 'Ann',
      value_group: 1,
      is_key: true,
      was_known: true,
      contacts: 0,
      previous_contacts: 1,
      previous_call: 1,
      previous_visit: 0,
      last_contact_on: '2026-02-02',
      silent_days: 57,
      rhythm_days: 10,
      revenue_year: 1000,
      bought: false,
      is_neglected: true,
    });
    expect(rows.get('mid')).toMatchObject({
      contacts: 2,
      previous_contacts: 1,
      last_contact_on: '2026-03-02',
      rhythm_days: null,
      bought: true,
    });
    expect(rows.get('gone')).toMatchObject({ is_there: false, was_known: false, is_key: false, is_neglected: null });
  });

  it('does not judge the customers of a rep without records, or whose records mostly do not say with whom', async () => {
    const rich = { ...contactLog, orders: [...contactLog.orders, { ...contactLog.orders[4], order_id: '6', amount: 9000 }] };
    expect((await byId(rich)).get('big')).toMatchObject({ is_key: true, is_neglected: null });
    const unnamed = [...contactLog.activities, { rep: 'Ann', at: '2026-03-03 09:00:00' }];
    expect((await byId({ ...contactLog, activities: unnamed })).get('top')).toMatchObject({ is_key: true, is_neglected: null });
  });

  it('does not call neglected who is contacted within its usual rhythm, or within the days of the first tier', async () => {
    const within = { ...contactLog, parameters: { ...contactLog.parameters, reps: { contact_days: [60] } } };
    expect((await byId(within)).get('top')).toMatchObject({ silent_days: 57, is_neglected: false });
    const slow = ['2025-09-01', '2025-11-10'].map((day) => ({ customer_id: 'top', rep: 'Ann', at: `${day} 09:00:00` }));
    const rare = { ...contactLog, activities: [...contactLog.activities.slice(2), ...slow] };
    // 70 and 84 days apart.
    expect((await byId(rare)).get('top')).toMatchObject({ rhythm_days: 77, silent_days: 57, is_neglected: false });
  });
});
