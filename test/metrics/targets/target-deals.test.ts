import { expect, it } from 'vitest';
import { order, rowsOf } from '../run.ts';
import { january } from './months.ts';

const deal = (rep: string, closed_on: string | null, more: object = {}) => ({ rep, state: 'open', amount: 100, closed_on, ...more });

it('target_deals weigh the open deals that are due in the rest of the period', async () => {
  const rows = await rowsOf('target_deals', {
    targets: [
      { ...january, owner: 'Jae', value: 1 },
      { ...january, owner: 'Amy', level: 'team', value: 1 },
    ],
    reps: [{ name: 'Amy' }, { name: 'Jae', manager: 'Amy' }],
    orders: [order('C', 'o', '2026-01-02', 1, { rep: 'Jae' })],
    opportunities: [
      deal('Jae', '2026-01-20', { probability: 0.3 }),
      deal('Jae', '2026-01-31'),
      deal('Jae', '2026-01-15'),
      deal('Jae', '2026-02-01'),
      deal('Jae', null),
      deal('Jae', '2026-01-02', { state: 'won' }),
      deal('Jae', '2026-01-03', { state: 'lost' }),
      deal('Amy', '2026-01-21', { probability: 0.1, amount: 50 }),
    ],
    parameters: { as_of: '2026-01-15' },
  });
  expect(rows.map(({ deals, deal_amount: amount, weighted_amount: weighted }) => [deals, amount, weighted])).toEqual([
    [2, 200, 80],
    [3, 250, 85],
  ]);
});
