import { type PortableRuleId, portableRules } from '../../src/engine/portable-rules.ts';
import { clusterChecks } from './cluster-checks.ts';
import { type Check, dialectChecks, type Statement } from './portable-checks.ts';
import { hasFloat, keyColumn } from './sql-parts.ts';
import { isQuery, isSymbol, isWord, lists, type Node, sqlTree, written } from './sql-tree.ts';

export interface Breach {
  readonly rule: PortableRuleId;
  /** The place, a few words around it. */
  readonly near: string;
}

/** The tables that a statement reads. */
export type Tables = Partial<Pick<Statement, 'floats' | 'lines' | 'distributed'>>;

const checks: Readonly<Record<PortableRuleId, Check>> = { ...dialectChecks, ...clusterChecks };

/** Every place of a query that breaks a rule of portable SQL. */
export function breaches(sql: string, tables: Tables = {}): Breach[] {
  const query = sqlTree(sql);
  const { floats = new Set(), lines = new Map(), distributed = lines } = tables;
  const statement = { query, names: withNames(query), floats: floatNames(query, floats), lines, distributed };
  return [...lists(query)].flatMap((list) =>
    list.flatMap((_, index) =>
      (Object.keys(portableRules) as PortableRuleId[])
        .filter((rule) => checks[rule](list, index, statement))
        .map((rule) => ({ rule, near: written(list.slice(Math.max(0, index - 4), index + 5)) })),
    ),
  );
}

function withNames(query: readonly Node[]): Set<string> {
  return new Set(
    [...lists(query)].flatMap((list) =>
      list.flatMap((node, index) => (node.kind === 'word' && isWord(list[index + 1], 'as') && isQuery(list[index + 2]) ? [node.text] : [])),
    ),
  );
}

/** The float columns of the tables, and what the statement names after an expression with a float in it. */
function floatNames(query: readonly Node[], known: ReadonlySet<string>): Set<string> {
  const floats = new Set(known);
  for (const list of lists(query)) {
    list.forEach((node, index) => {
      const name = list[index + 1];
      if (!isWord(node, 'as') || name?.kind !== 'word') return;
      const start = list.findLastIndex((before, at) => at < index && (isSymbol(before, ',') || isWord(before, 'select')));
      const expression = list.slice(start + 1, index);
      if (start === -1 || expression.some((part) => isWord(part, 'from'))) return;
      const renamed = known.has(keyColumn(expression) ?? '');
      if (renamed || hasFloat(expression, new Set())) floats.add(name.text);
    });
  }
  return floats;
}
