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

/** Characters of a text: a cell of more is a slip (`repeat`, a list of everything) that no report can show. */
const longestText = 1_000_000;

/** The text of a cell. Throws where it is too long: `read` may itself fail for that. */
export function cellText(column: string, read: () => string | null): string | null {
  try {
    const text = read();
    if (text === null || text.length <= longestText) return text;
  } catch (error) {
    if (!isTooLong(error)) throw error;
  }
  throw textTooLong(column);
}

/** Whether Node says that a value is longer than a string can be. */
export function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
}

/** `column` is null where it is not known. */
export function textTooLong(column: string | null): CrmEvalError {
  return new CrmEvalError(
    'query-failed',
    'usage',
    {
      en: `${column === null ? 'a column' : `the column ${column}`} holds a text of more than a million characters`,
      'zh-CN': `${column === null ? '某列' : `列 ${column} `}中有超过一百万个字符的文本`,
    },
    { fix: { en: 'cut it: left(x, 1000)', 'zh-CN': '请截短，例如 left(x, 1000)' } },
  );
}
