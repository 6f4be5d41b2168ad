import { describe, expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { contactLog } from './contact-log.ts';

describe('contact_rows', () => {
  it('has who made each contact up to the as-of date, and whether the plan was kept', async () => {
    const rows = await rowsOf('contact_rows', contactLog);
    expect(
      rows.map(({ rep, customer_id, contacted_on, period, followed_on, plan }) => [
        rep,
        customer_id,
        contacted_on,
        period,
        followed_on,
        plan,
      ]),
    ).toEqual([
      // Lost before the day planned.
      ['Ann', 'gone', '2026-02-05', 'previous', null, null],
      // Without a name: by who owns the customer.
      ['Ann', 'mid', '2026-02-20', 'previous', '2026-03-02', 'kept'],
      ['Ann', 'mid', '2026-03-02', 'current', null, 'open'],
      ['Cid', 'mid', '2026-03-02', 'current', null, null],
      ['Ann', 'top', '2026-01-13', null, '2026-01-23', 'kept'],
      ['Ann', 'top', '2026-01-23', null, '2026-02-02', 'late'],
      ['Ann', 'top', '2026-02-02', 'previous', null, 'missed'],
      // Plans made with leads are those of the pool.
      ['Ann', null, '2026-03-04', 'current', null, null],
    ]);
    expect(rows.map(({ contact_order }) => contact_order)).toEqual([1, 1, 2, 3, 1, 2, 3, 1]);
  });

  it('takes a next contact on the day itself or before for none', async () => {
    const activities = [{ customer_id: 'c', rep: 'Ann', at: '2026-03-02 09:00:00', next_at: '2026-03-02 18:00:00' }];
    expect(await rowsOf('contact_rows', { activities, parameters: contactLog.parameters })).toMatchObject([{ next_on: null, plan: null }]);
  });
});
