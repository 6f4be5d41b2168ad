import { expect, it } from 'vitest';
import { createRandom } from '../../../../src/lib/random.ts';
import { repWeights } from '../../../../src/metrics/parameter-defaults.ts';
import { rankRows } from '../../../../src/metrics/reps/parts/rep-scores.ts';
import { simulatedRep } from './simulated-reps.ts';

const sizes = [
  { reps: 4, customers: 25, runs: 60 },
  { reps: 8, customers: 20, runs: 40 },
  { reps: 20, customers: 12, runs: 20 },
  { reps: 100, customers: 10, runs: 4 },
] as const;

/** Rankings of reps of such skills, by seeds that nothing else uses; as few samples as of very many customers. */
function ranked({ reps, customers, runs }: (typeof sizes)[number], skillOf: (index: number) => number) {
  return Array.from({ length: runs }, (_, run) => {
    const random = createRandom(run, `held out, ${reps} reps`);
    const units = Array.from({ length: reps }, (__, index) => simulatedRep(random, `R${index}`, customers, skillOf(index)));
    return rankRows({ ranked: units, idle: [] }, repWeights, 199);
  });
}

it('names somebody among reps of equal skill in no more than 5% of rankings, up to three standard errors', () => {
  const rankings = sizes.flatMap((size) => ranked(size, () => 0));
  const named = rankings.filter((rows) => rows.some(({ verdict }) => verdict !== 'within')).length;
  expect(named / rankings.length).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / rankings.length));
});

it('has ranges that hold the true ranks of reps who differ, and names some of them', () => {
  let [held, all, named] = [0, 0, 0];
  for (const size of sizes)
    for (const rows of ranked(size, (index) => 2 - (4 * index) / (size.reps - 1))) {
      held += rows.filter(({ rank_low: low, rank_high: high }, index) => Number(low) <= index + 1 && index + 1 <= Number(high)).length;
      all += rows.length;
      named += rows.filter(({ verdict }) => verdict !== 'within').length;
    }
  expect(held / all).toBeGreaterThanOrEqual(0.92);
  expect(named).toBeGreaterThan(0);
});
