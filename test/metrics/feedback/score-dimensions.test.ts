import { expect, it } from 'vitest';
import { compareMeans } from '../../../src/stats/means.ts';
import { rowsOf } from '../run.ts';

it('score_dimensions has the mean of each dimension, the lowest first, against before', async () => {
  const answer = (day: string, service_score: number, price_score: number | null) => ({
    customer_id: 'A',
    at: `${day} 09:00:00`,
    service_score,
    price_score,
  });
  const feedback = [
    ...Array.from({ length: 10 }, (_, index) => answer('2026-03-05', 2 + (index % 2), 5 - (index % 2))),
    ...Array.from({ length: 10 }, (_, index) => answer('2026-02-05', 4 + (index % 2), null)),
  ];
  const rows = await rowsOf('score_dimensions', {
    feedback,
    parameters: { as_of: '2026-03-31', period: { from: '2026-03-01', to: '2026-04-01' } },
  });
  const tested = compareMeans({ n: 10, sum: 45, squares: 205 }, { n: 10, sum: 25, squares: 65 })!;
  expect(rows).toMatchObject([
    {
      dimension: 'price_score',
      dimension_order: 2,
      answers: 10,
      mean: 4.5,
      previous_answers: 0,
      previous_mean: null,
      previous_verdict: 'cannot_tell',
    },
    {
      dimension: 'service_score',
      dimension_order: 1,
      answers: 10,
      mean: 2.5,
      previous_mean: 4.5,
      previous_difference: -2,
      previous_low: tested.interval.low,
      previous_verdict: 'more_than_chance',
    },
  ]);
});
