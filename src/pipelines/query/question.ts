import { byteToUnit, SqlReader } from '../../engine/sql-reader.ts';
import { nearest } from '../../lib/nearest.ts';
import { type QueryTable, queryTable, queryTables } from './catalog.ts';
import { emptyQuery, faultError, functionRefused, notReadOnly, severalStatements, tableUnknown } from './errors.ts';
import { type PlainColumn, plainColumns } from './plain-columns.ts';
import { isTree, textOf, type Tree, treesOf, walk } from './tree.ts';

/** A query that was read and may be run. */
export interface Question {
  readonly sql: string;
  /** What it reads, each once, in the order of the catalog. */
  readonly tables: readonly QueryTable[];
  /** Names of functions, and of what is taken out of a value by its name: a server calls functions in that way too. Small letters. */
  readonly calls: readonly string[];
  /** Whether the rows have an order that is written. */
  readonly ordered: boolean;
  /** Whether it asks for so many rows itself. */
  readonly limited: boolean;
  /** Which columns of the result are columns of tables as they are; null where that cannot be told. */
  readonly plain: readonly (PlainColumn | null)[] | null;
}

/** That of PostgreSQL itself, and that in which DuckDB's parser sees what is written in words: `extract(year from x)`. */
export const ownSchema = /^(?:pg_catalog|main)\./;

/** Functions in the place of a table: those that make rows of values. Others read files, settings or the catalog of the engine, or change it. */
const tableFunctions = new Set(['range', 'generate_series', 'unnest', 'json_each', 'json_tree', 'regexp_split_to_table']);

/**
 * What no query of the tables needs, on either engine: functions that tell of the server, its settings, files and sessions, that write, that
 * reach other servers, that wait, or that make the next run differ.
 */
const refusedFunctions = new RegExp(
  `^(?:${[
    'pg_(?!typeof$|size_pretty$).*|lo_.*|dblink.*|sleep_.*|txid_.*|inet_(?:client|server)_.*|has_\\w+_privilege|(?:col|obj|shobj)_description',
    'current_(?:setting|schemas|query|query_id|connection_id|transaction_id)|set_config|setseed|getvariable|getenv',
    'nextval|currval|lastval|setval|write_log|parse_duckdb_log_message',
  ].join('|')})$`,
);

/**
 * Reads a query with DuckDB's parser. `fits`: it is for DuckDB, and is held to the tables before any file is read. Throws a usage error
 * `query-not-read-only` on what is no query of the tables alone, `query-invalid` on what cannot be run.
 */
export async function readQuestion(sql: string, { fits }: { readonly fits: boolean }): Promise<Question> {
  const reader = await SqlReader.open();
  try {
    const statements = await reader.parse(sql);
    if ('kind' in statements) throw faultError(sql, statements, []);
    if (statements.length === 0) throw emptyQuery();
    if (statements.length > 1) throw severalStatements();
    const statement = statements[0];
    const node = isTree(statement) && isTree(statement['node']) ? statement['node'] : {};
    const { tables, calls } = lookAt(sql, node);
    const fault = fits ? await reader.bind(sql, new Map(tables.map(({ name, columns }) => [name, columns]))) : null;
    if (fault !== null) throw faultError(sql, fault, tables);
    const modifiers = new Set(treesOf(node['modifiers']).map(({ type }) => textOf(type)));
    return {
      sql,
      tables,
      calls,
      ordered: modifiers.has('ORDER_MODIFIER'),
      limited: modifiers.has('LIMIT_MODIFIER') || modifiers.has('LIMIT_PERCENT_MODIFIER'),
      plain: plainColumns(node),
    };
  } finally {
    reader.close();
  }
}

function lookAt(sql: string, node: Tree): Pick<Question, 'tables' | 'calls'> {
  const names = new Set<string>();
  const calls = new Set<string>();
  walk(node, {
    onTable: ({ tree, name, stored }) => {
      if (!stored) return;
      const qualified = [tree['catalog_name'], tree['schema_name'], tree['table_name']].map(textOf).filter((part) => part !== '');
      if (qualified.length > 1 || queryTable(name) === undefined)
        throw tableUnknown(sql, qualified.join('.'), positionOf(sql, tree), nearest(name, namesOf(queryTables)));
      names.add(name);
    },
    onNode: (each) => {
      if (each['type'] === 'SHOW_REF' && each['query'] === undefined) throw notReadOnly();
      if (each['type'] === 'TABLE_FUNCTION') allowTableFunction(sql, each);
      for (const name of callsOf(each).map((call) => call.toLowerCase())) {
        if (refusedFunctions.test(name.replace(ownSchema, ''))) throw functionRefused(name, { sql, position: positionOf(sql, each) });
        calls.add(name);
      }
    },
  });
  return { tables: queryTables.filter(({ name }) => names.has(name)), calls: [...calls] };
}

function allowTableFunction(sql: string, tree: Tree): void {
  const call = isTree(tree['function']) ? tree['function'] : {};
  const name = textOf(call['function_name']).toLowerCase();
  if (!tableFunctions.has(name) || call['schema'] !== undefined) throw functionRefused(name, { sql, position: positionOf(sql, tree) });
}

/** `lower(x)` calls, and so may `x.lower` in PostgreSQL. A name with its schema is kept whole. */
function callsOf(tree: Tree): string[] {
  if (tree['function_name'] !== undefined && tree['is_operator'] !== true) {
    const schema = textOf(tree['schema']);
    return [schema === '' ? textOf(tree['function_name']) : `${schema}.${textOf(tree['function_name'])}`];
  }
  const names = tree['column_names'];
  if (tree['type'] === 'COLUMN_REF' && Array.isArray(names) && names.length > 1) return names.slice(1).map(textOf);
  if (tree['type'] !== 'STRUCT_EXTRACT' && tree['type'] !== 'ARRAY_EXTRACT') return [];
  return treesOf(tree['children'])
    .slice(1)
    .flatMap(({ value }) => (isTree(value) && typeof value['value'] === 'string' ? [value['value']] : []));
}

function positionOf(sql: string, { query_location: byte }: Tree): number | null {
  return typeof byte === 'number' && byte <= Buffer.byteLength(sql) ? byteToUnit(sql, byte) : null;
}

function namesOf(tables: readonly QueryTable[]): string[] {
  return tables.map(({ name }) => name);
}
