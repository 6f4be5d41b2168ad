import type { ResultColumn } from './result.ts';

const others = new WeakMap<ResultColumn, string>();

/** Remembers what the column is called in the language that is not printed: people may name it so. */
export function withOtherTitle(column: ResultColumn, title: string): ResultColumn {
  others.set(column, title);
  return column;
}

/** Null for a column of a saved Result, which has one language. */
export function otherTitle(column: ResultColumn): string | null {
  return others.get(column) ?? null;
}
