import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('both models are held against leads that they did not learn from, and the better one scores', async () => {
  const rows = await rowsOf('lead_models', leadSample());
  const [logistic, bayes, late] = ['logistic', 'naive_bayes', 'with_late_columns'].map((id) => rows.find(({ model }) => model === id)!);
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(row).toMatchObject({ leads: 200, converted: 100, known_leads: 200, against: 'lost' });
  expect([logistic!['is_chosen'], bayes!['is_chosen']].filter((chosen) => chosen === true)).toHaveLength(1);
  // Source and visits together say more than either (0.75 and 0.69), and less than with the tags.
  for (const row of [logistic!, bayes!]) expect(row['area']).toBeGreaterThan(0.76);
  expect(late!['area']).toBeGreaterThan(Number(logistic!['area']));
  expect(late!['is_chosen']).toBe(false);
  expect(logistic!['calibration_error']).toBeLessThan(0.15);
});

it('there is none of fewer than thirty leads that converted', async () => {
  const { leads = [], lead_attributes = [] } = leadSample();
  const few = leads.filter(({ status }, index) => status !== 'converted' || index < 58);
  const rows = await rowsOf('lead_models', { leads: few, lead_attributes });
  expect(rows.map(({ model, is_chosen, converted, area }) => [model, is_chosen, converted, area])).toEqual([
    ['logistic', false, 29, null],
    ['naive_bayes', false, 29, null],
    ['with_late_columns', false, 29, null],
  ]);
  expect(await rowsOf('lead_scores', { leads: few, lead_attributes })).toEqual([]);
});
