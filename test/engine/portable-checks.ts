import {
  grammarWords,
  portableFunctions,
  portableOperators,
  type PortableRuleId,
  portableTypes,
  rejectedWords,
} from '../../src/engine/portable-rules.ts';
import {
  castType,
  digitsOf,
  functionAt,
  hasFloat,
  hasMadeText,
  keyColumn,
  keysOf,
  operandType,
  type Type,
  typeAt,
  typeBefore,
} from './sql-parts.ts';
import { isSymbol, isWord, lists, type Node, written } from './sql-tree.ts';

/** What a check knows of the statement around a node. */
export interface Statement {
  readonly query: readonly Node[];
  /** Names from `with`. */
  readonly names: ReadonlySet<string>;
  /** Columns that are floats: those of the tables and those the statement makes. */
  readonly floats: ReadonlySet<string>;
  /** Tables of a line or an event each, with their distribution column. */
  readonly lines: ReadonlyMap<string, string>;
  /** All distributed tables, with their distribution column. */
  readonly distributed: ReadonlyMap<string, string>;
}

/** Whether the node breaks the rule. */
export type Check = (list: readonly Node[], index: number, statement: Statement) => boolean;

function rejects(rule: keyof typeof rejectedWords): Check {
  return (list, index) => isWord(list[index], ...rejectedWords[rule]) && !isSymbol(list[index - 1], '.');
}

function portable({ name, digits }: Type): boolean {
  if (!portableTypes.has(name)) return false;
  if (name !== 'decimal') return digits.length === 0;
  return /^(?:[1-9]|[12]\d|3[0-8]) , \d+$/.test(written(digits));
}

const inexact: ReadonlySet<string> = new Set(['decimal', 'bigint', 'integer']);

function endsOperand(node: Node | undefined): boolean {
  if (node === undefined || node.kind === 'symbol') return false;
  return node.kind !== 'word' || !grammarWords.has(node.text) || isWord(node, 'end', 'null', 'true', 'false');
}

function startsOperand(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== 'symbol' && node.kind !== 'group' && (node.kind !== 'word' || !grammarWords.has(node.text));
}

/** The name and the arguments of the function a window belongs to; `over` stands here. */
function windowFunction(list: readonly Node[], index: number): { readonly name: string | null; readonly args: readonly Node[] } {
  const at = isWord(list[index - 2], 'filter') ? index - 3 : index - 1;
  const args = list[at];
  return { name: functionAt(list, at - 1), args: args?.kind === 'group' ? args.nodes : [] };
}

export const dialectChecks = {
  query: (list, index, { query }) => list === query && index === 0 && !isWord(list[0], 'select', 'with'),
  function: (list, index) => {
    const name = functionAt(list, index);
    return name !== null && !portableFunctions.has(name);
  },
  word: (list, index, statement) =>
    rejects('word')(list, index, statement) || (isWord(list[index], 'all') && isWord(list[index - 1], 'by')),
  clock: rejects('clock'),
  operator: (list, index) => {
    const node = list[index]!;
    return node.kind === 'symbol' && !portableOperators.has(node.text);
  },
  number: (list, index) => {
    const node = list[index]!;
    return node.kind === 'number' && /e/i.test(node.text);
  },
  name: (list, index) => {
    const node = list[index]!;
    if (node.kind !== 'word' && node.kind !== 'quoted') return false;
    return Buffer.byteLength(node.text) > 63 || (node.kind === 'word' && node.raw !== node.text);
  },
  alias: (list, index) =>
    endsOperand(list[index - 1]) && startsOperand(list[index]) && !(isWord(list[index - 1], 'double') && isWord(list[index], 'precision')),
  cast: (list, index) => {
    const type = isSymbol(list[index], '::') ? typeAt(list, index + 1) : isWord(list[index], 'cast') ? castType(list[index + 1]) : null;
    return type !== null && !portable(type);
  },
  float_to_exact: (list, index, { floats }) => {
    const operand = list[index + 1];
    if (isWord(list[index], 'cast') && operand?.kind === 'group') {
      const as = operand.nodes.findLastIndex((node) => isWord(node, 'as'));
      return inexact.has(castType(operand)?.name ?? '') && hasFloat(operand.nodes.slice(0, as), floats);
    }
    if (!isSymbol(list[index], '::') || !inexact.has(typeAt(list, index + 1).name)) return false;
    const before = list[index - 1]!;
    return hasFloat(before.kind === 'group' && isWord(list[index - 2], 'floor', 'ceil') ? [] : [before], floats);
  },
  division: (list, index) => {
    if (!isSymbol(list[index], '/')) return false;
    return ![typeBefore(list, index)?.name, operandType(list, index + 1).type].includes('double precision');
  },
  decimal_product: (list, index) => {
    if (!isSymbol(list[index], '*') || !endsOperand(list[index - 1])) return false;
    const before = typeBefore(list, index);
    const digits = [before === null ? null : digitsOf(before), operandType(list, index + 1).digits];
    return digits.some((count) => count !== null && count <= 18) && !digits.some((count) => count !== null && count > 18);
  },
  float_sum: (list, index, { floats }) => {
    const args = list[index + 1];
    return isWord(list[index], 'sum') && args?.kind === 'group' && hasFloat(args.nodes, floats);
  },
  percentile: (list, index, { floats }) => {
    const order = list[index + 4];
    return isWord(list[index], 'percentile_cont') && !(order?.kind === 'group' && hasFloat(order.nodes, floats));
  },
  date_trunc: (list, index) => {
    const args = list[index + 1];
    if (!isWord(list[index], 'date_trunc') || args?.kind !== 'group') return false;
    return ![...lists(args.nodes)].flat().some((node) => isWord(node, 'timestamp'));
  },
  distinct: (list, index) => isWord(list[index], 'distinct') && !isWord(list[index - 1], 'is', 'not'),
  null_order: (list, index) => isWord(list[index], 'desc') && !isWord(list[index + 1], 'nulls'),
  total_order: (list, index) => {
    const window = list[index + 1];
    if (!isWord(list[index], 'over') || window?.kind !== 'group') return false;
    const { name, args } = windowFunction(list, index);
    const reads = name === 'lag' || name === 'lead';
    if (!reads && name !== 'row_number' && !window.nodes.some((node) => isWord(node, 'rows'))) return false;
    const keys = keysOf(window.nodes, 'order');
    if (reads && keys.length === 1 && written(keys[0]!) === written(args)) return false;
    return !/(?:^|_)(?:id|order)$/.test(keyColumn(keys.at(-1) ?? []) ?? '');
  },
  text_order: (list, index) => {
    const args = list[index + 1];
    if (isWord(list[index], 'min', 'max') && args?.kind === 'group') return hasMadeText(args.nodes);
    return isWord(list[index], 'order') && isWord(args, 'by') && keysOf(list.slice(index), 'order').some(hasMadeText);
  },
  limit: (list, index) => isWord(list[index], 'limit') && !list.slice(0, index).some((node) => isWord(node, 'order')),
} as const satisfies Partial<Record<PortableRuleId, Check>>;
