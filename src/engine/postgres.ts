import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import type { RowList } from '../lib/row-list.ts';
import type { Column, Row } from '../lib/rows.ts';
import { type Engine, sqlTypes } from './engine.ts';
import { type Environment, parseAddress } from './postgres-address.ts';
import type { Answer } from './answer.ts';
import { postgresAnswer } from './postgres-answer.ts';
import { connect } from './postgres-connection.ts';
import { copy, csvOf } from './postgres-copy.ts';
import { beginSession, endSession } from './postgres-session.ts';
import { Statements } from './postgres-statements.ts';
import { rowListOf } from './postgres-values.ts';
import { identifier, join, type Sql, sql, trusted } from './sql.ts';

export interface PostgresOptions {
  /** postgres:// or postgresql:// URL. */
  readonly url: string;
  /** Where PG* and HOME are looked up; by default nowhere: then all comes from the URL. */
  readonly environment?: Environment;
  /** Name of the private schema of this run; created at once, dropped by close(). It should begin with `runSchemaPrefix`. */
  readonly runSchema: string;
  /** Schemas searched after it, e.g. the one that `load` filled. */
  readonly searchPath?: readonly string[];
  /** How a failure exits: reading 'inputUnreadable' or writing 'outputFailed'. */
  readonly failure: 'inputUnreadable' | 'outputFailed';
  /** Default: the server's own limit. */
  readonly statementTimeoutSeconds?: number;
  readonly signal?: AbortSignal;
}

/** From this many rows on the planner is told what is in a new table; below, any plan will do. */
const analyzeFrom = 1000;

/** A sample of 3000 rows: enough to tell how many rows and distinct ids there are, at a tenth of the time that the usual 30,000 take. */
function analyze(table: string): Sql {
  return sql`set default_statistics_target = 10; analyze ${identifier(table)}; reset default_statistics_target`;
}

/**
 * A server that speaks PostgreSQL, on one connection. What it creates lies in a schema of its own, which close() drops. Passwords come from
 * the URL, PGPASSWORD or the pass file, and no error repeats one.
 *
 * Text is ordered by its bytes, as DuckDB orders it: every text column that it creates has the collation "C". An expression has the collation
 * of the columns in it, through casts of text too; one of literals alone, or of other types cast to text, has the database's own. Such an
 * expression must not be ordered by, compared with `<`, or put through min and max in the query that makes it; in a created table it may.
 */
export class PostgresEngine implements Engine {
  readonly dialect = 'postgres';
  /** The private schema of this run. */
  readonly runSchema: string;
  readonly #statements: Statements;

  private constructor(statements: Statements, runSchema: string) {
    this.#statements = statements;
    this.runSchema = runSchema;
  }

  /** Connects, within 10 s, and makes the private schema. Throws a CrmEvalError with a code `database-…`, or the reason of the signal. */
  static async open(options: PostgresOptions): Promise<PostgresEngine> {
    const { environment = {}, runSchema, searchPath = [], failure, statementTimeoutSeconds, signal } = options;
    const address = parseAddress(options.url, environment);
    const concern = { server: address.server, failure };
    const connection = await connect(address, environment, concern, signal);
    const statements = new Statements(connection, concern, signal);
    try {
      await statements.run((client) => beginSession(client, { runSchema, searchPath, statementTimeoutSeconds }, concern));
      return new PostgresEngine(statements, runSchema);
    } catch (error) {
      // A schema of that name may be another's: it stays.
      await statements.close(async () => undefined);
      throw error;
    }
  }

  async create(name: string, query: Sql): Promise<void> {
    await this.#statements.run(async (client) => {
      const { rowCount } = await client.query(sql`create table ${identifier(name)} as ${query}`.text);
      await orderByBytes(client, this.runSchema, name);
      if ((rowCount ?? 0) >= analyzeFrom) await client.query(analyze(name).text);
    });
  }

  async rows<T extends Row = Row>(query: Sql): Promise<T[]> {
    return [...(await this.list(query))] as Row[] as T[];
  }

  list(query: Sql): Promise<RowList> {
    return this.#statements.run(async (client) => {
      const types = { getTypeParser: () => (value: string) => value };
      const result = await client.query<(string | null)[]>({ text: query.text, rowMode: 'array', types });
      return rowListOf(result.fields, result.rows);
    });
  }

  answer(query: string, most: number | null): Promise<Answer> {
    return this.#statements.run((client) => postgresAnswer(client, query, most));
  }

  async append(name: string, columns: readonly Column[], rows: Iterable<Row>): Promise<void> {
    const definitions = columns.map((column) => sql`${identifier(column.name)} ${trusted(columnType(column))}`);
    await this.run(sql`create table if not exists ${identifier(name)} (${join(definitions)})`);
    const names = columns.map((column) => column.name);
    const copied = await this.copyIn(identifier(name), names, csvOf(columns, rows));
    if (copied >= analyzeFrom) await this.run(analyze(name));
  }

  async rename(name: string, to: string): Promise<void> {
    await this.run(sql`alter table ${identifier(this.runSchema)}.${identifier(name)} rename to ${identifier(to)}`);
  }

  /** Of the private schema alone: a table of the same name that a user owns stays. */
  async drop(name: string): Promise<void> {
    await this.run(sql`drop table ${identifier(this.runSchema)}.${identifier(name)}`);
  }

  /** Runs a statement of PostgreSQL's own: definitions, rights, settings. */
  async run(statement: Sql): Promise<void> {
    await this.#statements.run((client) => client.query(statement.text));
  }

  /** Streams CSV (UTF-8, no header, unquoted empty = null) into the table: all of it, or nothing. Yields the number of rows. */
  copyIn(table: Sql, columns: readonly string[], csv: Readable): Promise<number> {
    return this.#statements.run((client, interrupted) => copy(client, table, columns, csv, interrupted));
  }

  /** Runs the work in a transaction: all of its statements take effect, or none. Nothing else may run meanwhile. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run(sql`begin`);
    try {
      const result = await work();
      await this.#commit();
      return result;
    } catch (error) {
      await this.#statements.rollback();
      throw error;
    }
  }

  /** A transaction in which a statement failed unheard ends as rolled back without an error. */
  async #commit(): Promise<void> {
    const { command } = await this.#statements.run((client) => client.query('commit'));
    if (command === 'ROLLBACK') throw new Error('a statement of the transaction had failed: all of it was rolled back');
  }

  /** Ends the running statement at once; where none runs, does nothing. */
  interrupt(): void {
    this.#statements.interrupt();
  }

  /** Ends what still runs, drops the private schema and leaves. Never throws: what a lost server keeps, the next run removes. */
  async close(): Promise<void> {
    await this.#statements.close((client) => endSession(client, this.runSchema));
  }
}

function columnType({ type }: Column): string {
  return type === 'text' ? `${sqlTypes.text} collate "C"` : sqlTypes[type];
}

/** The number of the collation "C" in every version; that of a column which is no text is 0. */
const bytesCollation = 950;

/** Gives every text column of a new table the collation "C"; the rows stay where they are. */
async function orderByBytes(client: Client, schema: string, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    sql`select attname as name, format_type(atttypid, atttypmod) as type
      from pg_attribute
      where attrelid = (
          select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
          where n.nspname = ${schema} and c.relname = ${table}
        )
        and attnum > 0 and not attisdropped
        and attcollation not in (0, ${bytesCollation})
      order by attnum`.text,
  );
  if (rows.length === 0) return;
  const changes = rows.map(({ name, type }) => sql`alter column ${identifier(name)} type ${trusted(type)} collate "C"`);
  await client.query(sql`alter table ${identifier(table)} ${join(changes)}`.text);
}
