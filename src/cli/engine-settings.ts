import { resolve } from 'node:path';
import { embeddedEngine } from '../config/options.ts';
import type { Config } from '../config/schema.ts';
import { memoryLimit } from '../lib/engine-limits.ts';

/** What the run may take of the machine. */
export interface Limits {
  readonly threads: number;
  /** Bytes; default: that of the engine. */
  readonly memoryLimit?: number;
  /** Null: the temporary folder of the system. */
  readonly tempDir: string | null;
}

/** A database that speaks PostgreSQL. */
export interface Database {
  readonly url: string;
  /** The schema that `load` fills, and that a run without files reads. */
  readonly schema: string;
  /** Null: that of the server. */
  readonly statementTimeoutSeconds: number | null;
  /** Whether an option names it, so that the user knows. */
  readonly byOption: boolean;
}

/** Paths are relative to the folder of the config; `useful` is the number of threads where none is said. */
export function limitsOf({ threads, memory_limit, temp_dir }: Config['engine'], beside: string, useful: number): Limits {
  const memory = memory_limit === undefined ? null : memoryLimit(memory_limit);
  return {
    threads: threads ?? useful,
    ...(memory === null ? {} : { memoryLimit: memory }),
    tempDir: temp_dir === undefined ? null : resolve(beside, temp_dir),
  };
}

/** Null where this process computes. */
export function databaseOf({ url, schema, statement_timeout }: Config['engine'], byOption: boolean): Database | null {
  return url === embeddedEngine ? null : { url, schema, statementTimeoutSeconds: statement_timeout ?? null, byOption };
}
