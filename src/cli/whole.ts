import { DuckDbEngine } from '../engine/duckdb.ts';
import { withKeptTables } from '../engine/kept-tables.ts';
import { openWhole, type Whole, wholeFields } from '../metrics/scoped/whole.ts';
import { filesRequest, interruptOnAbort, type SourcesRequest } from './sources.ts';

/** Whether everybody's rows can be read besides those in scope: the standard input is read only once. */
export function hasWhole({ settings: { files } }: Pick<SourcesRequest, 'settings'>): boolean {
  return files.length > 0 && !files.some(({ path }) => path === '-');
}

/** Lends everybody's rows, in an engine of their own, for those in scope to borrow from. */
export async function withWholeOf<T>(request: SourcesRequest, work: (whole: Whole) => Promise<T>): Promise<T> {
  const { run, settings, scratch, fields } = request;
  const engine = await DuckDbEngine.open({ scratch, ...settings.limits });
  const stop = interruptOnAbort(engine, run.signal);
  try {
    const { ingest } = await import('../ingest/ingest.ts');
    const needed = fields === 'all' ? fields : new Set([...fields, ...wholeFields()]);
    const { available, asOf } = await ingest({ ...(await filesRequest(request)), engine, fields: needed });
    await engine.lock();
    return await withKeptTables(engine, (keeping) => work(openWhole(keeping, available, asOf)));
  } finally {
    stop();
    await engine.close();
  }
}
