import { expect, it } from 'vitest';
import { withMetrics } from '../run.ts';
import { asOf, pooled, specialists } from './allocation-rows.ts';
import { together } from './lead-rows.ts';

it('leads that are alike go where the plan says, each at most once, and none is left out', async () => {
  const input = { ...together(...specialists, pooled('化工', 3)), parameters: { as_of: asOf } };
  await withMetrics(['allocation_flows', 'allocation_leads', 'lead_allocation'], input, async ({ table }) => {
    const [flows, leads, allocated] = [await table('allocation_flows'), await table('allocation_leads'), await table('lead_allocation')];
    expect(flows.map(({ flow_order }) => flow_order)).toEqual(flows.map((_, index) => index + 1));
    const size = (row: (typeof flows)[number]): number => Number(row['last_place']) - Number(row['first_place']) + 1;
    expect(flows.reduce((sum, row) => sum + size(row), 0)).toBe(23);
    expect(leads).toHaveLength(23);
    expect(allocated.map(({ lead_id }) => lead_id)).toEqual(leads.map(({ lead_id }) => lead_id));
    // Of the industry that nobody took leads of, nobody is better than all.
    for (const row of flows.filter(({ segment }) => segment === '化工'))
      expect(Number(row['chance'])).toBeCloseTo(Number(row['all_chance']), 1);
  });
});
