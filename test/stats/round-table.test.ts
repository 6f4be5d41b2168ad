import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTable } from '../../src/stats/round-table.ts';

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);
const columnSums = (table: readonly (readonly number[])[]): number[] => table[0]!.map((_, column) => sum(table.map((row) => row[column]!)));

describe('roundTable', () => {
  it('rounds a table whose cells are all a half', () => {
    const halves = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    const found = roundTable(halves, [1, 1], [1, 1]);
    expect(found.map(sum)).toEqual([1, 1]);
    expect(columnSums(found)).toEqual([1, 1]);
  });

  it('finds its way where the largest rests alone lead into a corner', () => {
    // Rows 1, 1, 1 and columns 1, 2: the first row has to give way to the second, whose other cell is whole.
    const found = roundTable(
      [
        [0.6, 0.4],
        [0.4, 0.6],
        [0, 1],
      ],
      [1, 1, 1],
      [1, 2],
    );
    expect(found).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it('keeps the sums of rows and columns, and each cell to the whole number below or above it', () => {
    // Products of whole sums over their total have exactly those sums.
    const sizes = fc.array(fc.nat(300), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sizes, sizes, (rows, shares) => {
        const total = sum(rows);
        fc.pre(total > 0 && sum(shares) > 0);
        const columns = shares.map(
          (share, index) =>
            Math.floor((total * sum(shares.slice(0, index + 1))) / sum(shares)) -
            Math.floor((total * sum(shares.slice(0, index))) / sum(shares)),
        );
        const exact = rows.map((row) => columns.map((column) => (row * column) / total));
        const found = roundTable(exact, rows, columns);
        expect(found.map(sum)).toEqual(rows);
        expect(columnSums(found)).toEqual(columns);
        for (const [row, cells] of found.entries())
          for (const [column, cell] of cells.entries()) expect(Math.abs(cell - exact[row]![column]!)).toBeLessThan(1);
      }),
    );
  });

  it('keeps the sums whatever the amounts are', () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    const table = shape.chain(([rows, columns]) =>
      fc.tuple(
        fc.array(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      ),
    );
    fc.assert(
      fc.property(table, ([amounts, whole]) => {
        const found = roundTable(amounts, whole.map(sum), columnSums(whole));
        expect(found.map(sum)).toEqual(whole.map(sum));
        expect(columnSums(found)).toEqual(columnSums(whole));
        expect(Math.min(...found.flat())).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
