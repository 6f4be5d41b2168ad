import { type QueryColumn, type QueryTable, queryTable } from './catalog.ts';
import { isTree, namedQueries, textOf, type Tree, treesOf } from './tree.ts';

/** A column of the result that is one of a table, value by value. */
export interface PlainColumn {
  readonly column: QueryColumn;
  /** Whether the query gives it a name of its own. */
  readonly renamed: boolean;
  /** The table, where all of its columns are asked for (`*`). */
  readonly everyOf?: string;
}

/** For each column that a query yields the one of a table that it is, null where it is computed; null where not even their number is known. */
export function plainColumns(node: Tree): (PlainColumn | null)[] | null {
  if (node['type'] !== 'SELECT_NODE') return null;
  const made = new Set(namedQueries(node).map(({ name }) => name));
  const sources = sourcesOf(node['from_table'], made);
  const columns: (PlainColumn | null)[] = [];
  for (const item of treesOf(node['select_list'])) {
    if (item['class'] === 'STAR') {
      const all = everyColumn(item, sources);
      if (all === null) return null;
      columns.push(...all);
    } else {
      columns.push(item['type'] === 'COLUMN_REF' ? columnOf(item, sources) : null);
    }
  }
  return columns;
}

/** A table by the name it has in the query; null is one that the query makes. */
type Sources = readonly { readonly name: string; readonly table: QueryTable | null }[];

function sourcesOf(from: unknown, made: ReadonlySet<string>): Sources {
  if (!isTree(from) || from['type'] === 'EMPTY') return [];
  if (from['type'] === 'JOIN') return [...sourcesOf(from['left'], made), ...sourcesOf(from['right'], made)];
  const stored = from['type'] === 'BASE_TABLE' && from['column_name_alias'] === undefined;
  const name = textOf(from['table_name']).toLowerCase();
  const table = stored && !made.has(name) ? (queryTable(name) ?? null) : null;
  return [{ name: textOf(from['alias']).toLowerCase() || name, table }];
}

function everyColumn(star: Tree, sources: Sources): (PlainColumn | null)[] | null {
  const shape = Object.keys(star).filter((key) => !['class', 'type', 'query_location', 'columns', 'relation_name'].includes(key));
  const relation = textOf(star['relation_name']).toLowerCase();
  const named = relation === '' ? sources : sources.filter(({ name }) => name === relation);
  const table = named.length === 1 ? named[0]!.table : null;
  if (shape.length > 0 || star['columns'] === true || table === null) return null;
  return table.columns.map((column) => ({ column, renamed: false, everyOf: table.name }));
}

function columnOf(item: Tree, sources: Sources): PlainColumn | null {
  const names = (Array.isArray(item['column_names']) ? item['column_names'] : []).map((name) => textOf(name).toLowerCase());
  const [column = '', relation, ...further] = names.toReversed();
  if (further.length > 0) return null;
  const within = relation === undefined ? sources : sources.filter(({ name }) => name === relation);
  // A table that the query makes may have a column of any name.
  if (within.some(({ table }) => table === null)) return null;
  const found = within.flatMap(({ table }) => table?.columns.filter(({ name }) => name === column) ?? [])[0];
  return found === undefined ? null : { column: found, renamed: item['alias'] !== undefined };
}
