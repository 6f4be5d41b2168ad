import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, held, specialists, taken } from './allocation-rows.ts';
import { together } from './lead-rows.ts';

describe('rep_segments', () => {
  it('counts what came of the leads of each kind that each rep took, older and newer', async () => {
    const rows = await rowsOf('rep_segments', { ...together(...specialists), parameters: { as_of: asOf } });
    const of = (rep: string, segment: string) =>
      rows
        .filter((row) => row['rep'] === rep && row['segment'] === segment && row['came_back'] === false)
        .map(({ is_newer, taken: count, old_enough, converted_in_time }) => [is_newer, count, old_enough, converted_in_time]);
    // The lead claimed yesterday is among the newer ones, but not old enough.
    expect(of('甲', '制造')).toEqual([
      [false, 50, 50, 20],
      [true, 51, 50, 20],
    ]);
    expect(of('乙', '制造')).toEqual([
      [false, 50, 50, 3],
      [true, 50, 50, 3],
    ]);
  });

  it('tells leads that a rep had before from others, and what converted too late', async () => {
    const lead_id = 'L1';
    const event = (name: string, day: string, rep: string) => ({ lead_id, event: name, at: `${day} 09:00:00`, rep });
    const pool_events = [
      event('claim', '2026-01-05', '甲'),
      event('return', '2026-01-09', '甲'),
      event('claim', '2026-01-12', '乙'),
      // 61 days later.
      event('convert', '2026-03-14', '乙'),
    ];
    const rows = await rowsOf('rep_segments', { pool_events, parameters: { as_of: asOf } });
    expect(rows).toMatchObject([
      { rep: '乙', segment: '', came_back: true, taken: 1, converted: 1, old_enough: 1, converted_in_time: 0 },
      { rep: '甲', segment: '', came_back: false, taken: 1, converted: 0, old_enough: 1, converted_in_time: 0 },
    ]);
  });

  it('counts what has no date apart', async () => {
    const leads = [
      { lead_id: '1', owner: '甲', created_at: '2026-01-05 09:00:00', converted: true },
      { lead_id: '2', owner: '甲', converted: false, source: 'x' },
    ];
    expect(await rowsOf('rep_segments', { leads, parameters: { as_of: asOf } })).toMatchObject([
      { rep: '甲', taken: 2, converted: 1, undated: 1, ageless: 1, old_enough: 1, converted_in_time: 0, is_newer: false },
    ]);
  });

  it('leaves leads that are too young to count', async () => {
    const rows = await rowsOf('rep_segments', {
      ...together(taken({ rep: '甲', industry: '制造', converted: 1, lost: 1 }), held('甲', '零售', 2, 59)),
      parameters: { as_of: asOf },
    });
    expect(rows.reduce((sum, row) => sum + Number(row['old_enough']), 0)).toBe(2);
  });
});
