import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { sampleLeads, samplePoolEvents } from '../sample.ts';

const lead = (lead_id: string, created: string, converted: string | null = null): Row => ({
  lead_id,
  created_at: `${created} 09:00:00`,
  converted_at: converted === null ? null : `${converted} 09:00:00`,
  status: converted === null ? 'new' : 'converted',
});
const event = (lead_id: string, day: string, kind: string, rep: string | null = null): Row => ({
  lead_id,
  at: `${day} 09:00:00`,
  event: kind,
  rep,
});

const window = { from: '2026-08-01', to: '2026-11-01' };
const parameters = { as_of: '2026-10-31', comparison: { before: { from: '2026-05-01', to: '2026-08-01' }, after: window } };

describe('pool_months', () => {
  it('counts in windows as long as the period who came in and converted by the end; windows that begin before the leads or the log are not told', async () => {
    const leads = [
      lead('a', '2026-06-02'),
      lead('b', '2026-08-20', '2026-09-10'),
      // Converts after the window up to September, within that up to October.
      lead('c', '2026-09-05', '2026-10-10'),
    ];
    const pool_events = [
      event('b', '2026-08-20', 'enter'),
      event('b', '2026-08-22', 'claim', '张三'),
      event('b', '2026-08-23', 'contact', '张三'),
    ];
    const rows = await rowsOf('pool_months', { leads, pool_events, parameters });
    const told = rows.map((row) => [row['last_day'], row['entered'], row['cohort_converted'], row['available']]);
    expect(told).toEqual([
      // The first lead is of 2 June, in the first tenth of June to August; before, nothing is told of it.
      ['2026-06-30', null, null, null],
      ['2026-07-31', null, null, null],
      ['2026-08-31', 2, 0, null],
      ['2026-09-30', 2, 1, null],
      ['2026-10-31', 2, 2, null],
    ]);
  });

  it('ends with the counts of pool_periods', async () => {
    for (const after of [window, { from: '2026-04-01', to: '2026-05-01' }]) {
      const input = {
        leads: sampleLeads,
        pool_events: samplePoolEvents,
        parameters: { as_of: '2026-10-31', comparison: { before: { from: '2026-01-01', to: after.from }, after } },
      };
      const [period] = await rowsOf('pool_periods', input);
      const last = (await rowsOf('pool_months', input)).at(-1)!;
      for (const id of ['first_day', 'last_day', 'entered', 'cohort_converted', 'available', 'utilised'])
        expect([id, last[id]]).toEqual([id, period?.[id]]);
    }
  });

  it('is of whole months alone', async () => {
    const days = { before: { from: '2026-10-01', to: '2026-10-11' }, after: { from: '2026-10-11', to: '2026-10-21' } };
    expect(await rowsOf('pool_months', { leads: [lead('a', '2026-06-02')], parameters: { ...parameters, comparison: days } })).toEqual([]);
  });
});
