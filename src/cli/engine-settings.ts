import { resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import { memoryLimit } from '../lib/engine-limits.ts';
import type { Flags } from './options.ts';

/** What the run may take of the machine. */
export interface Limits {
  /** Default: all cores. */
  readonly threads?: number;
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
}

/** The engine that computes in this process. */
export const embedded = 'duckdb';

const defaultSchema = 'crm_eval';

/** The folder of the config is relative to it, that of the option to where the run is. */
export function limitsOf(flags: Flags, { engine }: Config, beside: string, folder: string): Limits {
  const threads = flags.threads ?? engine.threads;
  const memory = flags.memoryLimit ?? (engine.memory_limit === undefined ? null : memoryLimit(engine.memory_limit));
  const configured = engine.temp_dir === undefined ? null : resolve(beside, engine.temp_dir);
  return {
    ...(threads === undefined ? {} : { threads }),
    ...(memory === null ? {} : { memoryLimit: memory }),
    tempDir: flags.tempDir === undefined ? configured : resolve(folder, flags.tempDir),
  };
}

/** `--engine duckdb` goes before the database of the config. */
export function databaseOf(flags: Flags, { engine }: Config): Database | null {
  const url = flags.engine ?? engine.url ?? embedded;
  if (url === embedded) return null;
  return { url, schema: flags.schema ?? engine.schema ?? defaultSchema, statementTimeoutSeconds: engine.statement_timeout ?? null };
}
