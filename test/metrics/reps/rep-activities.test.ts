import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { contactLog } from './contact-log.ts';

const find = async (input: Parameters<typeof rowsOf>[1], rep: string, period: string) =>
  (await rowsOf('rep_activities', input)).find((row) => row['rep'] === rep && row['period'] === period);

describe('rep_activities', () => {
  it('has contacts by channel, key customers covered, plans kept and load', async () => {
    expect(await find(contactLog, 'Ann', 'current')).toMatchObject({
      has_records: true,
      contacts: 2,
      calls: 1,
      visits: 0,
      customers: 1,
      leads: 1,
      working_days: 22,
      contacts_a_day: 2 / 22,
      book: 3,
      key_customers: 2,
      key_contacted: 1,
      key_coverage: 0.5,
      neglected: 1,
      neglected_revenue: 1000,
      // Due in March: of `mid` on the 2nd, kept, and of `top` on the 5th, missed; the one with a lead does not count.
      due: 2,
      kept: 1,
      kept_rate: 0.5,
      overdue: 1,
      with_customers: 1,
      without_next: 0,
    });
    expect(await find(contactLog, 'Ann', 'previous')).toMatchObject({ contacts: 3, calls: 2, emails: 1, customers: 3, neglected: null });
    expect(await find(contactLog, 'Cid', 'current')).toMatchObject({ contacts: 1, visits: 1, book: 0, key_coverage: null });
  });

  it('has the open leads whose planned contact is missed, where leads are given', async () => {
    const lead = (lead_id: string, next: string) => ({
      lead_id,
      owner: 'Ann',
      status: 'working',
      created_at: '2026-03-01 09:00:00',
      next_contact_at: `${next} 09:00:00`,
    });
    const leads = [lead('L1', '2026-03-20'), lead('L2', '2026-03-22'), lead('L3', '2026-04-22')];
    const input = { ...contactLog, activities: contactLog.activities.slice(0, 7), leads };
    expect(await find(input, 'Ann', 'current')).toMatchObject({ overdue_leads: 2 });
    expect(await find(input, 'Ann', 'previous')).toMatchObject({ overdue_leads: null });
    expect(await find(contactLog, 'Ann', 'current')).toMatchObject({ overdue_leads: null });
  });

  it('has the interval of the key coverage', async () => {
    const row = await find(contactLog, 'Ann', 'current');
    // Wilson of 1 of 2.
    expect(row!['key_coverage_low']).toBeCloseTo(0.0945, 4);
    expect(row!['key_coverage_high']).toBeCloseTo(0.9055, 4);
  });

  it('says of a rep without records that nothing is known, not 0', async () => {
    expect(await find(contactLog, 'Bob', 'current')).toMatchObject({
      has_records: false,
      contacts: null,
      visits: null,
      contacts_a_day: null,
      key_contacted: null,
      kept_rate: null,
      overdue: null,
      neglected: null,
      book: 1,
    });
  });

  it('has no period before where the records do not reach back to it', async () => {
    const late = { ...contactLog, activities: contactLog.activities.slice(3) };
    expect(await find(late, 'Ann', 'previous')).toBeUndefined();
    expect(await find(late, 'Ann', 'current')).toMatchObject({ contacts: 2 });
  });

  it('counts the visits that targets count', async () => {
    const targets = [{ level: 'rep', owner: 'Cid', metric: 'visits', period_start: '2026-03-01', period_end: '2026-03-31', value: 5 }];
    const [target] = await rowsOf('target_goals', { ...contactLog, targets });
    expect(target).toMatchObject({ owner: 'Cid', actual: (await find(contactLog, 'Cid', 'current'))!['visits']! });
  });
});
