import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { OpenOptions } from '../source/raw-table.ts';
import type { Limits } from './engine-settings.ts';

type OpenParquet = NonNullable<OpenOptions['parquet']>;

/** Lends a reader of Parquet files to a command that otherwise needs no engine: the first such file starts one. */
export async function withParquet<T>(scratch: string, limits: Limits, work: (open: OpenParquet) => Promise<T>): Promise<T> {
  const started: Promise<DuckDbEngine>[] = [];
  const start = async (): Promise<DuckDbEngine> => {
    const { DuckDbEngine: Engine } = await import('../engine/duckdb.ts');
    return Engine.open({ scratch, ...limits });
  };
  const open: OpenParquet = async (path, name) => {
    const { parquetOpener } = await import('../ingest/parquet-table.ts');
    if (started.length === 0) started.push(start());
    return parquetOpener(await started[0]!, scratch)(path, name);
  };
  try {
    return await work(open);
  } finally {
    for (const engine of started) await (await engine).close();
  }
}
