import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { asOf, pooled, specialists } from './allocation-rows.ts';
import { together } from './lead-rows.ts';

it('rep_strengths has what each rep converts of each kind, drawn towards all, and the rate of all where nothing is known', async () => {
  const rows = await rowsOf('rep_strengths', { ...together(...specialists, pooled('化工', 2)), parameters: { as_of: asOf } });
  const [chemistry, retail, make] = ['化工', '零售', '制造'].map((name) =>
    rows.find(({ rep, segment }) => rep === '甲' && segment === name),
  );
  expect(make).toMatchObject({ segment: '制造', came_back: false, taken: 100, converted: 40, rate: 0.4 });
  expect(retail).toMatchObject({ segment: '零售', taken: 100, converted: 6, rate: 0.06 });
  expect(chemistry).toMatchObject({ segment: '化工', taken: 0, converted: 0, rate: null });
  expect(Number(make!['likely_rate'])).toBeGreaterThan(0.34);
  expect(Number(make!['likely_rate'])).toBeLessThan(0.4);
  expect(Number(retail!['likely_rate'])).toBeGreaterThan(0.06);
  expect(Number(chemistry!['likely_rate'])).toBeCloseTo(Number(chemistry!['all_reps']), 1);
  expect(Number(make!['all_reps'])).toBeCloseTo(0.23, 2);
});
