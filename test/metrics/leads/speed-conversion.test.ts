import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';

/** A column of first contacts, blank or not. */
const available = new Set(['leads.lead_id', 'leads.created_at', 'leads.first_contact_at']);
const parameters = { as_of: '2026-03-31' };
const lead = (lead_id: string, created: string, more: Row): Row => ({
  lead_id,
  status: 'working',
  created_at: `${created} 10:00:00`,
  ...more,
});
const inTime = (day: string): Row => ({ first_contact_at: `${day} 11:00:00` });

describe('speed_conversion', () => {
  it('compares at the same age: who is open still is censored, who is lost will not convert', async () => {
    const leads = [
      // Contacted after an hour: one converts after 10 days, one is open for 11, one for 78, one is lost after 31.
      lead('A', '2026-01-12', { ...inTime('2026-01-12'), converted_at: '2026-01-22 10:00:00' }),
      lead('B', '2026-03-20', inTime('2026-03-20')),
      lead('C', '2026-01-12', inTime('2026-01-12')),
      lead('D', '2026-01-13', inTime('2026-01-13')),
      // Never: waiting, and converted without a contact on record, which is no band.
      lead('E', '2026-01-12', {}),
      lead('F', '2026-01-12', { converted_at: '2026-01-22 10:00:00' }),
    ];
    const pool_events = [{ lead_id: 'D', event: 'invalidate', at: '2026-02-13 10:00:00', rep: null }];
    const rows = await rowsOf('speed_conversion', { leads, pool_events, parameters: { ...parameters, pool: { ages: [30, 60, 90] } } });
    expect(rows).toEqual([
      {
        speed_band: 'in_time',
        leads: 4,
        converted: 1,
        dated: 4,
        incidence_days: 60,
        // 1 of 4 at risk at day 10, nothing thereafter: 1 − 0.75 ^ exp(∓1.96 · 0.2165 ÷ (0.75 · ln 0.75)).
        incidence: 0.25,
        incidence_low: expect.closeTo(0.03945, 5),
        incidence_high: expect.closeTo(0.87205, 5),
      },
      {
        speed_band: 'never',
        leads: 1,
        converted: 0,
        dated: 1,
        incidence_days: 60,
        // No lead that converts can be among those never contacted.
        incidence: null,
        incidence_low: null,
        incidence_high: null,
      },
    ]);
  });

  it('says nothing of an age that nobody has reached', async () => {
    const leads = [
      lead('A', '2026-03-01', inTime('2026-03-02')),
      lead('B', '2026-03-01', { ...inTime('2026-03-02'), converted_at: '2026-03-05 10:00:00' }),
      lead('C', '2026-03-01', inTime('2026-03-20')),
    ];
    const rows = await rowsOf('speed_conversion', { leads, parameters });
    const blank = { incidence_days: 60, incidence: null, incidence_low: null };
    expect(rows).toMatchObject([
      { leads: 2, converted: 1, dated: 2, ...blank },
      { leads: 1, converted: 0, dated: 1, ...blank },
    ]);
    // Nobody knows whether any of these converted.
    const [open] = await rowsOf('speed_conversion', { leads: leads.slice(0, 1), parameters });
    expect(open).toMatchObject({ leads: 1, converted: null, dated: 1, ...blank });
  });

  it('has leads of which nobody knows when they were first contacted apart, and nothing where that is so of all', async () => {
    const leads = [
      lead('A', '2026-01-12', { ...inTime('2026-01-12'), converted_at: '2026-01-22 10:00:00' }),
      lead('B', '2026-01-12', { last_contact_at: '2026-02-12 10:00:00' }),
    ];
    const bands = async (rows: readonly Row[]): Promise<unknown[]> =>
      (await rowsOf('speed_conversion', { leads: rows, parameters, available })).map(({ speed_band, leads: n, incidence }) => [
        speed_band,
        n,
        incidence,
      ]);
    expect(await bands(leads)).toEqual([
      ['in_time', 1, 1],
      ['unknown', 1, null],
    ]);
    expect(await bands(leads.slice(1))).toEqual([]);
  });

  it('has no share of any band where more than one in twenty of all conversions has no date', async () => {
    const converted = (lead_id: string, more: Row): Row => lead(lead_id, '2026-01-12', { ...inTime('2026-01-12'), ...more });
    const dated = Array.from({ length: 19 }, (_, index) => converted(`D${index}`, { converted_at: '2026-01-22 10:00:00' }));
    const late = lead('late', '2026-01-12', { first_contact_at: '2026-02-12 11:00:00' });
    const bands = async (undated: number): Promise<unknown[]> => {
      const leads = [...dated, ...Array.from({ length: undated }, (_, index) => converted(`U${index}`, { status: 'converted' })), late];
      const rows = await rowsOf('speed_conversion', { leads, parameters });
      return rows.map(({ speed_band, leads: n, dated: known, incidence }) => [speed_band, n, known, incidence]);
    };
    expect(await bands(1)).toEqual([
      ['in_time', 20, 19, 1],
      ['later', 1, 1, 0],
    ]);
    expect(await bands(2)).toEqual([
      ['in_time', 21, 19, null],
      ['later', 1, 1, null],
    ]);
  });
});
