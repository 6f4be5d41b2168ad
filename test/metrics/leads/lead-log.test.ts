import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const event = (at: string, kind: string, rep: string | null = null): Row => ({ lead_id: 'A', at: `${at} 09:00:00`, event: kind, rep });

describe('lead_log', () => {
  it('has a row before the first claim, and one from each claim to the next', async () => {
    const pool_events = [
      event('2026-01-01', 'enter'),
      event('2026-01-02', 'contact', '张三'),
      event('2026-01-03', 'claim', '张三'),
      event('2026-01-04', 'contact', '张三'),
      event('2026-01-06', 'contact', '张三'),
      event('2026-01-20', 'recycle'),
      event('2026-02-01', 'assign', '李四'),
      event('2026-02-05', 'invalidate', '李四'),
      event('2026-04-01', 'claim', '王五'),
    ];
    const rows = await rowsOf('lead_log', { pool_events, parameters: { as_of: '2026-03-31' } });
    expect(rows).toMatchObject([
      { spell_order: 0, rep: null, claims: 0, from_at: null, first_at: '2026-01-01 09:00:00', contacts: 1, comebacks: 0 },
      {
        spell_order: 1,
        rep: '张三',
        claims: 1,
        assigns: 0,
        from_at: '2026-01-03 09:00:00',
        recycled_at: '2026-01-20 09:00:00',
        first_contact_at: '2026-01-04 09:00:00',
        last_contact_at: '2026-01-06 09:00:00',
        contacts: 2,
        comebacks: 1,
      },
      { spell_order: 2, rep: '李四', claims: 0, assigns: 1, invalid_at: '2026-02-05 09:00:00', contacts: 0 },
    ]);
  });

  it('counts a line that is there twice once', async () => {
    const line = [event('2026-01-03', 'claim', '张三'), event('2026-01-04', 'contact', '张三'), event('2026-01-20', 'return', '张三')];
    const pool_events = [...line, ...line, event('2026-01-04', 'contact', '李四')];
    expect(await rowsOf('lead_log', { pool_events, parameters: { as_of: '2026-03-31' } })).toMatchObject([
      { spell_order: 1, claims: 1, contacts: 2, comebacks: 1 },
    ]);
  });
});
