import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { type Input, rowsOf } from '../run.ts';

const speeds = (input: Input): Promise<Row[]> => rowsOf('rep_speed', { ...input, parameters: { as_of: '2026-03-31' } });

/** The log of a lead that came in at nine on Monday, 12 January 2026. */
const logOf = (lead_id: string, ...events: readonly (readonly [event: string, at: string, rep?: string])[]): Row[] =>
  [['enter', '2026-01-12 09:00:00'] as const, ...events].map(([event, at, rep = null]) => ({ lead_id, event, at, rep }));
const claimed = ['claim', '2026-01-12 10:00:00', '张三'] as const;
const recycled = ['recycle', '2026-01-19 10:00:00'] as const;
const answers = (rows: readonly Row[]): unknown[] =>
  rows.map(({ rep, answer, working_hours, waiting_hours, in_time }) => [rep, answer, working_hours, waiting_hours, in_time]);

describe('rep_speed', () => {
  it('counts the contacts while the rep had the lead, none of those who had it later', async () => {
    const pool_events = [
      ...logOf('A', claimed, ['contact', '2026-01-12 12:00:00', '张三'], recycled),
      ...logOf('B', claimed, recycled, ['claim', '2026-01-20 10:00:00', '李四'], ['contact', '2026-01-20 11:00:00', '李四']),
      // Somebody called when nobody had it.
      ...logOf('C', claimed, recycled, ['contact', '2026-01-20 11:00:00', '李四']),
      ...logOf('D', claimed, ['return', '2026-01-12 11:00:00', '张三']),
      ...logOf('E', claimed, ['assign', '2026-01-14 10:00:00', '李四'], ['contact', '2026-01-14 11:00:00', '李四']),
    ];
    // Monday to Monday: five working days of nine hours.
    expect(answers(await speeds({ pool_events }))).toEqual([
      ['张三', 'contacted', 2, null, true],
      ['张三', 'missed', null, 45, false],
      ['张三', 'missed', null, 45, false],
      ['张三', 'missed', null, 1, null],
      ['张三', 'missed', null, 18, false],
    ]);
  });

  it('tells who waits still, and which leads ended without a contact', async () => {
    const pool_events = [
      ...logOf('A', ['claim', '2026-03-31 15:00:00', '张三']),
      ...logOf('B', claimed, ['invalidate', '2026-01-12 11:00:00']),
      ...logOf('C', claimed, ['convert', '2026-01-15 10:00:00']),
      ...logOf('D', claimed, ['contact', '2026-01-13 10:00:00'], ['convert', '2026-01-15 10:00:00']),
    ];
    const rows = await speeds({ pool_events });
    expect(answers(rows)).toEqual([
      ['张三', 'waiting', null, 3, null],
      ['张三', 'closed', null, null, null],
      ['张三', 'closed', null, null, null],
      ['张三', 'contacted', 9, null, false],
    ]);
    expect(rows.map(({ conversion_days }) => conversion_days)).toEqual([null, null, 3, 3]);
  });

  it('begins when the first rep who is known got the lead, not with what was done before', async () => {
    const pool_events = logOf(
      'A',
      ['contact', '2026-01-12 09:30:00'],
      ['claim', '2026-01-12 10:00:00'],
      ['return', '2026-01-12 11:00:00'],
      ['claim', '2026-01-13 10:00:00', '李四'],
      ['contact', '2026-01-13 11:00:00'],
    );
    expect(answers(await speeds({ pool_events }))).toEqual([['李四', 'contacted', 1, null, true]]);
  });

  it('does not know the first contact of a rep who had the lead long before contacts are on record', async () => {
    const old = (lead_id: string, at: string): Row[] => [
      { lead_id, event: 'enter', at: '2024-01-10 09:00:00', rep: null },
      { lead_id, event: 'claim', at, rep: '张三' },
    ];
    const pool_events = [...old('A', '2024-01-11 09:00:00'), ...old('B', '2026-03-02 09:00:00'), ...old('C', '2024-01-11 09:00:00')];
    const activities = [
      { lead_id: 'B', at: '2026-03-02 10:00:00' },
      { lead_id: 'C', at: '2026-03-12 10:00:00' },
    ];
    expect(answers(await speeds({ pool_events, activities }))).toEqual([
      ['张三', 'unknown', null, null, null],
      ['张三', 'contacted', 1, null, true],
      ['张三', 'unknown', null, null, null],
    ]);
  });

  it('takes a lead of which nobody knows who took it for that of its owner, from when it came in', async () => {
    const lead = { created_at: '2026-01-12 10:00:00', first_contact_at: '2026-01-12 12:00:00' };
    const leads = [
      { lead_id: 'A', ...lead },
      { lead_id: 'B', ...lead, owner: '张三' },
      // Contacted before it was assigned: whether by its owner, nobody knows.
      { lead_id: 'C', ...lead, owner: '张三', assigned_at: '2026-01-13 10:00:00' },
      { lead_id: 'D', ...lead, owner: '张三', assigned_at: '2026-01-12 11:00:00' },
    ];
    expect(answers(await speeds({ leads }))).toEqual([
      ['张三', 'contacted', 2, null, true],
      ['张三', 'unknown', null, null, null],
      ['张三', 'contacted', 1, null, true],
    ]);
  });
});
