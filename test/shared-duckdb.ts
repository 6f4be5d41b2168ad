import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

type Options = Readonly<Record<string, string>>;

const open = DuckDBInstance.create.bind(DuckDBInstance);
let shared: Promise<DuckDBInstance> | undefined;
let databases = 0;

const isSharable = ({ threads, memory_limit: limit, temp_directory: folder }: Options): boolean =>
  threads === '1' && limit === undefined && folder !== undefined;

/**
 * To open and close DuckDB takes longer than most tests on few rows, so that engines of one thread share it, as long as this process runs tests;
 * each has a database of its own there, which goes when the engine is closed. An engine of more threads, of no said number of them or with a
 * limit of memory opens DuckDB for itself, and so does the command line.
 */
class SharedDuckDb {
  readonly #instance: DuckDBInstance;
  /** Outside of all databases. */
  readonly #control: DuckDBConnection;
  readonly #database: string;
  #isLocked = false;

  private constructor(instance: DuckDBInstance, control: DuckDBConnection, database: string) {
    this.#instance = instance;
    this.#control = control;
    this.#database = database;
  }

  static async open(options: Options): Promise<SharedDuckDb> {
    const folder = join(tmpdir(), `crm-eval-duckdb-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    shared ??= open(':memory:', { ...options, temp_directory: folder });
    const instance = await shared;
    const control = await instance.connect();
    const database = `test_${(databases += 1)}`;
    await control.run(`attach ':memory:' as ${database}`);
    return new SharedDuckDb(instance, control, database);
  }

  async connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    await connection.run(`use ${this.#database}`);
    const run = connection.run.bind(connection);
    // A lock would be one for all.
    connection.run = async (statement, ...more) => {
      if (locks.has(statement)) this.#isLocked = true;
      else if (!this.#isLocked || !refusedWhenLocked.test(statement)) return run(statement, ...more);
      else throw new Error(`Permission Error: the engine is locked: ${statement}`);
      return run('select 1');
    };
    return connection;
  }

  closeSync(): void {
    void this.#control.run(`detach ${this.#database}`).then(() => this.#control.closeSync());
  }
}

const locks: ReadonlySet<string> = new Set(['set enable_external_access = false', 'set lock_configuration = true']);

/** Settings, and what touches files. */
const refusedWhenLocked =
  /^\s*(?:set|reset|pragma|attach|detach|use|copy|export|import|install|load)\b|\b(?:read_\w+|\w+_scan|glob|sniff_csv)\s*\(|(?<!\bdistinct\s+)\bfrom\s+'/i;

/** This file is read again for each file of tests. */
const marker = Symbol.for('crm-eval: shared DuckDB');

if (!(marker in DuckDBInstance))
  Object.assign(DuckDBInstance, {
    [marker]: true,
    create: (path?: string, options: Options = {}): Promise<unknown> =>
      path === ':memory:' && isSharable(options) ? SharedDuckDb.open(options) : open(path, options),
  });
