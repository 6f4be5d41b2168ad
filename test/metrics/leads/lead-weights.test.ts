import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('every attribute that the model rests on has a weight for each value and one for others', async () => {
  const rows = await rowsOf('lead_weights', leadSample());
  const of = (attribute: string) => rows.filter((row) => row['attribute'] === attribute);
  // Conversion does not depend on the plan: it is not in the model.
  expect([...new Set(rows.map(({ attribute }) => attribute))]).toEqual(['Visits', 'leads.source']);
  expect(of('leads.source').map(({ kind, value }) => [kind, value])).toEqual([
    ['value', 'fair'],
    ['value', 'web'],
    ['other', null],
  ]);
  expect(of('leads.source')[0]!['base']).toBeGreaterThan(Number(of('leads.source')[1]!['base']));
  expect(of('Visits').map(({ kind, above, up_to }) => [kind, above, up_to])).toEqual([
    ['range', null, 2],
    ['range', 2, 5],
    ['range', 5, 7],
    ['range', 7, null],
    ['other', null, null],
  ]);
  // No lead was without a source: to have none is worth what sources are worth on average.
  expect(of('leads.source')[0]!['centre']).toBeCloseTo(0, 12);
});
