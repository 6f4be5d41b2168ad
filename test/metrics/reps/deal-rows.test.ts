import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

describe('deal_rows', () => {
  it('tells how long deals took, how old open ones are, and which of them are at risk', async () => {
    const rows = await rowsOf('deal_rows', {
      reps: [{ rep_id: '7', name: 'Ann' }],
      opportunities: [
        { opportunity_id: 'won', rep: '7', state: 'won', created_on: '2026-02-01', closed_on: '2026-03-03', amount: 10 },
        { opportunity_id: 'young', rep: 'Ann', state: 'open', created_on: '2026-03-21', closed_on: '2026-04-30' },
        { opportunity_id: 'late', rep: 'Ann', state: 'open', created_on: '2026-03-22', closed_on: '2026-03-30' },
        { opportunity_id: 'slow', rep: 'Ann', state: 'open', created_on: '2025-03-01' },
      ],
      parameters: march,
    });
    const seen = new Map(rows.map((row) => [row['opportunity_id'], row]));
    expect(seen.get('won')).toMatchObject({ rep: 'Ann', in_period: true, took_days: 30, open_days: null, risk: null, slow_days: 30 });
    expect(seen.get('young')).toMatchObject({ in_period: false, took_days: null, open_days: 10, risk: null });
    expect(seen.get('late')?.['risk']).toBe('overdue');
    expect(seen.get('slow')?.['risk']).toBe('slow');
  });

  it.for([
    { young: 5, isTold: true },
    { young: 4, isTold: false },
  ])('calls deals slow by their age only where at most half of them are ($young of 10 are not)', async ({ young, isTold }) => {
    const rows = await rowsOf('deal_rows', {
      opportunities: [
        { opportunity_id: 'won', rep: 'Ann', state: 'won', created_on: '2026-02-01', closed_on: '2026-03-03' },
        ...Array.from({ length: 10 }, (_, index) => ({
          opportunity_id: `open ${index}`,
          rep: 'Ann',
          state: 'open',
          // 10 and 89 days, against 30 of the one won.
          created_on: index < young ? '2026-03-21' : '2026-01-01',
          closed_on: index === 9 ? '2026-03-30' : null,
        })),
      ],
      parameters: march,
    });
    expect(rows.every((row) => row['age_tells'] === isTold)).toBe(true);
    const risks = (risk: string) => rows.filter((row) => row['risk'] === risk).length;
    // The one past its day stays so.
    expect([risks('slow'), risks('both'), risks('overdue')]).toEqual(isTold ? [4, 1, 0] : [0, 0, 1]);
  });
});
