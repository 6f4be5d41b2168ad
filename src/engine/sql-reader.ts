import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Column } from '../lib/rows.ts';
import { sqlTypes } from './engine.ts';
import { identifier, join, sql, trusted } from './sql.ts';

/** What DuckDB says against a query. */
export interface SqlFault {
  /** A statement of another kind; what cannot be read; what does not fit the tables; a value that does not fit. */
  readonly kind: 'not-a-query' | 'syntax' | 'unfit' | 'value';
  /** Its own words, English. */
  readonly message: string;
  /** What is not there, and what there is instead. */
  readonly missing?: { readonly what: 'column' | 'function' | 'name'; readonly name: string; readonly candidates: readonly string[] };
  /** Where in the query, in UTF-16 code units. */
  readonly position: number | null;
}

/** DuckDB as a reader of SQL: its parser and binder on empty tables, with no way to files and no row to read. */
export class SqlReader {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(): Promise<SqlReader> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      enable_external_access: 'false',
      threads: '1',
    });
    const connection = await instance.connect();
    await connection.run('set errors_as_json = true');
    await connection.run('set lock_configuration = true');
    return new SqlReader(instance, connection);
  }

  /** The statements of a text as DuckDB's parser sees them, each a tree of plain objects; or why there are none. */
  async parse(text: string): Promise<readonly unknown[] | SqlFault> {
    const trees = await this.#connection.runAndReadAll(`select json_serialize_sql($1::varchar, skip_null := true, skip_empty := true)`, [
      text,
    ]);
    const parsed = JSON.parse(String(trees.getRows()[0]?.[0])) as Parsed;
    if (!parsed.error) return parsed.statements ?? [];
    const message = parsed.error_message ?? '';
    if (parsed.error_type === 'not implemented') return { kind: 'not-a-query', message, position: null };
    // The parser counts characters.
    const position = parsed.position === undefined ? null : [...text].slice(0, Number(parsed.position)).join('').length;
    return { kind: 'syntax', message, position };
  }

  /** Whether a query that was parsed fits tables with these columns; null where it does. */
  async bind(text: string, tables: ReadonlyMap<string, readonly Column[]>): Promise<SqlFault | null> {
    for (const [name, columns] of tables) {
      const definitions = columns.map((column) => sql`${identifier(column.name)} ${trusted(sqlTypes[column.type])}`);
      await this.#connection.run(sql`create table ${identifier(name)} (${join(definitions)})`.text);
    }
    try {
      (await this.#connection.prepare(text)).destroySync();
      return null;
    } catch (error) {
      return bindFault(text, error instanceof Error ? error.message : '');
    }
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

interface Parsed {
  readonly error: boolean;
  readonly statements?: readonly unknown[];
  readonly error_type?: string;
  readonly error_message?: string;
  readonly position?: string;
}

/** What the errors of DuckDB say as JSON; which of it depends on the error. */
type Said = Readonly<
  Partial<Record<'exception_type' | 'exception_message' | 'error_subtype' | 'name' | 'type' | 'candidates' | 'position', string>>
>;

function bindFault(text: string, json: string): SqlFault {
  const said = JSON.parse(json) as Said;
  const message = said.exception_message ?? '';
  const missing = missingOf(said, message);
  return {
    kind: ['Binder', 'Catalog', 'Parser'].includes(said.exception_type ?? '') ? 'unfit' : 'value',
    message: firstSentence(message),
    ...(missing === undefined ? {} : { missing }),
    position: said.position === undefined ? null : byteToUnit(text, Number(said.position)),
  };
}

function missingOf({ error_subtype: what, name, type, candidates = '' }: Said, message: string): SqlFault['missing'] {
  const column = /^Table "[^"]*" does not have a column named "([^"]+)"/.exec(message)?.[1];
  if (column !== undefined) return { what: 'column', name: column, candidates: [] };
  if (name === undefined || (what !== 'COLUMN_NOT_FOUND' && what !== 'MISSING_ENTRY')) return undefined;
  const kind = what === 'COLUMN_NOT_FOUND' ? 'column' : (type ?? '').endsWith('Function') ? 'function' : 'name';
  return { what: kind, name, candidates: candidates.split(',') };
}

/** Without the lists of candidates, the excerpt and the hints that follow. */
export function firstSentence(message: string): string {
  return message.split('\n')[0]!.trim();
}

/** The binder counts bytes of UTF-8. */
export function byteToUnit(text: string, byte: number): number {
  return Buffer.from(text).subarray(0, byte).toString().length;
}
