import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31' };
const lead = (lead_id: string, more: Row): Row => ({ lead_id, status: 'working', created_at: '2026-01-12 10:00:00', ...more });

const leads = [
  // 12 January 2026 is a Monday: 0.5, 2 and 10 working hours.
  lead('A', { owner: '张三', source: '展会', first_contact_at: '2026-01-12 10:30:00' }),
  lead('B', { owner: '张三', source: '官网', first_contact_at: '2026-01-12 12:00:00' }),
  lead('C', { owner: '李四', source: '展会', first_contact_at: '2026-01-13 11:00:00', converted_at: '2026-01-22 10:00:00' }),
  lead('D', { owner: '李四', source: '展会' }),
  // Has waited for three hours.
  lead('E', { owner: '李四', created_at: '2026-03-31 15:00:00' }),
];

describe('contact_speed', () => {
  it('has median and 90th percentile of those contacted, and the unanswered apart', async () => {
    const rows = await rowsOf('contact_speed', { leads, parameters });
    expect(rows.find(({ dimension }) => dimension === 'all')).toEqual({
      dimension: 'all',
      member: 'all',
      leads: 5,
      contacted: 3,
      unanswered: 2,
      median_hours: 2,
      p90_hours: 2 + 0.8 * 8,
      median_calendar_hours: 2,
      // D is late, E not yet: it is not judged.
      judged: 4,
      in_time: 2,
      // 57 working days less the first hour, and 3 hours.
      median_waiting_hours: (57 * 9 - 1 + 3) / 2,
      without_time: 0,
      median_conversion_days: 10,
    });
  });

  it('has each rep and source, and a lead without one only among all', async () => {
    const rows = await rowsOf('contact_speed', { leads, parameters });
    expect(
      rows.map(({ dimension, member, leads: n, contacted, judged, in_time }) => [dimension, member, n, contacted, judged, in_time]),
    ).toEqual([
      ['all', 'all', 5, 3, 4, 2],
      ['rep', '张三', 2, 2, 2, 2],
      ['rep', '李四', 3, 1, 2, 0],
      ['source', '官网', 1, 1, 1, 1],
      ['source', '展会', 3, 2, 3, 1],
    ]);
  });

  it('takes the leads that came in during the period', async () => {
    const period = { from: '2026-03-01', to: '2026-04-01' };
    const rows = await rowsOf('contact_speed', { leads, parameters: { ...parameters, period } });
    expect(rows.map(({ dimension, leads: n, unanswered, median_hours }) => [dimension, n, unanswered, median_hours])).toEqual([
      ['all', 1, 1, null],
      ['rep', 1, 1, null],
    ]);
  });

  it('calls no lead unanswered where the files record no contact at all', async () => {
    const [all] = await rowsOf('contact_speed', {
      leads: [lead('A', { owner: '张三' })],
      parameters,
      available: new Set(['leads.lead_id', 'leads.created_at', 'leads.first_contact_at']),
    });
    expect(all).toMatchObject({ leads: 1, contacted: null, unanswered: null, judged: null, in_time: null, median_hours: null });
  });

  it('has no share of a group of which more than one in twenty has contacts of which nobody knows when the first was', async () => {
    const timed = Array.from({ length: 19 }, (_, index) => lead(`T${index}`, { first_contact_at: '2026-01-12 12:00:00' }));
    const counts = async (undated: number): Promise<unknown> => {
      const more = Array.from({ length: undated }, (_, index) => lead(`U${index}`, { last_contact_at: '2026-01-20 12:00:00' }));
      const [all] = await rowsOf('contact_speed', { leads: [...timed, ...more], parameters });
      return ['leads', 'contacted', 'unanswered', 'judged', 'in_time', 'median_hours'].map((name) => all![name]);
    };
    expect(await counts(1)).toEqual([20, 19, 0, 19, 19, 2]);
    expect(await counts(2)).toEqual([21, null, null, null, null, 2]);
  });

  it('counts contacts without a time of day', async () => {
    const day = lead('W', { created_at: '2026-01-12 00:00:00', first_contact_at: '2026-01-13 00:00:00' });
    const [all] = await rowsOf('contact_speed', { leads: [day, ...leads.slice(0, 1)], parameters });
    expect(all).toMatchObject({ contacted: 2, without_time: 1 });
  });
});
