import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const lead = (created_at: string) => [{ lead_id: 'A', created_at }];

describe('working_days', () => {
  it('has every day from the first of a lead to the one after the as-of date', async () => {
    // 2 January 2026 is a Friday.
    const rows = await rowsOf('working_days', { leads: lead('2026-01-02 20:00:00'), parameters: { as_of: '2026-01-05' } });
    expect(rows.map(({ day, working_minutes, minutes_before }) => [day, working_minutes, minutes_before])).toEqual([
      ['2026-01-02', 540, 0],
      ['2026-01-03', 0, 540],
      ['2026-01-04', 0, 540],
      ['2026-01-05', 540, 540],
      ['2026-01-06', 540, 1080],
    ]);
  });

  it('takes out the public holidays of China, and works the Saturday before them', async () => {
    const calendar = { holidays: 'cn', hours: ['09:00-12:00', '13:30-18:00'] };
    const rows = await rowsOf('working_days', {
      leads: lead('2026-02-13 09:00:00'),
      parameters: { as_of: '2026-02-23', pool: { calendar } },
    });
    const worked = rows.filter(({ working_minutes }) => working_minutes !== 0);
    expect(worked.map(({ day, working_minutes }) => [day, working_minutes])).toEqual([
      ['2026-02-13', 450],
      ['2026-02-14', 450],
      ['2026-02-24', 450],
    ]);
  });

  it('is empty where no lead has a date', async () => {
    expect(await rowsOf('working_days', { leads: [{ lead_id: 'A', status: 'working' }], parameters: { as_of: '2026-01-05' } })).toEqual([]);
  });
});
