import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';

/** An engine with a folder of its own; the caller closes it. */
export function openEngine(): Promise<DuckDbEngine> {
  return DuckDbEngine.open({ scratch: mkdtempSync(join(tmpdir(), 'crm-eval-engine-')), threads: 1 });
}
