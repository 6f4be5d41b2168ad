import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { march } from './review-rows.ts';

const deal = { rep: 'Ann', created_on: '2026-02-01', closed_on: '2026-03-02' };

describe('deal_competitors', () => {
  it('has what was won and lost against each, a deal with several counting for each once', async () => {
    const rows = await rowsOf('deal_competitors', {
      opportunities: [
        { ...deal, opportunity_id: '1', state: 'lost', competitor: 'Rival', amount: 10 },
        { ...deal, opportunity_id: '2', state: 'lost', competitor: 'Rival; Other;Rival', amount: 5, closed_on: '2026-02-20' },
        { ...deal, opportunity_id: '3', state: 'won', competitor: 'Other', amount: 7 },
        { ...deal, opportunity_id: '4', state: 'won', amount: 7 },
        { ...deal, opportunity_id: '5', state: 'open', competitor: 'Rival' },
        { ...deal, opportunity_id: '6', rep: 'Bob', state: 'lost', competitor: 'Foo, Inc.' },
      ],
      parameters: march,
    });
    expect(rows).toEqual([
      { rep: 'Ann', competitor: 'Other', won: 1, lost: 1, lost_in_period: 0, won_amount: 7, lost_amount: 5 },
      { rep: 'Ann', competitor: 'Rival', won: 0, lost: 2, lost_in_period: 1, won_amount: null, lost_amount: 15 },
      { rep: 'Bob', competitor: 'Foo, Inc.', won: 0, lost: 1, lost_in_period: 1, won_amount: null, lost_amount: null },
    ]);
  });
});
