import { CrmEvalError } from '../errors.ts';
import type { RowList } from '../lib/row-list.ts';
import type { Column } from '../lib/rows.ts';

/** What a query yields that a user wrote: nothing is known of its columns before. */
export interface Answer {
  /** No two have the same name. What no cell can hold as it is (lists, intervals, whole numbers beyond 2^53) is `text`. */
  readonly columns: readonly Column[];
  /** The first rows, or all. */
  readonly rows: RowList;
  /** How many rows the query has. */
  readonly total: number;
}

/** Decimals of an amount: a decimal with as many is taken for money. */
export const moneyScale = 4;

/** A name that comes again gets a number: `owner`, `owner_2`. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let count = 2; taken.has(distinct); count += 1) distinct = `${name}_${count}`;
    taken.add(distinct);
    return distinct;
  });
}

/** A quotient by zero, or the date `infinity`: no report can show it, and null would say that nothing is known. */
export function notFinite(column: string): CrmEvalError {
  return new CrmEvalError(
    'query-failed',
    'usage',
    {
      en: `the column ${column} holds an infinite number or date, or none at all (NaN)`,
      'zh-CN': `列 ${column} 中有无穷大的数值或日期，或非数值（NaN）`,
    },
    {
      fix: {
        en: 'divide by nullif(x, 0): what cannot be computed is then blank',
        'zh-CN': '除数请写成 nullif(x, 0)，无法计算时留空',
      },
    },
  );
}
