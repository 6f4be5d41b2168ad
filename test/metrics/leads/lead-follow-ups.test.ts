import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

// A Tuesday.
const as_of = '2026-03-31';
const lead = (lead_id: string, more: Row): Row => ({
  lead_id,
  owner: '张三',
  status: 'working',
  created_at: '2026-03-01 09:00:00',
  assigned_at: '2026-03-02 09:00:00',
  last_contact_at: '2026-03-10 09:00:00',
  ...more,
});
const followUps = (leads: readonly Row[], pool: unknown = {}, reps: readonly Row[] = []): Promise<Row[]> =>
  rowsOf('lead_follow_ups', { leads, reps, parameters: { as_of, pool } });
const flags = ({ is_overdue, is_falling_back, is_uncontacted, is_due_today }: Row) => [
  is_overdue,
  is_falling_back,
  is_uncontacted,
  is_due_today,
];

describe('lead_follow_ups', () => {
  it('lists what was planned for a day that has passed, and what is for today', async () => {
    const rows = await followUps([
      lead('A', { next_contact_at: '2026-03-27 09:00:00' }),
      lead('B', { next_contact_at: '2026-03-31 09:00:00' }),
      lead('C', { next_contact_at: '2026-04-01 09:00:00' }),
      // Done on the day planned, and later than planned.
      lead('D', { next_contact_at: '2026-03-10 18:00:00' }),
      lead('E', { next_contact_at: '2026-03-05 09:00:00' }),
      lead('F', { next_contact_at: '2026-03-27 09:00:00', owner: null }),
      lead('G', { next_contact_at: '2026-03-27 09:00:00', status: 'invalid' }),
    ]);
    expect(rows.map((row) => [row['lead_id'], ...flags(row), row['late_since'], row['late_days']])).toEqual([
      ['A', true, false, false, false, '2026-03-27', 4],
      ['B', false, false, false, true, null, 0],
    ]);
  });

  it('does not hold a new owner to what was planned before', async () => {
    const [row] = await followUps([lead('A', { next_contact_at: '2026-03-12 09:00:00', assigned_at: '2026-03-30 09:00:00' })]);
    // No contact by the new owner for two working days, either.
    expect(row).toMatchObject({ is_overdue: true, is_uncontacted: true, late_since: '2026-03-30', late_days: 1 });
  });

  it('goes up from the rep to the manager to somebody else', async () => {
    const days = ['2026-03-29', '2026-03-28', '2026-03-27', '2026-03-26', '2026-03-25', '2026-03-24'];
    const leads = days.map((day, index) => lead(`L${index}`, { next_contact_at: `${day} 09:00:00` }));
    const reps = [{ rep_id: '1', name: '张三', manager: '陈立群' }];
    const rows = await followUps(leads, {}, reps);
    expect(rows.map(({ late_days, escalation, manager }) => [late_days, escalation, manager])).toEqual([
      [2, 'owner', '陈立群'],
      [3, 'rep', '陈立群'],
      [4, 'rep', '陈立群'],
      [5, 'manager', '陈立群'],
      [6, 'manager', '陈立群'],
      [7, 'reassign', '陈立群'],
    ]);
    const early = await followUps(leads.slice(0, 2), { escalation: { rep: 1, manager: 2, reassign: 3 } });
    expect(early.map(({ escalation, manager }) => [escalation, manager])).toEqual([
      ['manager', null],
      ['reassign', null],
    ]);
  });

  it('says when a lead falls back only where the file or the settings do', async () => {
    const leads = [
      lead('A', { expires_at: '2026-04-03 00:00:00' }),
      lead('B', { expires_at: '2026-04-04 00:00:00' }),
      lead('C', { expires_at: '2026-03-29 00:00:00' }),
      // Last contact on 10 March; assigned on 20 March, and contacted before.
      lead('D', {}),
      lead('E', { assigned_at: '2026-03-20 09:00:00', last_contact_at: '2026-03-20 10:00:00' }),
    ];
    const columns = (rows: readonly Row[]) =>
      rows.map(({ lead_id, falls_back_on, is_falling_back, late_days }) => [lead_id, falls_back_on, is_falling_back, late_days]);
    expect(columns(await followUps(leads))).toEqual([
      ['A', '2026-04-03', true, 0],
      ['C', '2026-03-29', true, 2],
    ]);
    expect(columns(await followUps(leads.slice(3), { recycle_days: 14 }))).toEqual([
      ['D', '2026-03-24', true, 7],
      ['E', '2026-04-03', true, 0],
    ]);
    expect(columns(await followUps(leads.slice(3), { recycle_days: 14, recycle_notice_days: 2 }))).toEqual([['D', '2026-03-24', true, 7]]);
  });

  it('lists leads without a contact since their owner got them, once the service level has passed', async () => {
    const uncontacted = (lead_id: string, assigned_at: string, more: Row = {}): Row =>
      lead(lead_id, { assigned_at, last_contact_at: null, ...more });
    const rows = await followUps([
      // From Monday 17:00 there are 1 + 9 working hours, from Tuesday 10:00 there are 8.
      uncontacted('A', '2026-03-30 17:00:00'),
      uncontacted('B', '2026-03-31 10:00:00'),
      uncontacted('C', '2026-03-31 09:59:00'),
      // Only the owner before had called.
      uncontacted('D', '2026-03-27 09:00:00', { last_contact_at: '2026-03-20 09:00:00' }),
      uncontacted('E', '2026-03-27 09:00:00', { last_contact_at: '2026-03-27 09:00:00' }),
      uncontacted('F', '2026-03-27 09:00:00', { last_contact_at: '2026-03-27 00:00:00' }),
    ]);
    expect(rows.map(({ lead_id, is_uncontacted, late_since, late_days }) => [lead_id, is_uncontacted, late_since, late_days])).toEqual([
      ['A', true, '2026-03-30', 1],
      ['C', true, '2026-03-31', 0],
      ['D', true, '2026-03-27', 4],
    ]);
  });

  it('calls no lead uncontacted where the files record no contact at all', async () => {
    expect(await followUps([lead('A', { last_contact_at: null })])).toEqual([]);
  });
});
