import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

const deal = (id: string, state: string, amount: number | null, more: Row = {}): Row => ({
  opportunity_id: id,
  rep: 'Ann',
  state,
  amount,
  created_on: '2026-03-01',
  closed_on: '2026-03-11',
  ...more,
});

describe('rep_deals', () => {
  it('has win rate, cycle, velocity and what is open', async () => {
    const [row] = await rowsOf('rep_deals', {
      opportunities: [
        deal('1', 'won', 100),
        deal('2', 'won', 300, { closed_on: '2026-03-21' }),
        deal('3', 'lost', 100),
        deal('4', 'lost', 100, { closed_on: '2026-02-21' }),
        deal('5', 'open', 500, { closed_on: null, created_on: '2026-03-21' }),
        deal('6', 'open', null, { closed_on: '2026-03-30' }),
      ],
      parameters: march,
    });
    expect(row).toMatchObject({
      rep: 'Ann',
      deals: 5,
      won: 2,
      lost: 1,
      win_rate: 2 / 3,
      won_amount: 400,
      amount_rate: 0.8,
      mean_won: 200,
      cycle_days: 15,
      open: 2,
      open_amount: 500,
      coverage: 1.25,
      age_days: 20,
      at_risk: 1,
      at_risk_amount: null,
    });
    // 2 open × 2/3 × 200 ÷ 15 days; Wilson of 2 of 3.
    expect(row!['velocity']).toBeCloseTo(17.7778, 4);
    expect(row!['win_rate_low']).toBeCloseTo(0.2077, 4);
    expect(row!['win_rate_high']).toBeCloseTo(0.9385, 4);
  });
});
