import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };
const course = (input: Omit<Input, 'parameters'>): Promise<Row[]> => rowsOf('lead_course', { ...input, parameters });
const event = (lead_id: string, at: string, kind: string, rep: string | null = null): Row => ({ lead_id, at, event: kind, rep });

describe('lead_course', () => {
  it('has the state of the as-of date by the log, whatever the list of a later day says', async () => {
    const lead = { created_at: '2026-01-01 09:00:00', contacts: 9, recycles: 1 };
    const leads = [
      { lead_id: 'A', ...lead, owner: '李四', status: 'converted' },
      { lead_id: 'B', ...lead, owner: null, status: 'invalid' },
      { lead_id: 'C', ...lead, owner: '李四', status: 'working' },
      // Nothing of it is in the log.
      { lead_id: 'D', ...lead, owner: '李四', status: 'working' },
    ];
    const claimed = ['A', 'B', 'C'].flatMap((id) => [
      event(id, '2026-01-01 09:00:00', 'enter'),
      event(id, '2026-01-05 09:00:00', 'claim', '张三'),
    ]);
    const pool_events = [
      ...claimed,
      event('A', '2026-01-06 09:00:00', 'contact', '张三'),
      event('A', '2026-04-06 09:00:00', 'convert', '张三'),
      event('B', '2026-04-06 09:00:00', 'invalidate', '张三'),
      event('C', '2026-03-06 09:00:00', 'recycle'),
      event('C', '2026-04-06 09:00:00', 'claim', '李四'),
    ];
    const rows = await course({ leads, pool_events });
    expect(rows.map(({ lead_id, owner, outcome, contacts, comebacks }) => [lead_id, owner, outcome, contacts, comebacks])).toEqual([
      ['A', '张三', 'open', 1, 0],
      ['B', '张三', 'open', 0, 0],
      ['C', null, 'open', 0, 1],
      ['D', '李四', 'open', 9, 1],
    ]);
  });

  it('says since when contacts are on record: of leads claimed long before, nobody knows their number', async () => {
    const lead = (lead_id: string): Row => ({ lead_id, created_at: '2024-01-01 09:00:00' });
    const leads = [lead('A'), lead('B'), lead('D'), lead('E')];
    const pool_events = [
      // Taken when contacts were recorded; and never taken, so that there was nobody to call.
      event('D', '2024-01-01 09:00:00', 'enter'),
      event('D', '2026-02-20 09:00:00', 'claim', '张三'),
      event('E', '2024-01-01 09:00:00', 'enter'),
    ];
    const activities = [{ lead_id: 'B', at: '2026-03-01 09:00:00' }];
    const names = ['lead_id', 'contacts', 'contacts_since', 'last_contact_at'];
    expect((await course({ leads, pool_events, activities })).map((row) => names.map((name) => row[name]))).toEqual([
      ['A', null, '2026-03-01', null],
      ['B', null, '2026-03-01', '2026-03-01 09:00:00'],
      ['D', 0, '2024-01-01', null],
      ['E', 0, '2024-01-01', null],
    ]);
  });

  it('goes by the lead file where there is no log', async () => {
    const [row] = await course({
      leads: [
        {
          lead_id: 'A',
          company: '海川',
          owner: '张三',
          status: 'working',
          created_at: '2026-01-01 09:00:00',
          assigned_at: '2026-01-02 09:00:00',
          first_contact_at: '2026-01-03 10:00:00',
          last_contact_at: '2026-02-01 10:00:00',
          contacts: 3,
          recycles: 0,
        },
      ],
    });
    expect(row).toMatchObject({
      lead: '海川',
      owner: '张三',
      first_claimed_at: '2026-01-02 09:00:00',
      held_since: '2026-01-02 09:00:00',
      first_contact_at: '2026-01-03 10:00:00',
      contacts: 3,
      claims: null,
      comebacks: 0,
      outcome: 'open',
      outcome_at: null,
      age_days: 89,
      timed_as: 'open',
    });
  });

  it('has what a log knows and the file does not', async () => {
    const [row] = await course({
      leads: [{ lead_id: 'A', status: 'invalid', created_at: '2026-01-01 09:00:00', assigned_at: '2026-02-02 09:00:00', recycles: 1 }],
      pool_events: [
        event('A', '2026-01-01 09:00:00', 'enter'),
        event('A', '2026-01-02 09:00:00', 'claim', '张三'),
        event('A', '2026-01-04 09:00:00', 'contact', '张三'),
        event('A', '2026-01-20 09:00:00', 'recycle'),
        event('A', '2026-02-02 09:00:00', 'claim', '李四'),
        event('A', '2026-02-10 09:00:00', 'invalidate', '李四'),
      ],
    });
    expect(row).toMatchObject({
      first_claimed_at: '2026-01-02 09:00:00',
      first_contact_at: '2026-01-04 09:00:00',
      contacts: 1,
      claims: 2,
      comebacks: 1,
      outcome: 'lost',
      invalid: true,
      outcome_at: '2026-02-10 09:00:00',
      age_days: 40,
      timed_as: 'lost',
    });
  });

  it('takes who holds a lead from the log where no file has it', async () => {
    const rows = await course({
      pool_events: [
        event('A', '2026-01-01 09:00:00', 'enter'),
        event('A', '2026-01-02 09:00:00', 'claim', '张三'),
        event('B', '2026-01-01 09:00:00', 'enter'),
        event('B', '2026-01-02 09:00:00', 'claim', '张三'),
        event('B', '2026-01-09 09:00:00', 'return', '张三'),
      ],
    });
    expect(rows.map(({ lead_id, owner, created_at, outcome }) => [lead_id, owner, created_at, outcome])).toEqual([
      ['A', '张三', '2026-01-01 09:00:00', 'open'],
      ['B', null, '2026-01-01 09:00:00', 'open'],
    ]);
  });

  it('guesses no date: a conversion without one has no duration, a loss without one stays among those at risk', async () => {
    const rows = await course({
      leads: [
        { lead_id: 'A', created_at: '2026-01-01 09:00:00', converted: true },
        { lead_id: 'B', created_at: '2026-01-01 09:00:00', status: 'lost' },
        { lead_id: 'C', created_at: '2026-01-01 09:00:00', converted_at: '2025-12-01 09:00:00' },
        { lead_id: 'D', converted: false },
      ],
    });
    expect(rows.map(({ lead_id, outcome, age_days, timed_as }) => [lead_id, outcome, age_days, timed_as])).toEqual([
      ['A', 'converted', null, null],
      ['B', 'lost', 89, 'open'],
      ['C', 'converted', null, null],
      ['D', 'open', null, null],
    ]);
  });

  it('says converted of a lead that is marked lost, too', async () => {
    const [row] = await course({ leads: [{ lead_id: 'A', status: 'invalid', converted: true, created_at: '2026-01-01 09:00:00' }] });
    expect(row).toMatchObject({ outcome: 'converted', invalid: false });
  });

  it('knows nothing of what happens after the as-of date', async () => {
    const rows = await course({
      leads: [
        { lead_id: 'A', created_at: '2026-03-01 09:00:00', status: 'converted', converted_at: '2026-04-02 09:00:00' },
        { lead_id: 'B', created_at: '2026-04-01 09:00:00' },
      ],
      activities: [{ lead_id: 'A', at: '2026-04-01 08:00:00' }],
    });
    expect(rows).toMatchObject([{ lead_id: 'A', outcome: 'open', outcome_at: null, age_days: 30, first_contact_at: null }]);
  });

  it('takes the earliest contact of all sources that is not before the lead came in', async () => {
    const [row] = await course({
      leads: [{ lead_id: 'A', created_at: '2026-01-10 09:00:00', first_contact_at: '2026-01-05 09:00:00' }],
      activities: [
        { lead_id: 'A', at: '2026-01-12 09:00:00', next_at: '2026-02-01 09:00:00' },
        { lead_id: 'A', at: '2026-01-20 09:00:00', next_at: null },
      ],
    });
    expect(row).toMatchObject({
      first_contact_at: '2026-01-12 09:00:00',
      last_contact_at: '2026-01-20 09:00:00',
      contacts: 2,
    });
  });

  it('has the plan of the newest contact, which a later one without a plan ends', async () => {
    const rows = await course({
      leads: ['A', 'B', 'C', 'D'].map((lead_id) => ({
        lead_id,
        created_at: '2026-01-10 09:00:00',
        next_contact_at: lead_id === 'D' ? '2026-03-09 09:00:00' : null,
      })),
      activities: [
        ...['A', 'B', 'C', 'D'].map((lead_id) => ({ lead_id, at: '2026-01-12 09:00:00', next_at: '2026-02-20 09:00:00' })),
        { lead_id: 'A', at: '2026-01-20 09:00:00', next_at: '2026-02-01 09:00:00' },
        { lead_id: 'B', at: '2026-01-20 09:00:00', next_at: null },
      ],
      pool_events: [event('C', '2026-01-11 09:00:00', 'claim', '张三'), event('C', '2026-01-21 09:00:00', 'contact', '张三')],
    });
    expect(rows.map(({ lead_id, next_contact_at }) => [lead_id, next_contact_at])).toEqual([
      ['A', '2026-02-01 09:00:00'],
      ['B', null],
      ['C', null],
      ['D', '2026-03-09 09:00:00'],
    ]);
  });

  it('knows a lead without a number by its company and name', async () => {
    const rows = await course({
      leads: [
        { company: '海川', name: '王工', status: 'new' },
        { name: '陈工', status: 'new' },
      ],
    });
    expect(rows.map(({ lead_id, lead }) => [lead_id, lead])).toEqual([
      ['海川 王工', '海川'],
      ['陈工', '陈工'],
    ]);
  });

  it('says no contacts only of a lead of which they would be known', async () => {
    const contacts = async (input: Omit<Input, 'parameters'>): Promise<unknown[]> => (await course(input)).map((row) => row['contacts']);
    const leads = [{ lead_id: 'A' }, { lead_id: 'B' }, { lead_id: 'C' }];
    const claim = event('D', '2026-01-02 09:00:00', 'claim', '张三');
    expect(await contacts({ leads, pool_events: [claim] })).toEqual([null, null, null, null]);
    const noted = [{ lead_id: 'A', last_contact_at: '2026-02-01 09:00:00' }, ...leads.slice(1)];
    // When A was contacted is known, and how often is not; D is not in the file.
    expect(await contacts({ leads: noted, pool_events: [claim] })).toEqual([null, 0, 0, null]);
    expect(await contacts({ leads, pool_events: [claim], activities: [{ lead_id: 'B', at: '2026-02-01 09:00:00' }] })).toEqual([
      0, 1, 0, 0,
    ]);
  });
});
