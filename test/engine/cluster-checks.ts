import { type PortableRuleId, rejectedWords } from '../../src/engine/portable-rules.ts';
import type { Check } from './portable-checks.ts';
import { keyColumn, keysOf } from './sql-parts.ts';
import { type Group, isQuery, isSymbol, isWord, type Node, written } from './sql-tree.ts';

const clauses = ['where', 'group', 'order', 'having', 'limit', 'union', 'except', 'intersect'];
const joins = ['join', 'left', 'right', 'full', 'inner', 'outer', 'cross'];

/** From the node on until one of the words stands there. */
function until(list: readonly Node[], index: number, words: readonly string[]): readonly Node[] {
  const stop = list.findIndex((node, at) => at >= index && isWord(node, ...words));
  return list.slice(index, stop === -1 ? list.length : stop);
}

/** Columns that a join equates under one name; its condition begins here, with `on` or `using`. */
function equated(list: readonly Node[], index: number): { readonly columns: readonly string[]; readonly condition: readonly Node[] } {
  const named = list[index + 1];
  if (isWord(list[index], 'using') && named?.kind === 'group')
    return { columns: named.nodes.map((node) => written([node])), condition: [] };
  const condition = until(list, index + 1, [...clauses, ...joins]);
  const columns = condition.flatMap((_, at) => {
    const [, dot, left, equals, , otherDot, right] = condition.slice(at, at + 7);
    const both = isSymbol(dot, '.') && isSymbol(equals, '=') && isSymbol(otherDot, '.') && left !== undefined && right !== undefined;
    return both && written([left]) === written([right]) ? [written([left])] : [];
  });
  return { columns: condition.some((node) => isWord(node, 'or')) ? [] : columns, condition };
}

/** Windows of a select, in whatever brackets, but not those of queries in it. */
function windows(nodes: readonly Node[]): Group[] {
  return nodes.flatMap((node, index) => {
    if (node.kind !== 'group' || isQuery(node)) return [];
    return isWord(nodes[index - 1], 'over') ? [node] : windows(node.nodes);
  });
}

export const clusterChecks = {
  cluster_word: (list, index) => isWord(list[index], ...rejectedWords.cluster_word) && !isSymbol(list[index - 1], '.'),
  subquery: (list, index) => isQuery(list[index]) && !isWord(list[index - 1], 'from', 'join', 'as'),
  join: (list, index, { names, distributed }) => {
    if (!isWord(list[index], 'join') || isWord(list[index - 1], 'cross')) return false;
    const begin = list.findIndex((node, at) => at > index && isWord(node, 'on', 'using', 'join', ...clauses));
    const { columns, condition } = equated(list, begin === -1 ? list.length : begin);
    const table = list[index + 1];
    const own = table?.kind === 'group' || table === undefined || names.has(table.text);
    const key = own ? undefined : distributed.get(table.text);
    const inner = !isWord(list[index - 1], 'left', 'right', 'full', 'outer');
    if (key === undefined ? columns.length === 0 && !(own && inner) : !columns.includes(key)) return true;
    const full = isWord(list[index - 1], 'full') || isWord(list[index - 2], 'full');
    return full && condition.length !== 7 && condition.length > 0;
  },
  cross_join: (list, index, { names }) => {
    if (isWord(list[index], 'from')) return until(list, index, clauses).some((node) => isSymbol(node, ','));
    const table = list[index + 2];
    return isWord(list[index], 'cross') && table?.kind !== 'group' && !(table !== undefined && names.has(table.text));
  },
  window: (list, index, { names, lines }) => {
    if (!isWord(list[index], 'select')) return false;
    const select = until(list, index + 1, ['union', 'except', 'intersect']);
    const keys = select.flatMap((node, at) => {
      if (node.kind === 'group' || node.kind === 'symbol' || names.has(node.text) || !isWord(select[at - 1], 'from', 'join')) return [];
      return lines.get(node.text) ?? [];
    });
    if (keys.length === 0) return false;
    const partitioned = (window: Group) => keysOf(window.nodes, 'partition').some((key) => keys.includes(keyColumn(key) ?? ''));
    return windows(select).some((window) => !partitioned(window));
  },
} as const satisfies Partial<Record<PortableRuleId, Check>>;
