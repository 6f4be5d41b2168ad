import { DuckDBDecimalValue } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf as duckdbCellOf } from '../../src/engine/duckdb-values.ts';
import { cellOf, rowListOf } from '../../src/engine/postgres-values.ts';

const int8 = 20;
const float8 = 701;
const numeric = 1700;
const text = 25;

describe('a value as PostgreSQL writes it', () => {
  it('is the number that DuckDB gives for the same decimal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), fc.integer({ min: 1, max: 6 }), (value, scale) => {
        const decimal = new DuckDBDecimalValue(value, 18, scale);
        expect(cellOf(decimal.toString(), numeric)).toBe(duckdbCellOf(decimal));
      }),
    );
  });

  it('is every float again', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        Object.is(cellOf(Object.is(value, -0) ? '-0' : String(value), float8), value),
      ),
    );
  });

  it('is every whole number that a number holds, and no other', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => cellOf(String(value), int8) === value));
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }), (value) => {
        expect(() => cellOf(String(value), int8)).toThrow(RangeError);
        expect(() => cellOf(String(-value), numeric)).toThrow(RangeError);
      }),
    );
  });

  it('is any text as it is', () => {
    fc.assert(fc.property(fc.string(), (value) => cellOf(value, text) === value));
  });

  it('is null whatever the type, and nothing where a function yields nothing', () => {
    expect([int8, float8, numeric, text, 1114, 3802].map((type) => cellOf(null, type))).toEqual([null, null, null, null, null, null]);
    expect(cellOf('', 2278)).toBeNull();
  });

  it.each([1186, 3802, 1007, 2950, 1083])('is refused where no cell can hold its type, %i', (type) => {
    expect(() => cellOf('x', type)).toThrow(TypeError);
  });
});

it('rows keep names that mean something to JavaScript', () => {
  const columns = ['constructor', 'toString', 'hasOwnProperty'].map((name) => ({ name, dataTypeID: text }));
  expect(Array.from(rowListOf(columns, [['a', null, 'b']]), (row) => Object.entries(row))).toEqual([
    [
      ['constructor', 'a'],
      ['toString', null],
      ['hasOwnProperty', 'b'],
    ],
  ]);
});
