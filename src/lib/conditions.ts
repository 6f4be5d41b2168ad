import { readNumber } from './typed-values.ts';

/** How a cell is held against a value; `~` is: contains. */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~';

export interface Condition {
  /** Id or title of a column. */
  readonly column: string;
  readonly operator: Operator;
  /** As written, without its quotes; '' stands for a blank cell. */
  readonly value: string;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** Operators as keyboards write them, those of two signs first. */
const operators: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:[!！][=＝]|<>|≠)/u, '!='],
  [/^(?:[<＜][=＝]|≤)/u, '<='],
  [/^(?:[>＞][=＝]|≥)/u, '>='],
  [/^[=＝]{1,2}/u, '='],
  [/^[<＜]/u, '<'],
  [/^[>＞]/u, '>'],
  [/^[~～]/u, '~'],
];

/** A name before an operator: in quotes, a quote within them doubled, or as it stands. */
const quotedName = /^\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|“([^”]*)”)\s*/u;
const plainName = /^(?:(?![!！][=＝])[^=＝<＜>＞~～≠≤≥])*/u;

/** Reads `owner=NAME`, `"Value at risk" >= 100万`; null where it is no condition. The value is text: what it means follows from the column. */
export function readCondition(text: string): Condition | null {
  const quoted = quotedName.exec(text);
  const [part = ''] = quoted ?? plainName.exec(text) ?? [];
  const column = (quoted === null ? part : unquoted(quoted)).trim();
  const rest = text.slice(part.length);
  const found = operators.flatMap(([sign, operator]) => {
    const written = sign.exec(rest)?.[0];
    return written === undefined ? [] : [{ operator, value: readValue(rest.slice(written.length).trim()) }];
  })[0];
  if (column === '' || found === undefined || found.value === null) return null;
  return { column, operator: found.operator, value: found.value };
}

/** Null where a quote is opened and not closed, or something follows it. */
function readValue(text: string): string | null {
  if (!/^["'“]/u.test(text)) return text;
  const quoted = quotedName.exec(text);
  return quoted?.[0].length === text.length ? unquoted(quoted) : null;
}

function unquoted([, double, single, curly]: readonly (string | undefined)[]): string {
  return double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? curly ?? '';
}

/** Reads `revenue`, `revenue:desc` or a list of them; null where a direction is neither asc nor desc, or a name is missing. */
export function readSorting(text: string): readonly Sorting[] | null {
  const sortings = text.split(/[,，]/u).map((part) => {
    const [, column = '', direction = 'asc'] = /^(.*?)(?:[:：]\s*([a-z]+))?$/isu.exec(part.trim()) ?? [];
    return { column: column.trim(), direction: direction.toLowerCase() };
  });
  if (sortings.some(({ column, direction }) => column === '' || (direction !== 'asc' && direction !== 'desc'))) return null;
  return sortings.map(({ column, direction }) => ({ column, descending: direction === 'desc' }));
}

/** What an operator says of the sign of a difference. */
export function ordering(operator: Operator): (order: number) => boolean {
  switch (operator) {
    case '=':
    case '~':
      return (sign) => sign === 0;
    case '!=':
      return (sign) => sign !== 0;
    case '<':
      return (sign) => sign < 0;
    case '<=':
      return (sign) => sign <= 0;
    case '>':
      return (sign) => sign > 0;
    case '>=':
      return (sign) => sign >= 0;
  }
}

/** What ends a run with an exit code of its own: newcomers of a list, or of any, or a figure on a side of a bound. */
export type Alarm =
  | { readonly kind: 'new'; readonly text: string; readonly list: string | null }
  | { readonly kind: 'figure'; readonly text: string; readonly name: string; readonly operator: Operator; readonly bound: number };

/** Reads `new`, `new:at_risk`, `at_risk>0`, `value_at_risk>=10万`; null for anything else. */
export function readAlarm(text: string): Alarm | null {
  const newcomers = /^new(?:[:：](\w+))?$/u.exec(text.trim());
  if (newcomers !== null) return { kind: 'new', text, list: newcomers[1] ?? null };
  const condition = readCondition(text);
  const bound = condition === null || condition.operator === '~' ? null : readNumber(condition.value);
  if (condition === null || bound === null) return null;
  return { kind: 'figure', text, name: condition.column, operator: condition.operator, bound };
}
