import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import type { AlikeCases } from '../../../src/stats/additive/additive-rates.ts';
import { testCells } from '../../../src/stats/additive/unusual-cells.ts';

const cases = (unit: number, kinds: readonly number[], successes: number, trials: number): AlikeCases => ({
  unit,
  kinds,
  successes,
  trials,
});
const random = () => createRandom(14, 'cells');

describe('cells by unit', () => {
  const design = { units: 3, factors: [2] };

  it('name who does better with a kind than unit and kind let expect', () => {
    const seen = [
      cases(0, [0], 36, 40),
      cases(0, [1], 8, 40),
      cases(1, [0], 20, 40),
      cases(1, [1], 20, 40),
      cases(2, [0], 21, 40),
      cases(2, [1], 19, 40),
    ];
    const { cells } = testCells(seen, design, { random: random(), by: 'unit', without: [[]] })!;
    expect(cells).toHaveLength(6);
    // The others look weak beside it, but less so.
    expect(cells.toSorted((one, other) => Math.abs(other.score) - Math.abs(one.score))[0]!.unit).toBe(0);
    const best = cells.find(({ unit, kind }) => unit === 0 && kind === 0)!;
    expect([best.p <= 0.01, best.score > 3, best.successes, best.trials]).toEqual([true, true, 36, 40]);
    expect(best.expected).toBeLessThan(30);
  });

  it('leave a good unit and an easy kind alone', () => {
    // Odds 9, 3, 3 and 1: the unit three times, the kind three times as good.
    const seen = [cases(0, [0], 36, 40), cases(0, [1], 30, 40), cases(1, [0], 30, 40), cases(1, [1], 20, 40)];
    const { cells } = testCells(seen, { units: 2, factors: [2] }, { random: random(), by: 'unit', without: [[]] })!;
    for (const { successes, expected, p } of cells) {
      expect(expected).toBeCloseTo(successes, 0);
      expect(p).toBeGreaterThan(0.9);
    }
  });

  it('are not told of kinds that are left out, of few cases, and of all that a unit has', () => {
    const seen = [cases(0, [0], 2, 4), cases(0, [1], 20, 40), cases(1, [0], 20, 40), cases(2, [1], 20, 40), cases(2, [0], 20, 40)];
    const { cells } = testCells(seen, design, { random: random(), by: 'unit', without: [[1]] })!;
    expect(cells.map(({ unit, kind }) => [unit, kind])).toEqual([[2, 0]]);
  });

  it('are not told of a unit that hardly has other kinds', () => {
    // 8 of kind 0 beside 4 of kind 1: what the unit reaches elsewhere would rest on these 4 alone.
    const told = (beside: number) =>
      testCells(
        [cases(0, [0], 4, 8), cases(0, [1], 2, beside), cases(1, [0], 20, 40), cases(1, [1], 20, 40)],
        { units: 2, factors: [2] },
        {
          random: random(),
          by: 'unit',
          without: [[]],
        },
      )!.cells.map(({ unit, kind }) => [unit, kind]);
    expect(told(4)).toEqual([]);
    expect(told(5)).toEqual([
      [0, 0],
      [0, 1],
    ]);
    // One to one: whose the cases are and of which kind is the same.
    const same = [cases(0, [0], 160, 200), cases(1, [1], 190, 200)];
    expect(testCells(same, { units: 2, factors: [2] }, { random: random(), by: 'unit', without: [[]] })!.cells).toEqual([]);
  });

  it('are not there where all succeeded', () => {
    expect(testCells([cases(0, [0], 4, 4)], design, { random: random(), by: 'unit', without: [[]] })).toBeNull();
  });

  it('name anybody in about one in twenty runs at most, of reps who differ, but nowhere more than elsewhere', { tags: ['slow'] }, () => {
    const runs = 60;
    let named = 0;
    for (let run = 0; run < runs; run += 1) {
      const draw = createRandom(run, 'equal');
      const factors = [4, 3];
      const [levels, kinds] = [
        Array.from({ length: 6 }, () => draw.bell(0, 0.5)),
        factors.map((size) => Array.from({ length: size }, () => draw.bell(0, 0.7))),
      ];
      const seen = new Map<string, { unit: number; kinds: number[]; successes: number; trials: number }>();
      for (let deal = 0; deal < 240; deal += 1) {
        const [unit, own] = [draw.integer(0, 5), factors.map((size) => draw.integer(0, size - 1))];
        const logOdds = own.reduce((sum, kind, factor) => sum + kinds[factor]![kind]!, levels[unit]!);
        const key = [unit, ...own].join();
        const group = seen.get(key) ?? { unit, kinds: own, successes: 0, trials: 0 };
        group.trials += 1;
        if (draw.chance(1 / (1 + Math.exp(-logOdds)))) group.successes += 1;
        seen.set(key, group);
      }
      const test = testCells([...seen.values()], { units: 6, factors }, { random: random(), by: 'unit', without: [[], []] })!;
      if (test.cells.some(({ p }) => p <= 0.05)) named += 1;
    }
    // 5% of 60 are 3; 8 or more would come up once in a hundred.
    expect(named).toBeLessThan(8);
  });
});

describe('cells by kind', () => {
  it('are held against what their units reach', () => {
    // The first unit reaches 29 of 42, the second 3 of 4; of the kind: 29 of 36 and 1 of 2. Expected 36 · 29/42 + 2 · 3/4 = 26.357;
    // variance 0.2138 · (36 − 36²/42) + 0.1875 · (2 − 2²/4) = 1.287.
    const seen = [
      cases(0, [0], 29, 36),
      cases(0, [1], 0, 6),
      cases(1, [0], 1, 2),
      cases(1, [1], 2, 2),
      cases(2, [0], 20, 40),
      cases(2, [1], 20, 40),
    ];
    const { cells } = testCells(seen, { units: 3, factors: [2] }, { random: random(), by: 'kind', without: [[]] })!;
    const [kind] = cells;
    expect(kind).toMatchObject({ kind: 0, unit: null, trials: 78, successes: 50 });
    expect(kind!.expected).toBeCloseTo(26.357 + 20, 1);
    expect(kind!.variance).toBeCloseTo(1.287 + 0.25 * (40 - 40 ** 2 / 80), 1);
  });
});
