import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/lib/random.ts';
import { compositeOf, type RepUnits, sampledScores, scalesOf } from '../../../../src/metrics/reps/parts/composite.ts';
import { unitFigures } from '../../../../src/metrics/reps/parts/rank-measures.ts';
import { repWeights } from '../../../../src/metrics/parameter-defaults.ts';
import { scoreRanks, type ScoreRank } from '../../../../src/stats/score-ranks.ts';
import { simulatedRep } from './simulated-reps.ts';

function rep(name: string, ...customers: readonly Readonly<Record<string, number>>[]): RepUnits {
  return {
    rep: name,
    size: customers.length,
    groups: customers.map((customer) => Float64Array.from(unitFigures, (figure) => customer[figure] ?? 0)),
  };
}

function ranked(run: number, size: number, skills: readonly number[]): ScoreRank[] {
  const random = createRandom(run, 'simulated reps');
  const reps = skills.map((skill, index) => simulatedRep(random, `R${index}`, size, skill));
  const scales = scalesOf(reps, repWeights);
  const drawn = createRandom(1, 'samples');
  return scoreRanks(
    reps.map((units) => sampledScores(units, scales, { random: drawn, samples: 199 })),
    { random: drawn },
  );
}

const sizes = [
  { reps: 4, customers: 30 },
  { reps: 12, customers: 15 },
  { reps: 20, customers: 40 },
] as const;

describe('the composite of reps', () => {
  it('leaves out measures that no rep has, and weighs those a rep has', () => {
    const reps = [rep('A', { revenue: 10 }), rep('B', { revenue: 20, profit: 4, profit_base: 20 }), rep('C', { revenue: 30 })];
    const scales = scalesOf(reps, { revenue: 1, margin: 3, win_rate: 5 });
    expect(scales.map(({ measure }) => measure.id)).toEqual(['revenue', 'margin']);
    const scores = reps.map((units) => compositeOf(units, scales).score!);
    expect(scores[0]! + scores[2]!).toBeCloseTo(100, 9);
    // B is at both medians.
    expect(scores[1]).toBe(50);
  });

  it('counts few deals as what all win, and fewer complaints as better', () => {
    const reps = [
      rep('A', { decided: 100, won: 10, orders: 10, complaints: 2 }),
      rep('B', { decided: 100, won: 90, orders: 10, complaints: 1 }),
      rep('C', { decided: 1, won: 1, orders: 10 }),
    ];
    const scales = scalesOf(reps, { win_rate: 1, complaints: 1 });
    const values = reps.map((units) =>
      Object.fromEntries(compositeOf(units, scales).measured.map(({ measure, value }) => [measure.id, value])),
    );
    expect(values[2]!['win_rate']).toBeGreaterThan(0.5);
    expect(values[2]!['win_rate']).toBeLessThan(values[1]!['win_rate']!);
    const complaints = compositeOf(reps[2]!, scales).measured.find(({ measure }) => measure.id === 'complaints');
    expect(complaints?.score).toBeGreaterThan(50);
  });

  it.for(sizes)('does not rank $reps reps of equal skill apart in 95% of runs', { tags: ['slow'] }, ({ reps, customers }) => {
    const runs = 60;
    let apart = 0;
    for (let run = 0; run < runs; run += 1) {
      const ranges = ranked(
        run,
        customers,
        Array.from({ length: reps }, () => 0),
      );
      if (ranges.some(({ high }) => ranges.some(({ low }) => high < low))) apart += 1;
    }
    expect(apart / runs).toBeLessThanOrEqual(0.05);
  });

  it.for(sizes)(
    'has ranges that cover the true ranks of $reps reps who differ, and tells some apart',
    { tags: ['slow'] },
    ({ reps, customers }) => {
      const runs = 30;
      let [covered, apart] = [0, 0];
      const skills = Array.from({ length: reps }, (_, index) => 2 - (4 * index) / (reps - 1));
      for (let run = 0; run < runs; run += 1) {
        const ranges = ranked(run, customers, skills);
        covered += ranges.filter(({ low, high }, index) => low <= index + 1 && index + 1 <= high).length;
        if (ranges.some(({ high }) => ranges.some(({ low }) => high < low))) apart += 1;
      }
      expect(covered / (runs * reps)).toBeGreaterThanOrEqual(0.94);
      expect(apart / runs).toBeGreaterThan(0.4);
    },
  );
});
