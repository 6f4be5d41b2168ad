import { expect, it } from 'vitest';
import { rowsOf } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('every sum of weights has a probability that never falls', async () => {
  const rows = await rowsOf('lead_odds', leadSample());
  const scores = rows.map(({ score }) => Number(score));
  expect(scores).toEqual(Array.from({ length: rows.length }, (_, index) => scores[0]! + index));
  expect(scores[0]).toBeLessThan(0);
  expect(scores.at(-1)).toBeGreaterThan(0);
  const probabilities = rows.map(({ probability }) => Number(probability));
  expect(probabilities).toEqual(probabilities.toSorted((one, other) => one - other));
  expect(probabilities[0]).toBeGreaterThan(0);
  expect(probabilities.at(-1)).toBeLessThan(1);
});
