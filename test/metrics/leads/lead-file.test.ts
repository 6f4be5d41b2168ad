import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const file = (leads: readonly Row[], as_of: string | null = '2026-03-31'): Promise<Row[]> =>
  rowsOf('lead_file', { leads, parameters: { as_of } });

describe('lead_file', () => {
  it('has a lead with one row as it stands, and one with several once', async () => {
    const rows = await file([
      { lead_id: 'A', owner: '张三', created_at: '2026-01-01 09:00:00', first_contact_at: '2026-01-03 09:00:00', contacts: 2 },
      { lead_id: 'B', owner: '李四', created_at: '2026-01-05 09:00:00', first_contact_at: '2026-01-08 09:00:00', contacts: 1 },
      {
        lead_id: 'B',
        owner: null,
        created_at: '2026-01-04 09:00:00',
        first_contact_at: '2026-01-09 09:00:00',
        contacts: 4,
        status: 'lost',
      },
    ]);
    expect(rows.toSorted((one, other) => String(one['lead_id']).localeCompare(String(other['lead_id'])))).toMatchObject([
      { lead_id: 'A', owner: '张三', created_at: '2026-01-01 09:00:00', contacts: 2, is_lost: false, is_converted: false },
      {
        lead_id: 'B',
        owner: '李四',
        created_at: '2026-01-04 09:00:00',
        first_contact_at: '2026-01-08 09:00:00',
        contacts: 4,
        is_lost: true,
      },
    ]);
  });

  it('knows nothing of what came later', async () => {
    const later = {
      status: 'converted',
      created_at: '2026-01-01 09:00:00',
      assigned_at: '2026-04-01 00:00:00',
      converted_at: '2026-04-01 00:00:00',
    };
    expect(await file([{ lead_id: 'A', ...later }])).toMatchObject([{ is_converted: false, converted_at: null, assigned_at: null }]);
    expect(await file([{ lead_id: 'A', ...later }], null)).toMatchObject([
      { is_converted: true, converted_at: '2026-04-01 00:00:00', assigned_at: '2026-04-01 00:00:00' },
    ]);
    expect(await file([{ lead_id: 'A', created_at: '2026-04-01 00:00:00' }])).toEqual([]);
  });

  it('tells leads without a number by company and name, and leaves out rows with none of them', async () => {
    const rows = await file([
      { lead_id: null, company: '海川', name: '王芳', status: 'invalid' },
      { lead_id: null, company: '海川', name: '刘洋' },
      { lead_id: null, company: null, name: null, status: 'converted' },
    ]);
    expect(new Map(rows.map((row) => [row['lead_id'], row['is_invalid']]))).toEqual(
      new Map([
        ['海川 王芳', true],
        ['海川 刘洋', false],
      ]),
    );
  });
});
