import type { Random } from '../../lib/random.ts';
import type { AdditiveDesign, AlikeCases } from './additive-rates.ts';
import { type Cell, testCells } from './unusual-cells.ts';

/** A cell, and whether its difference holds beyond chance. */
export interface JudgedCell extends Cell {
  readonly holds: boolean;
  /** The score from which it would hold. */
  readonly limit: number;
}

interface Options {
  /** Anew for each round, that each draws the same. */
  readonly random: () => Random;
  readonly without: readonly (readonly number[])[];
  /** Above this p nothing holds. */
  readonly level: number;
}

const mostRounds = 20;

/**
 * The cells of units that differ from what unit and kind let expect, one at a time: the one that differs most is named where it holds, then its
 * cases are taken out and the others judged anew. For a rep who wins everything in one industry makes that industry look easy, and so the other
 * reps look weak in it, and the rep weak elsewhere. A cell that shares cases with a named one is told whole, but judged by the rest of them; one of
 * which too few are left is left out. Empty where there is nothing to judge.
 */
export function judgeCells(cases: readonly AlikeCases[], design: AdditiveDesign, { random, without, level }: Options): JudgedCell[] {
  const whole = new Map<string, Cell>();
  const named = new Map<string, JudgedCell>();
  let [left, others] = [cases, [] as JudgedCell[]];
  for (let round = 0; round < mostRounds; round += 1) {
    const test = testCells(left, design, { random: random(), by: 'unit', without });
    if (test === null) break;
    others = test.cells.map((cell) => {
      const first = whole.get(keyOf(cell)) ?? cell;
      whole.set(keyOf(cell), first);
      return { ...first, score: cell.score, p: cell.p, holds: false, limit: test.limit };
    });
    const [best] = others.toSorted((one, other) => Math.abs(other.score) - Math.abs(one.score));
    if (best === undefined || best.p > level) break;
    named.set(keyOf(best), { ...best, holds: true });
    left = left.filter(({ unit, kinds }) => unit !== best.unit || kinds[best.factor] !== best.kind);
  }
  return [...named.values(), ...others.filter((cell) => !named.has(keyOf(cell)))];
}

function keyOf({ unit, factor, kind }: Cell): string {
  return [unit, factor, kind].join();
}
