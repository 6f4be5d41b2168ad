import { expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { netPromoterInterval } from '../../../src/stats/net-promoter.ts';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } };

/** So many answers of each kind, one customer an answer. */
function answers(rep: string, day: string, counts: Readonly<Record<number, number>>): Row[] {
  return Object.entries(counts).flatMap(([nps, count]) =>
    Array.from({ length: count }, (_, index) => ({ customer_id: `${rep}${nps}${index}`, rep, at: `${day} 09:00:00`, nps: Number(nps) })),
  );
}

it('nps_groups counts the answers of the period, in all and by rep, the worst first and small groups last', async () => {
  const feedback = [
    ...answers('Li', '2026-03-05', { 10: 6, 8: 2, 3: 4 }),
    ...answers('Wu', '2026-03-06', { 9: 8, 7: 1, 0: 1 }),
    ...answers('Sun', '2026-03-07', { 6: 3 }),
    ...answers('Li', '2026-02-07', { 10: 10 }),
  ];
  const rows = (await rowsOf('nps_groups', { feedback, parameters })).toSorted(
    (one, other) =>
      Number(one['breakdown_order']) - Number(other['breakdown_order']) || Number(one['group_order']) - Number(other['group_order']),
  );
  const all = netPromoterInterval({ promoters: 14, passives: 3, detractors: 8 })!;
  expect(rows[0]).toMatchObject({ breakdown: 'all', group_name: '', base: 25, value: 24, low: all.low, high: all.high, customers: 25 });
  expect(rows.slice(1).map((row) => [row['group_name'], row['base'], row['is_few']])).toEqual([
    ['Li', 12, false],
    ['Wu', 10, false],
    ['Sun', 3, true],
  ]);
  expect(rows[1]).toMatchObject({
    promoters: 6,
    passives: 2,
    detractors: 4,
    previous_base: 10,
    previous_value: 100,
    previous_verdict: 'more_than_chance',
  });
  expect(rows[1]!['value']).toBeCloseTo(100 / 6, 12);
  expect(rows[3]).toMatchObject({
    previous_base: 0,
    previous_value: null,
    previous_difference: null,
    previous_verdict: 'cannot_tell',
    rest_verdict: 'cannot_tell',
  });
});

it('nps_groups has no breakdown of which there is but one group', async () => {
  const rows = await rowsOf('nps_groups', { feedback: answers('Li', '2026-03-05', { 10: 3 }), parameters });
  expect(rows.map((row) => row['breakdown'])).toEqual(['all']);
});
