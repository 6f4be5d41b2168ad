import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { fitLogisticRegression, predictProbabilities } from '../../src/stats/logistic-regression.ts';
import { blockedFolds, choosePenalty } from '../../src/stats/penalty-choice.ts';

const random = createRandom(3, 'penalty');
const noise = Array.from({ length: 8 }, () => Array.from({ length: 60 }, () => random.bell(0, 1)));
const outcomes = noise[0]!.map((_, row) => (row % 3 === 0 ? 1 : 0));

describe('blocked folds', () => {
  it('are neighbours of equal size but for one', () => {
    expect([...blockedFolds(7, 3)]).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect([...blockedFolds(0, 3)]).toEqual([]);
  });
});

describe('the choice of the penalty', () => {
  it('shrinks features that are noise as far as it may', () => {
    const choice = choosePenalty({ features: noise, outcomes }, blockedFolds(60, 5))!;
    expect(choice.penalty).toBeGreaterThanOrEqual(100);
    expect(choice.candidates.map(({ penalty }) => penalty)).toEqual([1000, 100, 10, 1, 0.1]);
  });

  it('lets a feature speak that tells', () => {
    const telling = outcomes.map((outcome) => outcome * 2 + random.bell(0, 1));
    expect(choosePenalty({ features: [telling], outcomes }, blockedFolds(60, 5))!.penalty).toBeLessThanOrEqual(10);
  });

  it('reports the loss of the held-out blocks', () => {
    const folds = blockedFolds(60, 2);
    const { candidates } = choosePenalty({ features: noise, outcomes }, folds, [10])!;
    let loss = 0;
    for (const fold of [0, 1]) {
      const pick = <T>(values: readonly T[], inside: boolean) => values.filter((_, row) => (folds[row] === fold) === inside);
      const kept = { features: noise.map((column) => pick(column, false)), outcomes: pick(outcomes, false) };
      const model = fitLogisticRegression(kept, 10)!;
      const held = predictProbabilities(
        model,
        noise.map((column) => pick(column, true)),
      );
      for (const [row, outcome] of pick(outcomes, true).entries()) loss -= Math.log(outcome === 1 ? held[row]! : 1 - held[row]!);
    }
    expect(candidates[0]!.logLoss).toBeCloseTo(loss / 60, 10);
  });

  it('leaves out a block whose complement has one class, and does not exist where all do', () => {
    const data = { features: [[1, 2, 3, 4, 5, 6]], outcomes: [0, 1, 0, 0, 0, 0] };
    const choice = choosePenalty(data, [0, 0, 1, 1, 2, 2])!;
    expect(Number.isFinite(choice.candidates[0]!.logLoss)).toBe(true);
    expect(choosePenalty({ ...data, outcomes: [0, 0, 0, 0, 0, 0] }, [0, 0, 1, 1, 2, 2])).toBeNull();
    expect(choosePenalty(data, [0, 0, 0, 0, 0, 0])).toBeNull();
  });

  it('takes the larger penalty on a tie', () => {
    expect(choosePenalty({ features: [[2, 2, 2, 2]], outcomes: [0, 1, 0, 1] }, [0, 0, 1, 1], [1, 100, 10])!.penalty).toBe(100);
  });
});
