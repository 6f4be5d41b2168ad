import { assert, asyncProperty, integer, record, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestTotal, type Limit, type Quantity } from '../../../src/stats/optimise/largest-total.ts';

/** Two givers with 3 and 2, two takers with room for 2 and 4: values by giver and taker. */
function transport(values: readonly (readonly [number, number])[], supplies: readonly number[], rooms: readonly number[]) {
  const quantities = values.flatMap((row, giver) =>
    row.map((value, taker): Quantity => ({ value, most: Infinity, counts: [giver, supplies.length + taker] })),
  );
  const limits = [...supplies, ...rooms].map((most): Limit => ({ least: 0, most }));
  return { quantities, limits };
}

describe('largestTotal', () => {
  it('solves a transport problem that the greedy choice gets wrong', async () => {
    // 10 first would leave 1 for the other giver: 10 + 1 < 9 + 8.
    const { quantities, limits } = transport(
      [
        [10, 9],
        [8, 1],
      ],
      [1, 1],
      [1, 1],
    );
    expect(await largestTotal(quantities, limits)).toEqual([0, 1, 1, 0]);
  });

  it('gives nothing where that costs more than it brings, unless the least has to be reached', async () => {
    const quantities: Quantity[] = [{ value: -1, most: 5, counts: [0] }];
    expect(await largestTotal(quantities, [{ least: 0, most: Infinity }])).toEqual([0]);
    expect(await largestTotal(quantities, [{ least: 3, most: Infinity }])).toEqual([3]);
  });

  it('is null where no quantities keep within the limits', async () => {
    expect(await largestTotal([{ value: 1, most: 2, counts: [0] }], [{ least: 3, most: 4 }])).toBeNull();
    expect(await largestTotal([], [{ least: 1, most: 4 }])).toBeNull();
    expect(await largestTotal([], [])).toEqual([]);
  });

  it('says so where the answer is no whole number', async () => {
    // A triangle: each pair of three quantities may add up to 1.
    const pairs = [
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    const quantities = pairs.map((counts): Quantity => ({ value: 1, most: 1, counts }));
    await expect(
      largestTotal(
        quantities,
        Array.from({ length: 3 }, () => ({ least: 0, most: 1 })),
      ),
    ).rejects.toThrow(RangeError);
  });

  it('is as good as the best of all choices of small problems', async () => {
    const problem = record({
      values: array(integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
      supplies: array(integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      rooms: array(integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
    });
    await assert(
      asyncProperty(problem, async ({ values, supplies, rooms }) => {
        const rows = [0, 1, 2].map((giver): [number, number] => [values[2 * giver]!, values[2 * giver + 1]!]);
        const { quantities, limits } = transport(rows, supplies, rooms);
        const found = (await largestTotal(quantities, limits))!;
        const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount, index) => sum + amount * values[index]!, 0);
        expect(total(found)).toBe(Math.max(...everyChoice(supplies, rooms).map(total)));
      }),
      { numRuns: 60 },
    );
  });
});

/** All ways to give at most each supply to the two takers within their room. */
function everyChoice(supplies: readonly number[], rooms: readonly number[], given: readonly number[] = []): number[][] {
  const [supply, ...rest] = supplies;
  if (supply === undefined) return [[...given]];
  const taken = [0, 1].map((taker) => given.reduce((sum, amount, index) => sum + (index % 2 === taker ? amount : 0), 0));
  const choices: number[][] = [];
  for (let first = 0; first <= Math.min(supply, rooms[0]! - taken[0]!); first += 1)
    for (let second = 0; second <= Math.min(supply - first, rooms[1]! - taken[1]!); second += 1)
      choices.push(...everyChoice(rest, rooms, [...given, first, second]));
  return choices;
}
