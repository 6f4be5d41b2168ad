import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../../src/forecast/targets/season.ts';
import { fitBounds, type SplitNode, splitTree } from '../../../src/forecast/targets/split-tree.ts';

const free = { least: 0, most: Infinity };

function leaf(of: string, weight: number, bounds = free): SplitNode<string> {
  return { of, weight, bounds, season: null, children: [] };
}

describe('splitTree', () => {
  it('adds up in each period and over all, where every part would round up', () => {
    // 10 steps in three periods to three alike: 10 / 3 each, 10 / 9 a cell.
    const parts = splitTree([leaf('a', 1), leaf('b', 1), leaf('c', 1)], { steps: [3, 3, 4], rests: [0, 0, 0], step: 1000 });
    expect([0, 1, 2].map((period) => sumOf(parts.map(({ values }) => values[period]!)))).toEqual([3000, 3000, 4000]);
    expect(parts.map(({ values }) => sumOf(values)).toSorted((one, other) => one - other)).toEqual([3000, 3000, 4000]);
  });

  it('puts what is less than a step to the largest part that has room', () => {
    const nodes = [leaf('small', 1), leaf('large', 9, { least: 0, most: 8 }), leaf('middle', 5)];
    const parts = splitTree(nodes, { steps: [16], rests: [7], step: 10 });
    expect(parts.map(({ of, values }) => [of, values[0]])).toEqual([
      ['small', 10],
      ['large', 80],
      ['middle', 77],
    ]);
  });

  it('follows the seasons of parts as far as the whole leaves room', () => {
    const nodes = [
      { ...leaf('winter', 1), season: [3, 1] },
      { ...leaf('summer', 1), season: [1, 3] },
    ];
    expect(splitTree(nodes, { steps: [40, 40], rests: [0, 0], step: 1 }).map(({ values }) => values)).toEqual([
      [30, 10],
      [10, 30],
    ]);
  });
});

const bounds = fc
  .record({ least: fc.nat(40), room: fc.option(fc.nat(4000), { nil: Infinity }) })
  .map(({ least, room }) => ({ least, most: least + room }));

const season = (periods: number) =>
  fc.option(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: periods, maxLength: periods }), { nil: null });

function tree(periods: number, depth: number): fc.Arbitrary<SplitNode<string>> {
  return fc.record({
    of: fc.constant('node'),
    weight: fc.double({ min: 0, max: 1e6, noNaN: true }),
    bounds: fc.oneof({ weight: 2, arbitrary: fc.constant(free) }, { weight: 1, arbitrary: bounds }),
    season: season(periods),
    children: depth === 0 ? fc.constant([]) : fc.array(tree(periods, depth - 1), { maxLength: 4 }),
  });
}

const cases = fc.integer({ min: 1, max: 12 }).chain((periods) =>
  fc.record({
    nodes: fc.array(tree(periods, 2), { minLength: 1, maxLength: 5 }),
    steps: fc.array(fc.nat(500), { minLength: periods, maxLength: periods }),
    rest: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    step: fc.constantFrom(1, 5, 100, 1000, 12_345),
  }),
);

describe('any tree, weights, seasons, bounds and step', () => {
  it('adds up exactly at every node, in every period and over all, and keeps the bounds that can be kept', () => {
    fc.assert(
      fc.property(cases, ({ nodes, steps, rest, step }) => {
        const total = sumOf(steps);
        const fitted = fitBounds(nodes, total);
        const rests = steps.map((_, period) => (period === 0 ? Math.floor(rest * step) : 0));
        const queue = splitTree(fitted.nodes, { steps, rests, step });
        const whole = steps.map((count, period) => count * step + rests[period]!);
        const check = (own: readonly SplitNode<string>[], parent: readonly number[]): void => {
          // Parts come node by node, each before its children.
          const parts = own.map((node) => {
            const { values } = queue.shift()!;
            for (const value of values) {
              expect(Number.isInteger(value)).toBe(true);
              expect(value).toBeGreaterThanOrEqual(0);
            }
            const all = sumOf(values);
            expect(all).toBeGreaterThanOrEqual(node.bounds.least * step);
            expect(all).toBeLessThan((node.bounds.most + 1) * step);
            if (node.children.length > 0) check(node.children, values);
            return values;
          });
          expect(parent.map((_, period) => sumOf(parts.map((values) => values[period]!)))).toEqual([...parent]);
        };
        check(fitted.nodes, whole);
        expect(queue).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is no more than a step off an exact proportional split in every cell of a level', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (given, steps) => {
        const parts = splitTree(
          given.map((weight, index) => leaf(String(index), weight)),
          { steps, rests: steps.map(() => 0), step: 1 },
        );
        const total = sumOf(steps);
        for (const { values } of parts) {
          const own = sumOf(values);
          for (const [period, value] of values.entries())
            expect(Math.abs(value - (own * steps[period]!) / Math.max(1, total))).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('fitBounds', () => {
  it('says which side leaves no room, and gives it up', () => {
    const nodes = [leaf('a', 1, { least: 0, most: 10 }), leaf('b', 1, { least: 0, most: 20 })];
    const { givenUp, room, nodes: fitted } = fitBounds(nodes, 40);
    expect([givenUp, room.most]).toEqual(['most', 30]);
    expect(fitted.map((node) => node.bounds.most)).toEqual([Infinity, Infinity]);
    expect(fitBounds([leaf('a', 1, { least: 50, most: 60 })], 40).givenUp).toBe('least');
  });

  it('binds a node by what its children may have, which go before its own', () => {
    const team = { ...leaf('team', 1, { least: 0, most: 5 }), children: [leaf('a', 1, { least: 10, most: 12 })] };
    const { nodes, conflicts } = fitBounds([team, leaf('other', 1)], 100);
    expect(nodes[0]!.bounds).toEqual({ least: 10, most: 12 });
    expect(conflicts).toEqual(['team']);
  });
});
