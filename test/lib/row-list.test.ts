import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowList } from '../../src/lib/row-list.ts';
import type { Cell } from '../../src/lib/rows.ts';

/** Rows `{ n, text }` in portions of these sizes; `made` counts how often a column is asked for, by portion. */
function listOf(sizes: readonly number[], made: string[] = []): RowList {
  const begins = sizes.map((_, portion) => sizes.slice(0, portion).reduce((sum, size) => sum + size, 0));
  const column = (name: string, cell: (index: number) => Cell) =>
    [
      name,
      (portion: number, from: number, to: number) => {
        made.push(`${name}${portion}:${from}-${to}`);
        return Array.from({ length: to - from }, (_, row) => cell(begins[portion]! + from + row));
      },
    ] as const;
  return new RowList(sizes, new Map([column('n', (index) => index), column('text', (index) => (index % 3 === 0 ? null : `t${index}`))]));
}

function plain(count: number): Record<string, Cell>[] {
  return Array.from({ length: count }, (_, n) => ({ n, text: n % 3 === 0 ? null : `t${n}` }));
}

describe('a list of rows', () => {
  it('holds its rows in their order, whatever the portions', () => {
    for (const sizes of [[], [0], [5], [2, 3], [1, 0, 4], [2, 2, 1]]) {
      const list = listOf(sizes);
      const count = sizes.reduce((sum, size) => sum + size, 0);
      expect(list.length).toBe(count);
      expect([...list]).toEqual(plain(count));
      expect(JSON.parse(JSON.stringify({ list }))).toEqual({ list: plain(count) });
    }
  });

  it('slices as an array does', () => {
    const size = fc.nat({ max: 6 });
    fc.assert(
      fc.property(
        fc.array(size, { maxLength: 4 }),
        fc.nat({ max: 20 }),
        fc.option(fc.nat({ max: 20 }), { nil: undefined }),
        (sizes, from, to) => {
          const count = sizes.reduce((sum, each) => sum + each, 0);
          expect(listOf(sizes).slice(from, to)).toEqual(plain(count).slice(from, to));
        },
      ),
    );
  });

  it('has a first part of any length, and portions no longer than is asked for, of which no other cell is made', () => {
    const made: string[] = [];
    const list = listOf([3, 0, 4], made);
    for (const count of [0, 2, 3, 5, 9]) {
      expect([...list.first(count)]).toEqual(plain(7).slice(0, count));
      expect(list.first(count).length).toBe(Math.min(count, 7));
    }
    made.length = 0;
    expect(Array.from(list.first(6).portions(['n'], 2), ({ columns }) => columns[0])).toEqual([[0, 1], [2], [], [3, 4], [5]]);
    expect(made).toEqual(['n0:0-2', 'n0:2-3', 'n1:0-0', 'n2:0-2', 'n2:2-3']);
  });

  it('holds a portion of any length', () => {
    expect(listOf([300_000]).slice(0)).toHaveLength(300_000);
  });

  it('makes no cell of a portion or a column that is not looked at', () => {
    const made: string[] = [];
    const list = listOf([2, 2, 2], made).with('double', ['n'], (n = null) => Number(n) * 2);
    expect(made).toEqual([]);
    expect(list.slice(3, 4)).toEqual([{ n: 3, text: null, double: 6 }]);
    expect(new Set(made)).toEqual(new Set(['n1:1-2', 'text1:1-2']));
    made.length = 0;
    expect(Array.from(list.portions(['double']), ({ columns }) => columns)).toEqual([[[0, 2]], [[4, 6]], [[8, 10]]]);
    expect(made).toEqual(['n0:0-2', 'n1:0-2', 'n2:0-2']);
  });

  it('puts a computed column in the place of another, and takes columns away', () => {
    const list = listOf([3]);
    const changed = list.with('text', ['text', 'n', 'nothing'], (text = null, n = null, nothing = 0) => `${text} ${n} ${nothing}`);
    expect(changed.slice(0)).toEqual([
      { n: 0, text: 'null 0 null' },
      { n: 1, text: 't1 1 null' },
      { n: 2, text: 't2 2 null' },
    ]);
    expect([...changed.without(['n', 'nothing'])]).toEqual([{ text: 'null 0 null' }, { text: 't1 1 null' }, { text: 't2 2 null' }]);
    expect([...list]).toEqual(plain(3));
  });

  it('has nulls for a column that is not there', () => {
    expect([...listOf([1, 2]).portions(['n', 'nothing'])]).toEqual([
      { size: 1, columns: [[0], [null]] },
      {
        size: 2,
        columns: [
          [1, 2],
          [null, null],
        ],
      },
    ]);
  });

  it('keeps names that mean something to JavaScript', () => {
    const list = new RowList([1], new Map([['constructor', () => [1]]]));
    expect(Object.entries([...list][0]!)).toEqual([['constructor', 1]]);
    expect([...list.portions(['toString'])]).toEqual([{ size: 1, columns: [[null]] }]);
  });
});
