/** A query as DuckDB's parser yields it: plain objects, of which only what is looked at has a name here. */
export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function treesOf(value: unknown): Tree[] {
  return Array.isArray(value) ? value.filter(isTree) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Tables that a `with` gives a name, each with its query; also seen as `entries` of the map that the parser makes. */
export function namedQueries(node: Tree): { readonly name: string; readonly query: Tree }[] {
  const map = isTree(node['cte_map']) ? node['cte_map']['map'] : [];
  return treesOf(map).flatMap(({ key, value }) => (isTree(value) ? [{ name: textOf(key).toLowerCase(), query: value }] : []));
}

/** A table, or what stands in the place of one. */
export interface Source {
  readonly tree: Tree;
  /** As it stands in the query, in small letters. */
  readonly name: string;
  /** Null where a `with` of the query makes it. */
  readonly stored: boolean;
}

/** What is seen in a query, wherever in it. */
export interface Seen {
  /** Every name that is read from, with the scope it is read in. */
  readonly onTable: (source: Source) => void;
  /** Every other node. */
  readonly onNode: (node: Tree) => void;
}

/** Looks at a query from top to bottom. What a `with` makes is known after it, and in itself where it is recursive. */
export function walk(value: unknown, seen: Seen, made: ReadonlySet<string> = new Set()): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, seen, made);
    return;
  }
  if (!isTree(value)) return;
  let known = made;
  if (value['type'] === 'RECURSIVE_CTE_NODE') known = new Set([...known, textOf(value['cte_name']).toLowerCase()]);
  for (const { name, query } of namedQueries(value)) {
    walk(query, seen, known);
    known = new Set([...known, name]);
  }
  if (value['type'] === 'BASE_TABLE') {
    const name = textOf(value['table_name']).toLowerCase();
    seen.onTable({ tree: value, name, stored: value['schema_name'] !== undefined || !known.has(name) });
  } else {
    seen.onNode(value);
  }
  for (const [key, child] of Object.entries(value)) if (key !== 'cte_map') walk(child, seen, known);
}
