import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

const deal = { rep: 'Ann', created_on: '2026-02-01', closed_on: '2026-03-02' };

describe('deal_reasons', () => {
  it('has the deals of each reason, rep and outcome, and those of the period', async () => {
    const rows = await rowsOf('deal_reasons', {
      reps: [{ rep_id: '7', name: 'Ann' }],
      opportunities: [
        { ...deal, opportunity_id: '1', state: 'lost', lost_reason: 'price', amount: 10.5 },
        { ...deal, opportunity_id: '2', rep: '7', state: 'lost', lost_reason: 'price', amount: 4.25, closed_on: '2026-02-20' },
        { ...deal, opportunity_id: '3', state: 'lost' },
        { ...deal, opportunity_id: '4', state: 'won', won_reason: 'speed', lost_reason: 'price', amount: 7 },
        { ...deal, opportunity_id: '5', state: 'lost', lost_reason: 'price', closed_on: '2026-04-01' },
        { ...deal, opportunity_id: '6', state: 'open', lost_reason: 'price' },
      ],
      leads: [{ lead_id: 'L', owner: 'Ann', invalid_reason: 'student' }],
      parameters: march,
    });
    expect(rows).toEqual([
      { rep: 'Ann', state: 'lost', reason: '', deals: 1, in_period: 1, amount: null },
      { rep: 'Ann', state: 'lost', reason: 'price', deals: 2, in_period: 1, amount: 14.75 },
      { rep: 'Ann', state: 'won', reason: 'speed', deals: 1, in_period: 1, amount: 7 },
    ]);
  });

  it('goes by invalid leads where no deal says why', async () => {
    const rows = await rowsOf('deal_reasons', {
      opportunities: [{ ...deal, opportunity_id: '1', state: 'lost' }],
      leads: [
        { lead_id: '1', owner: 'Ann', invalid_reason: 'student' },
        { lead_id: '2', owner: null, status: 'invalid' },
        { lead_id: '3', owner: 'Ann', status: 'working' },
      ],
      parameters: march,
    });
    expect(rows).toEqual([
      { rep: '', state: 'invalid', reason: '', deals: 1, in_period: 0, amount: null },
      { rep: 'Ann', state: 'invalid', reason: 'student', deals: 1, in_period: 0, amount: null },
    ]);
  });
});
