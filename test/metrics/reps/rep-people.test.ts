import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

describe('rep_people', () => {
  it('has one row a person, whatever they are called in files, with how many they lead', async () => {
    const rows = await rowsOf('rep_people', {
      reps: [
        { rep_id: '1', name: 'Ann', team: 'North', manager: '2', joined_on: '2020-01-01' },
        { rep_id: '2', name: 'Bob', team: 'North' },
      ],
      opportunities: [{ opportunity_id: 'D', rep: '1' }],
      customers: [{ customer_id: 'c', owner: 'Cid' }],
    });
    expect(rows).toEqual([
      { rep: 'Ann', team: 'North', manager: 'Bob', joined_on: '2020-01-01', is_listed: true, leads: 0 },
      { rep: 'Bob', team: 'North', manager: null, joined_on: null, is_listed: true, leads: 1 },
      { rep: 'Cid', team: null, manager: null, joined_on: null, is_listed: false, leads: 0 },
    ]);
  });
});
