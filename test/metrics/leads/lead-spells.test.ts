import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };
const event = (lead_id: string, at: string, kind: string, rep: string | null = null): Row => ({ lead_id, at, event: kind, rep });
const spells = (pool_events: readonly Row[], leads: readonly Row[] = []): Promise<Row[]> =>
  rowsOf('lead_spells', { pool_events, leads, parameters });

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
        first_contact_at: '2026-01-03 09:00:00',
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
        first_contact_at: null,
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
});
