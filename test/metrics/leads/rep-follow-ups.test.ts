import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const lead = (lead_id: string, owner: string, next: string, more: Row = {}): Row => ({
  lead_id,
  owner,
  status: 'working',
  created_at: '2026-03-01 09:00:00',
  assigned_at: '2026-03-02 09:00:00',
  last_contact_at: '2026-03-10 09:00:00',
  next_contact_at: `${next} 09:00:00`,
  ...more,
});

describe('rep_follow_ups', () => {
  it('counts the leads of each rep by reason and by whom they are for, and names the worst', async () => {
    const rows = await rowsOf('rep_follow_ups', {
      leads: [
        lead('A', '张三', '2026-03-24'),
        lead('B', '张三', '2026-03-24', { expires_at: '2026-04-01 00:00:00' }),
        lead('C', '张三', '2026-03-26'),
        lead('D', '张三', '2026-03-28', { last_contact_at: null }),
        lead('E', '李四', '2026-03-31'),
        lead('F', '李四', '2026-03-28'),
        lead('G', '李四', '2026-04-08'),
      ],
      reps: [{ rep_id: '1', name: '张三', manager: '陈立群' }],
      parameters: { as_of: '2026-03-31' },
    });
    expect(rows).toEqual([
      {
        rep: '张三',
        manager: '陈立群',
        leads: 4,
        overdue: 4,
        falling_back: 1,
        uncontacted: 1,
        to_contact: 0,
        due_today: 0,
        for_rep: 0,
        for_manager: 1,
        to_reassign: 3,
        worst_lead: 'D',
        // Without a contact since 2 March.
        worst_days: 29,
      },
      {
        rep: '李四',
        manager: null,
        leads: 2,
        overdue: 1,
        falling_back: 0,
        uncontacted: 0,
        to_contact: 0,
        due_today: 1,
        for_rep: 1,
        for_manager: 0,
        to_reassign: 0,
        worst_lead: 'F',
        worst_days: 3,
      },
    ]);
  });
});
