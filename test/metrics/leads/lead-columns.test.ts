import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('attributes come by how well they rank leads; those filled in after the fact say why', async () => {
  const rows = await rowsOf('lead_columns', leadSample());
  const of = (attribute: string) => rows.find((row) => row['attribute'] === attribute)!;
  expect(
    rows.toSorted((one, other) => Number(one['attribute_order']) - Number(other['attribute_order'])).map(({ attribute }) => attribute),
  ).toEqual(['Tags', 'leads.source', 'Visits', 'Plan']);
  // 50 of 100 converted leads have tags, none of the others: 0.75 = ½ · 1 + ½ · ½.
  expect(of('Tags')).toMatchObject({
    filled: 0.25,
    blank_converted: 0.5,
    blank_others: 1,
    after_the_fact: 'blank_by_outcome',
    kind: 'words',
  });
  expect(of('Tags')['area']).toBeCloseTo(0.75, 2);
  // Fair: 80 of 100 against 30 of 100: 0.75 by the areas of the two steps, ½ (1 + 0.8 − 0.3).
  expect(of('leads.source')['area']).toBeCloseTo(0.75, 2);
  expect(of('leads.source')['after_the_fact']).toBeNull();
  expect(of('Plan')['p_adjusted']).toBe(1);
  expect(of('Visits')).toMatchObject({ kind: 'numbers', filled: 1, after_the_fact: null });
});

it('there are none where all or no leads converted', async () => {
  expect(await rowsOf('lead_columns', { leads: [{ lead_id: 'A', status: 'converted', source: 'x' }] })).toEqual([]);
  expect(await rowsOf('lead_columns', { leads: [{ lead_id: 'A', status: 'lost', source: 'x' }] })).toEqual([]);
});
