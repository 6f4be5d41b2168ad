import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHistories, groupHistories, toColumns } from '../../../src/stats/purchases/history.ts';

describe('purchase histories', () => {
  it('are grouped where they are equal, and every row knows its group', () => {
    const rows = [
      { x: 2, recency: 3, age: 9 },
      { x: 0, recency: 0, age: 4 },
      { x: 2, recency: 3, age: 9 },
      { x: 2, recency: 3, age: 8 },
    ];
    const { groups, groupOf } = groupHistories(rows);
    expect(groups).toEqual([
      { x: 0, recency: 0, age: 4, customers: 1 },
      { x: 2, recency: 3, age: 8, customers: 1 },
      { x: 2, recency: 3, age: 9, customers: 2 },
    ]);
    expect([...groupOf]).toEqual([2, 0, 2, 1]);
  });

  it('give the same groups in any order of the rows', () => {
    const row = fc
      .integer({ min: 0, max: 2 })
      .chain((x) => fc.record({ x: fc.constant(x), recency: fc.constant(x), age: fc.integer({ min: 3, max: 5 }) }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { groups, groupOf } = groupHistories(rows);
        expect(groupHistories(rows.toReversed()).groups).toEqual(groups);
        expect(groups.reduce((sum, group) => sum + group.customers, 0)).toBe(rows.length);
        for (const [index, one] of rows.entries()) expect(groups[groupOf[index]!]).toMatchObject(one);
      }),
    );
  });

  it.each([
    [{ x: 1, recency: 40, age: 38.86 }, 'row 2: recency 40 lies after age 38.86'],
    [{ x: 0, recency: 1, age: 9 }, 'row 2: recency is 1 without a repeat purchase'],
    [{ x: 1, recency: -1, age: 9 }, 'row 2: recency -1 is negative or no number'],
    [{ x: 1.5, recency: 1, age: 9 }, 'row 2: x = 1.5 is no whole number of repeat purchases'],
    [{ x: -1, recency: 0, age: 9 }, 'row 2: x = -1 is no whole number of repeat purchases'],
    [{ x: 1, recency: 0, age: 9 }, 'row 2: 1 repeat purchases at the age of 0'],
    [{ x: 1, recency: Number.NaN, age: 9 }, 'row 2: recency NaN is negative or no number'],
    [{ x: 1, recency: 1, age: Infinity }, 'row 2: age Infinity is no number'],
  ])('that cannot be are refused with their row: %j', (wrong, message) => {
    const rows = [{ x: 0, recency: 0, age: 0 }, wrong];
    expect(() => checkHistories(rows)).toThrow(new RangeError(message));
    expect(() => groupHistories(rows)).toThrow(RangeError);
  });

  it('of no customers are refused', () => {
    expect(() => toColumns([{ x: 0, recency: 0, age: 1, customers: 0 }])).toThrow(new RangeError('row 1: 0 customers'));
    expect(() => toColumns([{ x: 0, recency: 0, age: 1, customers: 1.5 }])).toThrow(RangeError);
  });
});
