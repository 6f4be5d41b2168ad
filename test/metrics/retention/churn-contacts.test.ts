import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

it('churn_contacts counts the days since the last contact up to the as-of date', async () => {
  const activities = [
    { customer_id: 'A', at: '2026-01-05 09:00:00' },
    { customer_id: 'A', at: '2026-01-31 23:59:59' },
    { customer_id: 'A', at: '2026-02-01 00:00:00' },
    { customer_id: 'B', at: '2026-02-03 00:00:00' },
    { lead_id: 'L', at: '2026-01-03 00:00:00' },
  ];
  expect(await rowsOf('churn_contacts', { activities, parameters: { as_of: '2026-01-31' } })).toEqual([
    { customer_id: 'A', contacts: 2, last_contact_on: '2026-01-31', contact_days: 0 },
  ]);
});
