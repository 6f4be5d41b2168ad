import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const event = (lead_id: string, at: string, kind: string, rep: string | null = null): Row => ({
  lead_id,
  at: `${at} 09:00:00`,
  event: kind,
  rep,
});

const pool_events = [
  event('A', '2026-01-02', 'claim', '张三'),
  event('A', '2026-01-03', 'contact', '张三'),
  event('A', '2026-01-20', 'convert', '张三'),
  event('B', '2026-02-02', 'claim', '张三'),
  event('B', '2026-02-17', 'recycle'),
  event('B', '2026-02-20', 'assign', '李四'),
  event('B', '2026-02-25', 'return', '李四'),
  event('C', '2026-02-03', 'assign', '张三'),
  event('C', '2026-02-05', 'assign', '李四'),
  event('D', '2026-02-06', 'claim', '李四'),
  event('D', '2026-02-07', 'contact', '李四'),
];
const reps = [{ rep_id: '1', name: '李四', team: '华东', capacity: 1 }];

describe('rep_leads', () => {
  it('counts what each rep took, how it ended and what is still held', async () => {
    const rows = await rowsOf('rep_leads', { pool_events, reps, parameters: { as_of: '2026-03-31' } });
    expect(rows).toEqual([
      {
        rep: '张三',
        team: null,
        taken: 3,
        convertible: 3,
        claimed: 2,
        contacted: 1,
        converted: 1,
        invalid: 0,
        returned: 0,
        recycled: 1,
        recycled_uncontacted: 1,
        passed_on: 1,
        held: 0,
        held_uncontacted: 0,
        holding_limit: null,
        over_limit: null,
        other_pools: null,
      },
      {
        rep: '李四',
        team: '华东',
        taken: 3,
        convertible: 3,
        claimed: 1,
        contacted: 1,
        converted: 0,
        invalid: 0,
        returned: 1,
        recycled: 0,
        recycled_uncontacted: 0,
        passed_on: 0,
        held: 2,
        held_uncontacted: 1,
        holding_limit: 1,
        over_limit: 1,
        other_pools: null,
      },
    ]);
  });

  it('with a period counts the leads taken in it, and holds others to the limit of the settings', async () => {
    const parameters = { as_of: '2026-03-31', period: { from: '2026-02-01', to: '2026-03-01' }, pool: { holding_limit: 5 } };
    const rows = await rowsOf('rep_leads', { pool_events, reps, parameters });
    expect(rows.map(({ rep, taken, converted, holding_limit, over_limit }) => [rep, taken, converted, holding_limit, over_limit])).toEqual([
      ['张三', 2, 0, 5, 0],
      ['李四', 3, 0, 1, 1],
    ]);
  });

  it('goes by the owners of the lead file where there is no log', async () => {
    const leads = [
      { lead_id: 'A', owner: '张三', assigned_at: '2026-01-02 09:00:00', status: 'working', created_at: '2026-01-01 09:00:00' },
      { lead_id: 'B', owner: '张三', status: 'converted', converted_at: '2026-02-01 09:00:00', assigned_at: '2026-01-05 09:00:00' },
    ];
    const [row] = await rowsOf('rep_leads', { leads, parameters: { as_of: '2026-03-31' } });
    expect(row).toMatchObject({ rep: '张三', taken: 2, converted: 1, held: 1, held_uncontacted: null });
  });

  it('does not know what was taken where the files do not say when', async () => {
    const leads = [{ lead_id: 'A', owner: '张三', status: 'working' }];
    const [row] = await rowsOf('rep_leads', { leads, parameters: { as_of: '2026-03-31' } });
    expect(row).toMatchObject({ rep: '张三', taken: null, recycled: null, held: 1, held_uncontacted: null });
  });

  it('has the contacts of activities beside a log without any, and none where no file records contacts', async () => {
    const silent = pool_events.filter(({ event: kind }) => kind !== 'contact');
    const counts = async (activities: readonly Row[]): Promise<unknown[]> => {
      const rows = await rowsOf('rep_leads', { pool_events: silent, activities, parameters: { as_of: '2026-03-31' } });
      return rows.map(({ rep, taken, contacted, recycled_uncontacted, held_uncontacted }) => [
        rep,
        taken,
        contacted,
        recycled_uncontacted,
        held_uncontacted,
      ]);
    };
    const activities = [
      { lead_id: 'A', at: '2026-01-03 10:00:00' },
      { lead_id: 'D', at: '2026-02-06 00:00:00' },
    ];
    expect(await counts(activities)).toEqual([
      ['张三', 3, 1, 1, 0],
      ['李四', 3, 1, 0, 1],
    ]);
    expect(await counts([])).toEqual([
      ['张三', 3, null, null, 0],
      ['李四', 3, null, 0, null],
    ]);
  });

  it('counts the conversions that rep_conversion counts, those that only the lead file knows among them', async () => {
    const leads = [
      { lead_id: 'B', converted_at: '2026-02-10 09:00:00' },
      { lead_id: 'C', status: 'converted' },
      { lead_id: 'D', status: 'working' },
    ];
    const input = { pool_events, leads, parameters: { as_of: '2026-03-31' } };
    const counts = (rows: readonly Row[]): unknown[] => rows.map(({ rep, converted }) => [rep, converted]);
    // 张三 converted A by the log and B, of which only the file knows, before it was recycled; 李四 had C last.
    expect(counts(await rowsOf('rep_leads', input))).toEqual([
      ['张三', 2],
      ['李四', 1],
    ]);
    expect(counts(await rowsOf('rep_conversion', input))).toEqual([
      ['张三', 2],
      ['李四', 1],
    ]);
  });
});
