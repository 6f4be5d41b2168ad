import { expect, it } from 'vitest';
import { wilson } from '../../../src/stats/wilson.ts';
import { rowsOf } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('values have their conversion and lift against all leads with a known outcome', async () => {
  const rows = (await rowsOf('lead_factors', leadSample())).filter(({ attribute }) => attribute === 'leads.source');
  const fair = wilson(80, 110)!;
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    attribute: 'leads.source',
    value_order: 1,
    kind: 'value',
    value: 'fair',
    above: null,
    up_to: null,
    leads: 110,
    converted: 80,
    rate: 80 / 110,
    rate_low: fair.low,
    rate_high: fair.high,
    all_leads: 0.5,
    lift: 80 / 110 / 0.5,
    lift_low: fair.low / 0.5,
    lift_high: fair.high / 0.5,
    p_adjusted: expect.any(Number) as number,
  });
  // Chi-square 200 (80 · 70 − 30 · 20)² / (110 · 90 · 100 · 100) = 50.51, p = 1.19e-12, of eight tests: two sources, two plans, four fifths of visits.
  expect(Number(rows[0]!['p_adjusted'])).toBeGreaterThan(9.4e-12);
  expect(Number(rows[0]!['p_adjusted'])).toBeLessThan(9.6e-12);
  expect(rows[1]).toMatchObject({ value: 'web', leads: 90, converted: 20 });
});

it('numbers come in fifths, blanks last', async () => {
  const rows = await rowsOf('lead_factors', leadSample());
  const visits = rows
    .filter(({ attribute }) => attribute === 'Visits')
    .map(({ value, above, up_to, leads, converted }) => [value, above, up_to, leads, converted]);
  // 0 to 9 fifteen times each, 10 fifty times: the fifths of 200 end at 2, 5, 7 and 10.
  expect(visits).toEqual([
    ['0–2', null, 2, 45, 15],
    ['3–5', 2, 5, 45, 15],
    ['6–7', 5, 7, 30, 10],
    ['8–10', 7, null, 80, 60],
  ]);
  expect(
    rows.filter(({ attribute }) => attribute === 'Tags').map(({ kind, value, leads, converted }) => [kind, value, leads, converted]),
  ).toEqual([
    ['value', 'closed', 50, 50],
    ['blank', null, 150, 50],
  ]);
});
