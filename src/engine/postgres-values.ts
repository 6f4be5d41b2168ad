import { type ColumnCells, portionSize, portionSizes, RowList } from '../lib/row-list.ts';
import type { Cell } from '../lib/rows.ts';

/** The numbers by which PostgreSQL names the types of a result; they are part of its protocol and never change. */
export const types = {
  boolean: 16,
  /** int8, int2, int4, oid. */
  integers: new Set([20, 21, 23, 26]),
  floats: new Set([700, 701]),
  numeric: 1700,
  /** "char", name, text, unknown, char(n), varchar. */
  texts: new Set([18, 19, 25, 705, 1042, 1043]),
  date: 1082,
  timestamp: 1114,
  /** With a zone: what date_trunc makes of a date. The session's zone is UTC. */
  instant: 1184,
  /** What a function yields that yields nothing. */
  void: 2278,
} as const;

/** A column of a result: its name and the number of its type. */
export interface ResultColumn {
  readonly name: string;
  readonly dataTypeID: number;
}

/** The rows of a result, kept by column; a name that comes again gets a number, `id:1`, as DuckDB gives it. */
export function rowListOf(columns: readonly ResultColumn[], tuples: readonly (readonly (string | null)[])[]): RowList {
  const seen = new Map<string, number>();
  const cells = columns.map(({ name, dataTypeID }, index): [string, ColumnCells] => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return [
      count === 0 ? name : `${name}:${count}`,
      (portion, from, to) => {
        const begin = portion * portionSize;
        return tuples.slice(begin + from, begin + to).map((tuple) => cellOf(tuple[index] ?? null, dataTypeID));
      },
    ];
  });
  return new RowList(portionSizes(tuples.length), new Map(cells));
}

/**
 * One value as PostgreSQL writes it (DateStyle ISO), as the cell that DuckDB would yield for it. Throws a RangeError where the plain cell
 * could not say the same, a TypeError on a type that no cell holds.
 */
export function cellOf(text: string | null, type: number): Cell {
  if (text === null || type === types.void) return null;
  if (types.texts.has(type) || type === types.date || type === types.timestamp) return text;
  if (types.integers.has(type)) return wholeNumber(text);
  if (types.floats.has(type)) return finiteNumber(text);
  // The sum of bigints is a numeric without a fraction: DuckDB's is an integer too, and neither may lose its last digit.
  if (type === types.numeric) return text.includes('.') ? finiteNumber(text) : wholeNumber(text);
  if (type === types.boolean) return text === 't';
  if (type === types.instant) return text.replace(/\+00$/, '');
  throw new TypeError(`a query yielded a value of type ${type} that no cell can hold`);
}

function wholeNumber(text: string): number {
  const number = finiteNumber(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number exactly`);
  return number;
}

function finiteNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new RangeError(`a query yielded ${text}, which no report can show`);
  return number;
}
