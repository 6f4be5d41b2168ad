import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import type { AlikeCases } from '../../../src/stats/additive/additive-rates.ts';
import { judgeCells } from '../../../src/stats/additive/named-cells.ts';

const cases = (unit: number, kinds: readonly number[], successes: number, trials: number): AlikeCases => ({
  unit,
  kinds,
  successes,
  trials,
});
const options = { random: () => createRandom(14, 'cells'), without: [[]], level: 0.05 };

describe('judged cells', () => {
  it('name the one that makes the others look odd, and not these', () => {
    // The first unit wins nearly all of kind 0: beside it the second looks weak there, and it weak with kind 1.
    const seen = [0, 1, 2].flatMap((unit) => [0, 1, 2].map((kind) => cases(unit, [kind], unit === 0 && kind === 0 ? 38 : 20, 40)));
    const judged = judgeCells(seen, { units: 3, factors: [3] }, options);
    expect(judged.filter(({ holds }) => holds).map(({ unit, kind, successes, trials }) => [unit, kind, successes, trials])).toEqual([
      [0, 0, 38, 40],
    ]);
    for (const { holds, score } of judged) if (!holds) expect(Math.abs(score)).toBeLessThan(0.5);
  });

  it('name several, one after the other, each with all its cases', () => {
    const seen = [0, 1, 2, 3].flatMap((unit) => [0, 1, 2, 3].map((kind) => cases(unit, [kind], unit === kind && unit < 2 ? 38 : 20, 40)));
    const judged = judgeCells(seen, { units: 4, factors: [4] }, options);
    expect(judged.filter(({ holds }) => holds).map(({ unit, kind, trials }) => [unit, kind, trials])).toEqual([
      [0, 0, 40],
      [1, 1, 40],
    ]);
  });

  it('are none where nothing can be judged', () => {
    expect(judgeCells([], { units: 0, factors: [] }, options)).toEqual([]);
    expect(judgeCells([cases(0, [0], 3, 3)], { units: 1, factors: [1] }, options)).toEqual([]);
  });
});
