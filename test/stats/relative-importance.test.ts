import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { correlation } from '../../src/stats/correlation.ts';
import { type Answers, relativeImportance } from '../../src/stats/relative-importance.ts';

const options = { random: () => createRandom(1, 'importance'), replicates: 199 };

const answers: readonly (readonly number[])[] = [
  [5, 5, 4, 4],
  [4, 4, 4, 3],
  [3, 4, 2, 3],
  [4, 5, 3, 4],
  [2, 2, 3, 1],
  [5, 4, 5, 5],
  [3, 3, 3, 2],
  [4, 3, 5, 4],
  [1, 2, 1, 2],
  [3, 4, 3, 1],
  [5, 5, 5, 3],
  [2, 3, 2, 2],
];

function importanceOf(customers: readonly Answers[]): ReturnType<typeof relativeImportance> {
  return relativeImportance(customers, options);
}

describe('relativeImportance', () => {
  it('averages over all orders of entry (numpy: least squares for each of the six orders)', () => {
    const found = importanceOf(answers.map((answer) => [answer]))!;
    expect(found.explained).toBeCloseTo(0.9850351276550448, 10);
    for (const [index, part] of [0.34208438, 0.40862038, 0.23433036].entries()) expect(found.parts[index]!.part).toBeCloseTo(part, 8);
    expect(found.parts.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
  });

  it('is (r₁² + R² − r₂²) ÷ 2 of two (Lindeman, Merenda & Gold 1980)', () => {
    const two = answers.map(([score, one, other]) => [score!, one!, other!]);
    const square = (first: number, second: number): number =>
      correlation(
        two.map((row) => row[first]!),
        two.map((row) => row[second]!),
      )!.coefficient ** 2;
    const found = importanceOf(two.map((row) => [row]))!;
    expect(found.parts[0]!.part).toBeCloseTo((square(0, 1) + found.explained - square(0, 2)) / 2, 12);
  });

  it('has intervals that are the same for the same seed, and draws customers whole', () => {
    const single = importanceOf(answers.map((answer) => [answer]));
    expect(importanceOf(answers.map((answer) => [answer]))).toEqual(single);
    const pairs = importanceOf(Array.from({ length: 6 }, (_, pair) => answers.slice(2 * pair, 2 * pair + 2)))!;
    expect(pairs.parts.map(({ part }) => part)).toEqual(single!.parts.map(({ part }) => part));
    expect(pairs.parts[0]!.interval).not.toEqual(single!.parts[0]!.interval);
    for (const { share, interval } of pairs.parts) {
      expect(interval!.low).toBeLessThan(share);
      expect(interval!.high).toBeGreaterThan(share);
    }
  });

  it('gives half each to two that say the same, and nothing to one that never varies', () => {
    const same = importanceOf(answers.map(([score, one]) => [[score!, one!, one!, 3]]))!;
    const [first, second, third] = same.parts.map(({ share }) => share);
    expect(first).toBeCloseTo(0.5, 12);
    expect(second).toBeCloseTo(0.5, 12);
    expect(third).toBe(0);
  });

  it('is null without anything to explain, or to explain it by', () => {
    expect(importanceOf([])).toBe(null);
    expect(importanceOf([[[4, 3]]])).toBe(null);
    expect(importanceOf([[[4, 3]], [[4, 5]]])).toBe(null);
    expect(importanceOf([[[4, 3]], [[5, 3]]])).toBe(null);
  });
});
