import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

describe('leads to learn from', () => {
  it('are those that converted and those marked lost; open ones are left out', async () => {
    const leads = [
      { lead_id: 'C', status: 'converted' },
      { lead_id: 'A', status: 'lost' },
      { lead_id: 'B', status: 'working' },
      { lead_id: 'D', status: 'invalid' },
    ];
    // 48271 · 1, 2 and 3, squared modulo 2147483647: 182605794, 730423176 and 1643452146 keep their order.
    expect(await rowsOf('lead_training', { leads })).toEqual([
      { lead_id: 'A', converted: false, place: 1, known_leads: 3, against: 'lost', least_days: null },
      { lead_id: 'C', converted: true, place: 2, known_leads: 3, against: 'lost', least_days: null },
      { lead_id: 'D', converted: false, place: 3, known_leads: 3, against: 'lost', least_days: null },
    ]);
  });

  it('are all, where none is marked lost and nothing is dated', async () => {
    const leads = ['A', 'B', 'C'].map((lead_id) => ({ lead_id, converted: lead_id === 'B', source: 'x' }));
    const rows = await rowsOf('lead_training', { leads });
    expect(rows.map(({ lead_id, converted, against }) => [lead_id, converted, against])).toEqual([
      ['A', false, 'all'],
      ['B', true, 'all'],
      ['C', false, 'all'],
    ]);
  });

  it('are, where conversions are dated, those that came in so long ago that nine in ten conversions had come', async () => {
    // Converted after 1 to 11 days: the 90% quantile is 10.
    const converted = Array.from({ length: 11 }, (_, index) => ({
      lead_id: `C${index + 10}`,
      created_at: '2026-01-01 09:00:00',
      converted_at: `2026-01-${String(index + 2).padStart(2, '0')} 09:00:00`,
    }));
    const leads = [
      ...converted,
      { lead_id: 'Lost', created_at: '2026-02-01 09:00:00', status: 'lost' },
      { lead_id: 'Old', created_at: '2026-02-18 20:00:00' },
      { lead_id: 'Young', created_at: '2026-02-19 09:00:00' },
      { lead_id: 'Young lost', created_at: '2026-02-20 09:00:00', status: 'lost' },
      { lead_id: 'Undated', status: 'lost' },
    ];
    const rows = await rowsOf('lead_training', { leads, parameters: { as_of: '2026-02-28' } });
    expect(rows.map(({ lead_id, converted: won }) => [lead_id, won]).slice(-3)).toEqual([
      ['C20', true],
      ['Lost', false],
      ['Old', false],
    ]);
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({ known_leads: 13, against: 'old', least_days: 10 });
    expect(rows.map(({ place }) => Number(place)).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 1),
    );
  });

  it('are those that came in during the period', async () => {
    const leads = [
      { lead_id: 'A', status: 'converted', created_at: '2026-01-31 23:00:00' },
      { lead_id: 'B', status: 'lost', created_at: '2026-02-01 00:00:00' },
      { lead_id: 'C', status: 'lost' },
    ];
    const parameters = { as_of: '2026-03-31', period: { from: '2026-02-01', to: '2026-03-01' } };
    expect((await rowsOf('lead_training', { leads, parameters })).map(({ lead_id }) => lead_id)).toEqual(['B']);
  });

  it('are 50,000 at most, from all over the file', { tags: ['slow'] }, async () => {
    const leads = Array.from({ length: 75_000 }, (_, index) => ({
      lead_id: String(index + 100_000),
      status: index % 2 === 0 ? 'lost' : 'converted',
    }));
    const rows = await rowsOf('lead_training', { leads });
    expect(rows).toHaveLength(50_000);
    expect(Math.max(...rows.map(({ place }) => Number(place)).slice(0, 10))).toBeLessThanOrEqual(50_000);
    expect(rows[0]).toMatchObject({ known_leads: 75_000 });
    // No end of the ids is favoured: two thirds of either half.
    const early = rows.filter(({ lead_id }) => Number(lead_id) < 137_500).length;
    expect(Math.abs(early - 25_000)).toBeLessThan(500);
  });
});
