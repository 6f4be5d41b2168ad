import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };
const event = (lead_id: string, at: string, kind: string, rep: string | null = null): Row => ({ lead_id, at, event: kind, rep });
const spells = (pool_events: readonly Row[], leads: readonly Row[] = [], more: Input = {}): Promise<Row[]> =>
  rowsOf('lead_spells', { pool_events, leads, parameters, ...more });

describe('lead_spells', () => {
  it('begin with a claim and end with what follows first', async () => {
    const rows = await spells([
      event('A', '2026-01-01 09:00:00', 'enter'),
      event('A', '2026-01-02 09:00:00', 'claim', '张三'),
      event('A', '2026-01-03 09:00:00', 'contact', '张三'),
      event('A', '2026-01-05 09:00:00', 'contact', '张三'),
      event('A', '2026-01-20 09:00:00', 'recycle'),
      event('A', '2026-02-01 09:00:00', 'assign', '李四'),
      event('A', '2026-02-09 09:00:00', 'convert', '李四'),
    ]);
    expect(rows).toEqual([
      {
        lead_id: 'A',
        spell_order: 1,
        rep: '张三',
        taken_by: 'claim',
        from_at: '2026-01-02 09:00:00',
        to_at: '2026-01-20 09:00:00',
        ended_by: 'recycle',
        converted_at: null,
        first_contact_at: '2026-01-03 09:00:00',
        last_contact_at: '2026-01-05 09:00:00',
        contacts: 2,
      },
      {
        lead_id: 'A',
        spell_order: 2,
        rep: '李四',
        taken_by: 'assign',
        from_at: '2026-02-01 09:00:00',
        to_at: '2026-02-09 09:00:00',
        ended_by: 'convert',
        converted_at: '2026-02-09 09:00:00',
        first_contact_at: null,
        last_contact_at: null,
        contacts: 0,
      },
    ]);
  });

  it('are passed on where the next claim comes first, and last where nothing follows', async () => {
    const rows = await spells([
      event('A', '2026-01-02 09:00:00', 'claim', '张三'),
      event('A', '2026-01-09 09:00:00', 'assign', '李四'),
      event('B', '2026-01-02 09:00:00', 'claim', '张三'),
    ]);
    expect(rows.map(({ rep, to_at, ended_by }) => [rep, to_at, ended_by])).toEqual([
      ['张三', '2026-01-09 09:00:00', 'pass'],
      ['李四', null, null],
      ['张三', null, null],
    ]);
  });

  it('end before a claim of the same moment begins', async () => {
    const rows = await spells([
      event('A', '2026-01-02 09:00:00', 'claim', '张三'),
      event('A', '2026-01-17 00:00:00', 'claim', '李四'),
      event('A', '2026-01-17 00:00:00', 'recycle', '张三'),
    ]);
    expect(rows.map(({ rep, ended_by }) => [rep, ended_by])).toEqual([
      ['张三', 'recycle'],
      ['李四', null],
    ]);
  });

  it('do not know what comes after the as-of date', async () => {
    const rows = await spells([event('A', '2026-01-02 09:00:00', 'claim', '张三'), event('A', '2026-04-01 00:00:00', 'return', '张三')]);
    expect(rows).toMatchObject([{ rep: '张三', to_at: null, ended_by: null }]);
  });

  it('are one for a lead without a log, from its assignment, where it has an owner', async () => {
    const leads = [
      { lead_id: 'A', owner: '张三', assigned_at: '2026-01-02 09:00:00', first_contact_at: '2026-01-03 09:00:00', contacts: 4 },
      { lead_id: 'B', owner: '张三', assigned_at: '2026-01-02 09:00:00', converted_at: '2026-02-01 09:00:00' },
      { lead_id: 'C', owner: null, assigned_at: '2026-01-02 09:00:00' },
      { lead_id: 'D', owner: '李四', assigned_at: '2026-01-02 09:00:00' },
    ];
    const rows = await spells([event('D', '2026-01-05 09:00:00', 'claim', '王五')], leads);
    expect(rows.map(({ lead_id, rep, to_at, ended_by, contacts }) => [lead_id, rep, to_at, ended_by, contacts])).toEqual([
      ['A', '张三', null, null, 4],
      ['B', '张三', '2026-02-01 09:00:00', 'convert', 0],
      ['D', '王五', null, null, 0],
    ]);
  });

  it('know a lead without a number by its company and name, once', async () => {
    const lead = { company: '海川', name: '王工', owner: '张三', assigned_at: '2026-01-02 09:00:00' };
    expect(await spells([], [lead, { ...lead, assigned_at: '2026-01-05 09:00:00' }])).toMatchObject([
      { lead_id: '海川 王工', rep: '张三', from_at: '2026-01-05 09:00:00' },
    ]);
  });
});

describe('the contacts of lead_spells', () => {
  const passed = [
    event('A', '2026-01-02 09:00:00', 'claim', '张三'),
    event('A', '2026-02-01 09:00:00', 'assign', '李四'),
    event('A', '2026-03-01 09:00:00', 'assign', '王五'),
  ];
  const contactsOf = async (...given: Parameters<typeof spells>): Promise<unknown[]> =>
    (await spells(...given)).map(({ contacts }) => contacts);

  it('are not known where no file records any', async () => {
    expect(await contactsOf(passed)).toEqual([null, null, null]);
    expect(await contactsOf([], [{ lead_id: 'A', owner: '张三', assigned_at: '2026-01-02 09:00:00' }])).toEqual([null]);
  });

  it('are those of activities, too: the larger of both counts, of a day without a time after all else of that day', async () => {
    const activities = [
      { lead_id: 'A', at: '2026-01-02 00:00:00' },
      { lead_id: 'A', at: '2026-01-20 10:00:00' },
      { lead_id: 'A', at: '2026-02-02 10:00:00' },
      { lead_id: 'A', at: '2026-04-01 10:00:00' },
      { lead_id: 'B', at: '2026-01-20 10:00:00' },
    ];
    const logged = [...passed, event('A', '2026-02-02 10:05:00', 'contact', '李四'), event('A', '2026-02-03 09:00:00', 'contact', '李四')];
    const rows = await spells(logged, [], { activities });
    expect(rows.map(({ first_contact_at, last_contact_at, contacts }) => [first_contact_at, last_contact_at, contacts])).toEqual([
      ['2026-01-02 00:00:00', '2026-01-20 10:00:00', 2],
      ['2026-02-02 10:00:00', '2026-02-03 09:00:00', 2],
      [null, null, 0],
    ]);
  });

  it('of a lead without a log are the activities since its assignment, or what the file counts', async () => {
    const lead = (lead_id: string, more: Row): Row => ({ lead_id, owner: '张三', assigned_at: '2026-02-01 09:00:00', ...more });
    const leads = [
      lead('A', {}),
      lead('B', { contacts: 3 }),
      lead('C', { contacts: 3, last_contact_at: '2026-01-20 09:00:00' }),
      lead('D', {}),
      lead('E', { last_contact_at: '2026-02-01 00:00:00' }),
    ];
    const activities = [
      { lead_id: 'A', at: '2026-01-20 09:00:00' },
      { lead_id: 'A', at: '2026-02-20 09:00:00' },
    ];
    expect(await contactsOf([], leads, { activities })).toEqual([1, 3, 0, 0, 1]);
  });

  it('by the lead file alone are none before the first and after the last, and not known in between', async () => {
    const lead = (more: Row): Row => ({ lead_id: 'A', created_at: '2026-01-01 09:00:00', ...more });
    const last = (at: string): Row => lead({ last_contact_at: at });
    expect(await contactsOf(passed, [last('2026-02-10 09:00:00')])).toEqual([null, 1, 0]);
    expect(await contactsOf(passed, [lead({ first_contact_at: '2026-01-05 09:00:00', last_contact_at: '2026-03-05 09:00:00' })])).toEqual([
      1,
      null,
      1,
    ]);
    expect(await contactsOf(passed, [lead({ first_contact_at: '2026-02-05 09:00:00', last_contact_at: '2026-02-06 09:00:00' })])).toEqual([
      0, 2, 0,
    ]);
    // Of another lead contacts are recorded: this one, which the file has, was never contacted; one that it has not is not known.
    const other = { lead_id: 'B', last_contact_at: '2026-01-05 09:00:00' };
    expect(await contactsOf(passed, [lead({}), other])).toEqual([0, 0, 0]);
    expect(await contactsOf(passed, [other])).toEqual([null, null, null]);
  });
});

describe('an end of lead_spells that only the lead file knows', () => {
  const taken = [event('A', '2026-01-02 09:00:00', 'claim', '张三'), event('A', '2026-02-01 09:00:00', 'assign', '李四')];
  const ends = async (lead: Row, events: readonly Row[] = taken): Promise<unknown[]> =>
    (await spells(events, [{ lead_id: 'A', ...lead }])).map(({ to_at, ended_by }) => [to_at, ended_by]);
  const pass = ['2026-02-01 09:00:00', 'pass'];

  it('is a conversion of who had the lead then', async () => {
    expect(await ends({ converted_at: '2026-01-20 09:00:00' })).toEqual([
      ['2026-01-20 09:00:00', 'convert'],
      [null, null],
    ]);
    expect(await ends({ converted_at: '2026-02-01 00:00:00' })).toEqual([pass, ['2026-02-01 00:00:00', 'convert']]);
    expect(await ends({ converted_at: '2026-04-20 09:00:00', converted: true })).toEqual([pass, [null, null]]);
  });

  it('is of who has the lead, where nobody knows when', async () => {
    expect(await ends({ status: 'converted' })).toEqual([pass, [null, 'convert']]);
    expect(await ends({ invalid_reason: '空号' })).toEqual([pass, [null, 'invalidate']]);
    expect(await ends({ status: 'lost' })).toEqual([pass, [null, null]]);
  });

  it('is nobody’s where the lead lay in the pool, and not told twice where the log has a conversion', async () => {
    const back = [...taken, event('A', '2026-02-10 09:00:00', 'return', '李四')];
    const returned = ['2026-02-10 09:00:00', 'return'];
    expect(await ends({ converted_at: '2026-02-20 09:00:00' }, back)).toEqual([pass, returned]);
    expect(await ends({ status: 'converted' }, back)).toEqual([pass, returned]);
    expect(await ends({ converted_at: '2026-02-10 00:00:00' }, back)).toEqual([pass, ['2026-02-10 00:00:00', 'convert']]);
    const logged = [...taken.slice(0, 1), event('A', '2026-01-20 09:00:00', 'convert', '张三'), ...taken.slice(1)];
    expect(await ends({ converted: true }, logged)).toEqual([
      ['2026-01-20 09:00:00', 'convert'],
      [null, null],
    ]);
  });

  it('before anybody is known to have had the lead is of the first who had it', async () => {
    expect(await ends({ converted_at: '2026-01-01 09:00:00' })).toEqual([
      ['2026-01-01 09:00:00', 'convert'],
      [null, null],
    ]);
  });
});
