import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';

const parameters = { as_of: '2026-06-30' };

function scaleOf(field: 'nps' | 'csat', answers: readonly number[]): ReturnType<typeof rowsOf> {
  return rowsOf('survey_scales', {
    feedback: answers.map((answer) => ({ customer_id: 'A', at: '2026-06-01 10:00:00', [field]: answer })),
    parameters,
  });
}

it('survey_scales takes 0 to 10 for NPS and sets aside what lies outside', async () => {
  expect(await scaleOf('nps', [0, 3, 10, 11, -1, 9])).toEqual([
    { measure: 'nps', answers: 6, lowest: -1, highest: 11, scale: '0_10', good_from: 9, bad_to: 6, outside: 2 },
  ]);
});

it('survey_scales takes neither 1 to 5 nor 1 to 10 for NPS', async () => {
  expect(await scaleOf('nps', [1, 2, 3, 4, 5, 5, 5, 4, 4, 3])).toMatchObject([{ scale: '1_5', good_from: null, outside: 10 }]);
  expect(await scaleOf('nps', [1, 1, 1, 1, 1, 1, 1, 1, 6, 9, 10])).toMatchObject([{ scale: '1_10', good_from: null, outside: 11 }]);
  expect(await scaleOf('nps', [40, 80, 100, 9])).toMatchObject([{ scale: 'other', outside: 4 }]);
  // So few could be anything: taken as asked for.
  expect(await scaleOf('nps', [1, 2, 3])).toMatchObject([{ scale: '0_10', outside: 0 }]);
});

it('survey_scales tells the scale of satisfaction by the highest answer', async () => {
  const found = async (answers: readonly number[]) => (await scaleOf('csat', answers))[0];
  expect(await found([3, 4.5, 5])).toMatchObject({ scale: '1_5', good_from: 4, bad_to: 2 });
  expect(await found([3, 7])).toMatchObject({ scale: '1_7', good_from: 6, bad_to: 3 });
  expect(await found([3, 10])).toMatchObject({ scale: '1_10', good_from: 9, bad_to: 4 });
  expect(await found([35, 98])).toMatchObject({ scale: '1_100', good_from: 80, bad_to: 40 });
  expect(await found([35, 980])).toMatchObject({ scale: null, good_from: null, outside: 2 });
});
